import type { PageHeading, PageLink, PageProblem, PaginatedPage } from '../pagination.ts'
import { headingsOn, linksOn } from './anchors.ts'
import { readPage } from './conserve.ts'
import { lineRemarks } from './lines.ts'
import { type Edges, edgesOf } from './quality.ts'

/** What is read of a finished page while it is laid out. None of it knows the page's number. */
export interface Reading {
  page: Omit<PaginatedPage, 'label' | 'links'>
  links: PageLink[]
  headings: Omit<PageHeading, 'page'>[]
  problems: PageProblem[]
  remarks: ReturnType<typeof lineRemarks>
  edges: Edges
}

const ahead = new Map<Element, Reading>()
let fonts = 0

/**
 * Reads a page that is about to leave the document, as long as it is laid out: read at the end, all pages would have to
 * be laid out once more for it.
 */
export function readAhead(sheet: Element): void {
  // The other side of a spread moves a leaf, and folios are not known before the end.
  if (sheet.querySelector('[data-leaf], a[data-folio]')) return
  if (ahead.size === 0) fonts = loadedFonts()
  ahead.set(sheet, read(sheet))
}

/** Reads finished pages, in their order, or tells what was read ahead. */
export async function readPages(sheets: readonly Element[]): Promise<Reading[]> {
  // Of a margin box, or of a rule that nobody foresaw; what is set in it was not read as it is now.
  if (document.fonts.status === 'loading') await document.fonts.ready
  if (loadedFonts() !== fonts) ahead.clear()
  const said = new Set<string>()
  return sheets.map((sheet) => {
    const reading = ahead.get(sheet) ?? read(sheet)
    const remarks = reading.remarks.filter(({ once }) => !once || (!said.has(once) && said.add(once)))
    return { ...reading, remarks }
  })
}

function read(sheet: Element): Reading {
  const { page, problems } = readPage(sheet)
  const edges = edgesOf(sheet)
  return { page, problems, edges, links: linksOn(sheet), headings: headingsOn(sheet), remarks: lineRemarks(sheet) }
}

function loadedFonts(): number {
  return [...document.fonts].filter(({ status }) => status === 'loaded').length
}
