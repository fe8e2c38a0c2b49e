import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Sheet } from './oracle.ts'
import type { Proof } from './press.ts'

/** What a reader of the pages, or a parser of the PDF, would miss; empty when nothing. */
export async function judge(proof: Proof): Promise<string[]> {
  const { source, sheets, complaints, pdf, native } = proof
  const faults = [...complaints]
  faults.push(...inOrder(source.text, sheets))
  faults.push(...sheets.flatMap((sheet, index) => sheet.faults.map((fault) => `page ${index + 1}: ${fault}`)))
  faults.push(
    ...same(
      'images',
      source.images,
      sheets.flatMap((sheet) => sheet.images),
    ),
  )
  faults.push(
    ...same(
      'ids',
      source.ids,
      sheets.flatMap((sheet) => sheet.ids),
    ),
  )
  if (pdf && native) faults.push(...(await printed(pdf, native, proof)))
  return faults
}

/** The text of the pages one after another is the text of the source. Only between two pages may a space go. */
function inOrder(source: string, sheets: Sheet[]): string[] {
  let at = 0
  for (const [index, { text }] of sheets.entries()) {
    while (/[ ⏎]/.test(source.charAt(at))) at++
    const page = text.replace(/^[ ⏎]+|[ ⏎]+$/g, '')
    if (!source.startsWith(page, at)) return [`page ${index + 1}: ${parting(source.slice(at), page)}`]
    at += page.length
  }
  const rest = source.slice(at).replaceAll(/[ ⏎]/g, '')
  return rest ? [`after the last page: “${rest.slice(0, 30)}” is missing`] : []
}

/** A parser reads of each page what stands on it, and of the whole what the browser alone would have printed. */
async function printed(pdf: Uint8Array, native: Uint8Array, { source, sheets }: Proof): Promise<string[]> {
  const pages = await readPdf(pdf)
  if (pages.length !== sheets.length) return [`the PDF has ${pages.length} pages instead of ${sheets.length}`]
  const faults = pages.flatMap((text, index) => {
    const rest = without(text, bare(sheets[index]?.raw ?? ''))
    return rest === undefined || /[^\d.•◦▪]/.test(rest)
      ? [`page ${index + 1} of the PDF: ${parting(bare(sheets[index]?.raw ?? ''), text)}`]
      : []
  })
  const plain = (await readPdf(native)).join('')
  if (without(plain, bare(source.text.replaceAll(/[⏎␣]/g, ' '))) === undefined)
    faults.push(`printed by the browser: ${parting(bare(source.text.replaceAll(/[⏎␣]/g, ' ')), plain)}`)
  // Notes stand elsewhere and are numbered; without any, both are the same to the letter, list numbers included.
  const notes = sheets.some(({ raw, text }) => bare(raw) !== bare(text.replaceAll(/[⏎␣]/g, ' ')))
  if (!notes && plain !== pages.join('')) faults.push(`against native printing: ${parting(plain, pages.join(''))}`)
  return faults
}

async function readPdf(data: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(data), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true })
    texts.push(bare(items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  await task.destroy()
  return texts
}

/** Without what is not drawn, and without hyphens, which soft ones become. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff‐-]/g, '')
}

/** What a text has beside the characters of another in their order; nothing where it lacks one of them. */
function without(text: string, part: string): string | undefined {
  let at = 0
  let rest = ''
  for (let index = 0; index < text.length; index++) {
    if (text[index] === part[at]) at++
    else rest += text[index]
  }
  return at === part.length ? rest : undefined
}

function same(what: string, expected: string[], actual: string[]): string[] {
  if (expected.join('\n') === actual.join('\n')) return []
  const lost = expected.filter((name) => !actual.includes(name))
  const doubled = actual.filter((name, index) => actual.indexOf(name) !== index)
  return [`${what}: lost ${lost.slice(0, 5).join(' ') || 'none'}, doubled ${doubled.slice(0, 5).join(' ') || 'none'}`]
}

function parting(expected: string, actual: string): string {
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  const around = (text: string) => `${text.slice(Math.max(0, at - 12), at)}|${text.slice(at, at + 16)}`
  return `“${around(actual)}” instead of “${around(expected)}”`
}
