import { type PageBudget, type PaginatedPage, QUARTER } from './pagination.ts'

type Measured = Pick<PaginatedPage, 'fresh'> & { filled: Pick<PaginatedPage['filled'], 'share'> }

/** Whether there are no more pages than allowed. */
export function isWithin(pages: readonly Measured[], { max }: PageBudget): boolean {
  return max === undefined || pages.length <= max
}

/**
 * Whether the pages are as full as they should be: the last page as the budget wishes, and no stretch of several pages,
 * up to a break that the document asks for, ends on one that is less than a quarter full.
 */
export function isGood(pages: readonly Measured[], { fill = 0 }: PageBudget): boolean {
  return !pages.some((_, index) => isThin(pages, index)) && (pages.at(-1)?.filled.share ?? 1) >= fill
}

/** Whether a page has only the end of a text on it that began on the pages before, less than a quarter of a page. */
export function isThin(pages: readonly Measured[], index: number): boolean {
  const ends = pages[index + 1]?.fresh ?? true
  const page = pages[index]
  return page !== undefined && ends && !page.fresh && page.filled.share < QUARTER
}
