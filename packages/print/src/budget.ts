import { type PageBudget, type PaginatedPage, QUARTER } from './pagination.ts'

/** The most pages of a document that is set anew without knowing what for: because some of them are ragged, or of several stretches. */
export const LONG = 60

type Measured = Pick<PaginatedPage, 'fresh'> & { filled: Pick<PaginatedPage['filled'], 'share'> }

/** Whether there are no more pages than allowed. */
export function isWithin(pages: readonly Measured[], { max }: PageBudget): boolean {
  return max === undefined || pages.length <= max
}

/**
 * Whether the pages are as full as they should be: the last page as the budget wishes, no stretch of several pages, up to a
 * break that the document asks for, ends on one that is less than a quarter full, and none within it is ragged.
 */
export function isGood(pages: readonly Measured[], budget: PageBudget): boolean {
  return emptyPages(pages, budget) === 0
}

/** How many pages are not as full as they should be. */
export function emptyPages(pages: readonly Measured[], { fill = 0 }: PageBudget): number {
  const last = pages.length - 1
  const short = (pages[last]?.filled.share ?? 1) < fill && !isThin(pages, last)
  return pages.filter((_, index) => isThin(pages, index)).length + raggedPages(pages) + (short ? 1 : 0)
}

/** How many pages are ragged; none of a long document: to set that anew costs more than they are worth. */
export function raggedPages(pages: readonly Measured[]): number {
  return pages.length > LONG ? 0 : pages.filter((_, index) => isRagged(pages, index)).length
}

/** Whether a page has only the end of a text on it that began on the pages before, less than a quarter of a page. */
export function isThin(pages: readonly Measured[], index: number): boolean {
  const ends = pages[index + 1]?.fresh ?? true
  const page = pages[index]
  return page !== undefined && ends && !page.fresh && page.filled.share < QUARTER
}

/** Whether a page ends early, more than a quarter empty, and not because the document asks for a break there: what follows is kept together. */
export function isRagged(pages: readonly Measured[], index: number): boolean {
  const [page, next] = pages.slice(index, index + 2)
  return page !== undefined && next !== undefined && !next.fresh && 1 - page.filled.share > QUARTER
}
