import { type Locale, localeInfo } from '@diglot/content'

/**
 * A number of months in years and months, in the words of a language.
 *
 * `Intl.DurationFormat` would say it at once, and Node 22 has none.
 *
 * @example
 * formatMonths(45, 'en') // '3 years 9 months'
 */
export function formatMonths(months: number, locale: Locale): string {
  const { tag } = localeInfo[locale]
  const say = (unit: string, count: number) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  const parts = [
    { unit: 'year', count: Math.floor(months / 12) },
    { unit: 'month', count: months % 12 },
  ].filter(({ count }) => count > 0)
  const list = new Intl.ListFormat(tag, { type: 'unit', style: 'narrow' })
  return list.format(parts.map(({ unit, count }) => say(unit, count)))
}
