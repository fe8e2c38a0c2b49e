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
  const last = pages.at(-1)
  const thin = pages.some(({ filled, fresh }, index) => {
    const ends = pages[index + 1]?.fresh ?? true
    return ends && !fresh && filled.share < QUARTER
  })
  return !thin && (last === undefined || last.filled.share >= fill)
}
