import { type Period, parseYearMonth } from '@diglot/content'

/** A month by its number, counted from the year 0, so that months can be subtracted. */
export type Month = number

/** From one month to another, both included. */
export interface Span {
  from: Month
  to: Month
}

/** The month of a moment, in UTC: the moment of a build is the same everywhere. */
export function monthAt(moment: Date): Month {
  return moment.getUTCFullYear() * 12 + moment.getUTCMonth()
}

/** The months that a period states. A side that it leaves open adds none, and the present is never before the start. */
export function spanOf({ start, end }: Readonly<Period>, present: Month): Span | undefined {
  const until = end === 'present' ? present : monthOf(end ?? start, 'last')
  const from = monthOf(start, 'first') ?? (end === 'present' ? present : monthOf(end, 'first'))
  return from === undefined || until === undefined ? undefined : { from, to: Math.max(from, until) }
}

/**
 * Periods in their order, those that overlap or follow each other as one: no month is in two of them.
 *
 * @example
 * joinPeriods([{ start: '2020-08', end: 'present' }, { start: '2021-06', end: '2022-02' }]) // [{ start: '2020-08', end: 'present' }]
 */
export function joinPeriods(periods: readonly Readonly<Period>[]): Period[] {
  const spans = periods
    .flatMap((period) => {
      const span = spanOf(period, Number.POSITIVE_INFINITY)
      return span ? [{ ...span, period }] : []
    })
    .sort((a, b) => a.from - b.from)
  const joined: (Span & { period: Period })[] = []
  for (const next of spans) {
    const last = joined.at(-1)
    if (!last || next.from > last.to + 1) joined.push({ ...next })
    else if (next.to > last.to) Object.assign(last, { to: next.to, period: { ...last.period, end: next.period.end } })
  }
  return joined.map(({ period }) => period)
}

/**
 * How many months some periods take, the overlaps once. `undefined` where nobody can say: a side is open or a bare year,
 * or the present is said to be before what has begun.
 */
export function countMonths(periods: readonly Readonly<Period>[], present: Month): number | undefined {
  const joined = joinPeriods(periods)
  const spans = joined.flatMap((period) => spanOf(period, present) ?? [])
  const isKnown = joined.every(isExact) && spans.every(({ from }) => from <= present)
  return isKnown && spans.length > 0 ? spans.reduce((sum, { from, to }) => sum + to - from + 1, 0) : undefined
}

function isExact({ start, end }: Readonly<Period>): boolean {
  const isMonth = (side = '') => parseYearMonth(side)?.month !== undefined
  return isMonth(start) && (end === 'present' || isMonth(end))
}

/** A bare year is all of its months. */
function monthOf(value: string | undefined, which: 'first' | 'last'): Month | undefined {
  const date = parseYearMonth(value ?? '')
  return date && date.year * 12 + (date.month ?? (which === 'first' ? 1 : 12)) - 1
}
