import type { Locale, Localized } from './locale.ts'
import { parseYearMonth } from './period.ts'
import type { Period } from './schema.ts'

/** How a language writes a period. */
interface PeriodWords {
  month(year: number, month: number): string
  range(first: string, last: string): string
  until(last: string): string
  present: string
}

const periodWords: Localized<PeriodWords> = {
  zh: {
    month: (year, month) => `${year}.${String(month).padStart(2, '0')}`,
    range: (first, last) => `${first}–${last}`,
    until: (last) => `至${last}`,
    present: '至今',
  },
  en: {
    month: (year, month) => {
      const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
      return `${names[month - 1]} ${year}`
    },
    range: (first, last) => `${first} – ${last}`,
    until: (last) => `until ${last}`,
    present: 'present',
  },
}

/**
 * A period as it stands in the side column: `2021.06–2022.02`, `2023.03–至今`, `Mar 2023 – present`.
 * A side that the facts do not give is left out.
 *
 * `Intl` is of no use here: its Chinese differs between ranges and single dates, its English puts thin spaces around the
 * dash that come out of a PDF as another character, and its words change with the version of Node. A `Date` would move by time zone.
 *
 * @example
 * formatPeriod({ start: '2021-06', end: '2022-02' }, 'en') // 'Jun 2021 – Feb 2022'
 */
export function formatPeriod({ start, end }: Readonly<Period>, locale: Locale): string {
  const words = periodWords[locale]
  const last = end === 'present' ? words.present : end && formatYearMonth(end, words)
  if (!start) return last && end !== 'present' ? words.until(last) : (last ?? '')
  const first = formatYearMonth(start, words)
  if (!last) return first
  return first === last ? first : words.range(first, last)
}

/**
 * A month or a year in the shape that a table of dates wants: `2021.06`, `Jun 2021`.
 *
 * @throws Error where the value is neither; the content package has refused such a value before.
 */
function formatYearMonth(value: string, words: PeriodWords): string {
  const date = parseYearMonth(value)
  if (!date) throw new Error(`"${value}" is not a month or a year.`)
  return date.month === undefined ? String(date.year) : words.month(date.year, date.month)
}
