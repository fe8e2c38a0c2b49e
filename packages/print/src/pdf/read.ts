import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PaginatedPage } from '../pagination.ts'

/** A PDF as a program reads it that knows nothing of how it was made. */
export interface Reading {
  /** The text of each page's body, in the order of the file: the pieces that are tagged apart, with white space where a reader finds a gap. */
  texts: string[][]
  /** For each page, the pages that its links within the document lead to, by the name of the place; 0 for none. */
  links: { place: string; page: number }[][]
  outline: { level: number; title: string; page: number }[]
}

/** CSS px to PDF pt. */
const PT = 72 / 96

/** Reads a PDF with pdf.js. */
export async function readPdf(pdf: Uint8Array, pages: readonly PaginatedPage[]): Promise<Reading> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await task.promise
  try {
    const places = (await document.getDestinations()) as Map<string, unknown>
    const pageOf = async (place: unknown): Promise<number> => {
      const found = typeof place === 'string' ? places.get(place) : place
      const [ref] = Array.isArray(found) ? found : []
      return ref ? (await document.getPageIndex(ref)) + 1 : 0
    }
    const reading: Reading = { texts: [], links: [], outline: [] }
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      reading.texts.push(await textOf(page, pages[number - 1]?.area))
      const links: Reading['links'][number] = []
      for (const { dest } of await page.getAnnotations()) {
        if (dest) links.push({ place: typeof dest === 'string' ? dest : '', page: await pageOf(dest) })
      }
      reading.links.push(links)
    }
    const visit = async (entries: Awaited<ReturnType<typeof document.getOutline>>, level: number): Promise<void> => {
      for (const { title, dest, items } of entries ?? []) {
        reading.outline.push({ level, title, page: await pageOf(dest) })
        await visit(items, level + 1)
      }
    }
    await visit(await document.getOutline(), 1)
    return reading
  } finally {
    await task.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** The text within an area: what stands in the margins is told apart by its place. */
async function textOf(page: Page, area: PaginatedPage['area'] | undefined): Promise<string[]> {
  const height = page.view[3] ?? 0
  const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true })
  const pieces = ['']
  let end: [x: number, y: number] | undefined
  for (const item of items) {
    if (!('str' in item)) {
      pieces.push('')
      continue
    }
    const [x, y] = [item.transform[4] / PT, (height - item.transform[5]) / PT]
    const inside = !area || (x > area.left - 4 && x < area.right + 4 && y > area.top - 2 && y < area.bottom + 2)
    if (!inside) continue
    // pdf.js says nothing of a step back to a side column on the same line; who looks at the page sees two places.
    const size = Math.abs(item.transform[3])
    const apart =
      end && (Math.abs(item.transform[4] - end[0]) > size / 8 || Math.abs(item.transform[5] - end[1]) > size)
    if (item.str) end = [item.transform[4] + item.width, item.transform[5]]
    pieces.push(`${pieces.pop()}${apart ? ' ' : ''}${item.str}${item.hasEOL ? '\n' : ''}`)
  }
  return pieces.filter(Boolean)
}
