/** A point in time as the facts state it: a year, or a month of a year (1 to 12). */
export interface YearMonth {
  year: number
  month?: number
}

/**
 * Reads `2021` or `2021-06`; anything else, a month 13 too, is `undefined`.
 *
 * `Date` is of no use here: `new Date('2021-06')` is a day of May in Los Angeles.
 *
 * @example
 * parseYearMonth('2021-06') // { year: 2021, month: 6 }
 */
export function parseYearMonth(value: string): YearMonth | undefined {
  const match = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?$/.exec(value)
  if (!match) return undefined
  const year = Number(match[1])
  return match[2] ? { year, month: Number(match[2]) } : { year }
}

/** Whether `end` lies before `start`. A bare year spans all of its months. */
export function endsBeforeStart(start: YearMonth, end: YearMonth): boolean {
  if (start.year !== end.year) return end.year < start.year
  return start.month !== undefined && end.month !== undefined && end.month < start.month
}
