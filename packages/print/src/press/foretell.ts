import { LEVELS, type PaginatedPage, type Pagination } from '../pagination.ts'

/** What one layout of a document is made with. */
export interface Step {
  tightness: number
  drop: number
}

/** A layout that was made. */
export type Layout = Step & { pagination: Pagination }

type Foretold = Pick<PaginatedPage, 'fresh'> & { filled: Pick<PaginatedPage['filled'], 'share'> }

/**
 * The pages that another step would come to, from the forecast of a layout: each stretch of text takes its new height, and
 * at each page's end as much stays empty as on the pages that are known.
 *
 * @param step with at least as many passages left out as `layout`.
 */
export function foretell({ drop, pagination: { pages, forecast } }: Layout, step: Step): Foretold[] {
  const tightened = forecast?.tightened[LEVELS.indexOf(step.tightness)] ?? []
  const whole = forecast?.dropped[0] ?? []
  const shortened = forecast?.dropped[step.drop - drop] ?? whole
  return stretches(pages).flatMap(({ area, waste }, index) => {
    const height = ((tightened[index] ?? 0) * (shortened[index] ?? 0)) / (whole[index] || 1)
    const room = area - waste
    const before = Math.max(0, Math.ceil((height - area) / room))
    return Array.from({ length: before + 1 }, (_, page) => ({
      fresh: page === 0,
      filled: { share: page < before ? 1 : (height - before * room) / area },
    }))
  })
}

/** Whether the styles of a document have anything to tighten. */
export function tightens({ pagination: { forecast } }: Layout): boolean {
  const total = (level: number) => (forecast?.tightened[LEVELS.indexOf(level)] ?? []).reduce((sum, one) => sum + one, 0)
  return total(1) < total(0)
}

/** The stretches between the breaks that a document asks for: the height of a page, and what stays empty before a break. */
function stretches(pages: readonly PaginatedPage[]): { area: number; waste: number }[] {
  const groups: PaginatedPage[][] = []
  for (const page of pages) {
    if (page.fresh) groups.push([page])
    else groups.at(-1)?.push(page)
  }
  return groups.map((group) => {
    const { top = 0, bottom = 0 } = group[0]?.area ?? {}
    const area = bottom - top
    const full = group.slice(0, -1)
    const empty = full.reduce((sum, { filled }) => sum + area * (1 - filled.share), 0)
    return { area, waste: full.length === 0 ? 0 : empty / full.length }
  })
}
