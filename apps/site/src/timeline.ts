import type { Period } from '@diglot/content'
import { type Month, spanOf } from './spans.ts'

/** A timeline as it is drawn: places and lengths in percent of its width. */
export interface Timeline {
  years: { year: number; x: number }[]
  /** One for each period. */
  bars: { x: number; width: number; openStart: boolean; openEnd: boolean }[]
}

/** How far the dots reach that say that something goes on. */
export const DOTS = 3
/** So many years can be told apart on a telephone. */
const MOST_YEARS = 7

/**
 * Draws periods on one scale of whole years. A side that no date closes is open: work that goes on, or a date that nobody knows.
 *
 * @example
 * drawTimeline([{ start: '2020-01', end: '2021-12' }, { start: '2021-01', end: 'present' }], 2022 * 12)
 */
export function drawTimeline(periods: readonly Readonly<Period>[], present: Month): Timeline {
  const spans = periods.flatMap((period) => {
    const span = spanOf(period, present)
    const openEnd = period.end === undefined || period.end === 'present'
    return span ? [{ ...span, openStart: period.start === undefined, openEnd }] : []
  })
  const firstYear = Math.floor(Math.min(...spans.map(({ from }) => from)) / 12)
  const afterYear = Math.floor(Math.max(...spans.map(({ to }) => to)) / 12) + 1
  const left = spans.some(({ openStart }) => openStart) ? DOTS : 0
  const right = spans.some(({ openEnd }) => openEnd) ? DOTS : 0
  const place = (month: Month) =>
    round(left + ((month / 12 - firstYear) / (afterYear - firstYear)) * (100 - left - right))

  const step = [1, 2, 5, 10].find((years) => (afterYear - firstYear) / years <= MOST_YEARS) ?? 20
  const years = Array.from({ length: afterYear - firstYear }, (_, index) => firstYear + index)
  return {
    // A year is written to the right of its beginning, and needs most of a step to be written in.
    years: years
      .filter((year) => year % step === 0 && afterYear - year >= step * 0.7)
      .map((year) => ({ year, x: place(year * 12) })),
    bars: spans.map(({ from, to, ...open }) => {
      const x = place(from)
      return { x, width: round(place(to + 1) - x), ...open }
    }),
  }
}

const round = (value: number) => Math.round(value * 100) / 100
