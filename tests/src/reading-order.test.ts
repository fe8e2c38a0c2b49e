/** A PDF is drawn in the order in which it is read: who takes its text out gets sentences, not scattered lines. */
import { expect, test } from 'vitest'
import { readPages } from './support/dist.ts'
import { attribute, type Element, elements } from './support/html.ts'
import { pdfPages, promisedPdfs, withPdf } from './support/pdf.ts'
import { squash } from './support/text.ts'

/** What the style sheet may put before a text: a bullet, a number in a list, a page number in the contents. */
const GENERATED = 6

/** The pieces of text that a document prints, in its order. */
function pieces(element: Element): string[] {
  if (attribute(element, 'data-print') === 'skip' || ['script', 'style'].includes(element.tagName)) return []
  return element.childNodes.flatMap((child) => {
    if ('tagName' in child) return pieces(child)
    const text = 'value' in child ? squash(child.value) : ''
    return text === '' ? [] : [text]
  })
}

test('the text of a PDF is in the order of its document', async () => {
  const documents = await readPages()
  const problems: string[] = []
  for (const { file, sources } of await promisedPdfs()) {
    const page = documents.find((one) => one.file === sources[0])
    const body = page && elements(page.document, 'body')[0]
    if (!body || sources.length > 1) continue
    const text = (await withPdf(file, pdfPages)).map(({ body }) => body).join('')
    let at = 0
    for (const piece of pieces(body)) {
      const next = text.indexOf(piece, at)
      if (next < 0 || next - at > GENERATED) {
        const drawn = text.slice(at, at + 30)
        problems.push(`${file} has “${drawn}…” where its document has “${piece.slice(0, 30)}…”`)
        break
      }
      at = next + piece.length
    }
  }
  expect(problems).toEqual([])
})
