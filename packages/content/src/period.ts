/** A point in time as the facts state it: a year, or a month of a year (1 to 12). */
export interface YearMonth {
  year: number
  month?: number
}

/** How a year or a month is written. */
export const yearMonthPattern = '((?:19|20)\\d{2})(?:-(0[1-9]|1[0-2]))?'
const yearMonth = new RegExp(`^${yearMonthPattern}$`)

/**
 * Reads `2021` or `2021-06`; anything else, a month 13 too, is `undefined`.
 *
 * `Date` is of no use here: `new Date('2021-06')` is a day of May in Los Angeles.
 *
 * @example
 * parseYearMonth('2021-06') // { year: 2021, month: 6 }
 */
export function parseYearMonth(value: string): YearMonth | undefined {
  const match = yearMonth.exec(value)
  if (!match) return undefined
  const year = Number(match[1])
  return match[2] ? { year, month: Number(match[2]) } : { year }
}

/** Whether one point in time lies before another. A bare year spans all of its months. */
export function isBefore(point: YearMonth, other: YearMonth): boolean {
  if (point.year !== other.year) return point.year < other.year
  return point.month !== undefined && other.month !== undefined && point.month < other.month
}

/**
 * The latest month that it may be anywhere on Earth.
 *
 * It is the later of the clock and `SOURCE_DATE_EPOCH`. That variable is the time of the newest commit, and facts that
 * are not committed yet may be newer; a clock may be wrong. Facts that are good once stay good: only time can pass.
 *
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function presentMonth(
  clock: number = Date.now(),
  env: Readonly<Record<string, string | undefined>> = process.env,
): YearMonth {
  const committed = Number(env.SOURCE_DATE_EPOCH || 0) * 1000
  const latest = new Date(Math.max(clock, Number.isFinite(committed) ? committed : 0) + aheadOfGreenwich)
  return { year: latest.getUTCFullYear(), month: latest.getUTCMonth() + 1 }
}

/** Kiribati is 14 hours ahead of UTC, and nobody is further. */
const aheadOfGreenwich = 14 * 60 * 60 * 1000
