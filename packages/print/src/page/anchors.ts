import type { PageHeading, PageLink } from '../pagination.ts'
import { textNodes } from './conserve.ts'

/** The links that a reader sees on a page, in the order of the text. */
export function linksOn(sheet: Element): PageLink[] {
  const here = location.href.replace(/#.*/, '')
  return [...sheet.querySelectorAll('.pagedjs_area a')].flatMap((link) => {
    const address = link.getAttribute('href') ?? link.getAttribute('xlink:href')
    if (address === null || link.closest('[aria-hidden="true"]') || !isSeen(link)) return []
    const href = URL.parse(address, document.baseURI)?.href ?? address
    const text = link.getAttribute('aria-label') ?? wordsOf(link)
    return { text, href, ...(href.startsWith(`${here}#`) ? { to: href.slice(here.length + 1) } : {}) }
  })
}

function isSeen(element: Element): boolean {
  return element.checkVisibility() && [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0)
}

/** The headings on a page. */
export function headingsOn(sheet: Element): Omit<PageHeading, 'page'>[] {
  return [...sheet.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].flatMap((heading) => {
    if (!heading.closest('.pagedjs_area') || heading.closest('[aria-hidden="true"]') || !heading.checkVisibility())
      return []
    return { level: Number(heading.tagName.slice(1)), text: wordsOf(heading) }
  })
}

/**
 * On which page each of some places is; one that begins on one page and ends on another is on the first.
 *
 * @param fragments what stands behind the # of the links, as it is written in an address.
 * Source: HTML, 7.4.6.4 (finding the indicated part of a document).
 */
export function placesOf(sheets: readonly Element[], fragments: Iterable<string>): Record<string, number> {
  const pages = new Map<string, number>()
  sheets.forEach((sheet, index) => {
    for (const { id } of sheet.querySelectorAll('[id]')) if (!pages.has(id)) pages.set(id, index + 1)
  })
  const places: Record<string, number> = {}
  for (const fragment of fragments) {
    const page = pages.get(fragment) ?? pages.get(decoded(fragment)) ?? (/^(top)?$/i.test(fragment) ? 1 : undefined)
    if (page !== undefined) places[fragment] = page
  }
  return places
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** What of an element's text is shown, in one line. */
function wordsOf(element: Element): string {
  const shown = textNodes(element).filter(({ parentElement }) => parentElement?.checkVisibility())
  return shown
    .map(({ data }) => data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
