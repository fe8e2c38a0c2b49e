import { type Locale, type Localized, localeInfo } from './locale.ts'
import { parseYearMonth } from './period.ts'
import type { Period } from './schema.ts'

/** What a period says besides its dates. */
const present: Localized = { zh: '至今', en: 'present' }
const until: Localized<(end: string) => string> = { zh: (end) => `至${end}`, en: (end) => `until ${end}` }

/**
 * A period as it stands in the side column: `2021.06–2022.02`, `2023.03–至今`, `Mar 2023 – present`.
 * A side that the facts do not give is left out.
 *
 * `Intl.formatRange` is of no use here: its Chinese differs between ranges and single dates, and its English
 * puts thin spaces around the dash that come out of a PDF as another character.
 *
 * @example
 * formatPeriod({ start: '2021-06', end: '2022-02' }, 'en') // 'Jun 2021 – Feb 2022'
 */
export function formatPeriod({ start, end }: Readonly<Period>, locale: Locale): string {
  const last = end === 'present' ? present[locale] : end && formatYearMonth(end, locale)
  if (!start) return last && end !== 'present' ? until[locale](last) : (last ?? '')
  const first = formatYearMonth(start, locale)
  if (!last) return first
  return first === last ? first : `${first}${locale === 'zh' ? '–' : ' – '}${last}`
}

/**
 * A month or a year in the shape that a table of dates wants: `2021.06`, `Jun 2021`.
 *
 * @throws Error where the value is neither; the content package has refused such a value before.
 */
function formatYearMonth(value: string, locale: Locale): string {
  const date = parseYearMonth(value)
  if (!date) throw new Error(`"${value}" is not a month or a year.`)
  if (date.month === undefined) return String(date.year)
  if (locale === 'zh') return `${date.year}.${String(date.month).padStart(2, '0')}`
  // UTC on both sides, so that no time zone can move the month.
  const month = new Date(Date.UTC(date.year, date.month - 1))
  return new Intl.DateTimeFormat(localeInfo[locale].tag, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    month,
  )
}
