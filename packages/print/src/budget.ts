import { type PageBudget, type PaginatedPage, QUARTER } from './pagination.ts'

/** From how many pages on a document stays ragged. */
const LONG = 60

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
  return emptiness(pages, budget) === 0
}

/**
 * How far pages are from being as full as they should be; 0 where they are good. It is what thin pages lack of a quarter and
 * ragged ones of what may stay empty, in pages. A wish is met or not, so that nothing is loosened to come a little nearer
 * to it.
 */
export function emptiness(pages: readonly Measured[], { fill = 0 }: PageBudget): number {
  const isShort = (pages.at(-1)?.filled.share ?? 1) < fill
  const lacks = pages.map(({ filled: { share } }, index) => {
    if (isThin(pages, index)) return QUARTER - share
    // To set a long document anew costs more than a ragged page is worth.
    return pages.length <= LONG && isRagged(pages, index) ? 1 - QUARTER - share : 0
  })
  return lacks.reduce((sum, lack) => sum + lack, isShort ? 1 : 0)
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
