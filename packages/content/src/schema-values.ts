/** The values that the data files are made of: texts, names, ids, addresses and months, each with its rule. */
import { z } from 'zod'
import { isWebAddress } from './address.ts'
import { parseInline } from './inline.ts'
import { type Locale, locales } from './locale.ts'
import { parseYearMonth } from './period.ts'

// A rule's message either says only what to do, beginning with a capital letter ("Use an address …"), or begins
// with what the value does wrong ("holds a blank line. …"). Both read well after the name of the value.

/** One value per locale, every locale required. */
function localized<T extends z.ZodType>(value: T) {
  return z.strictObject(perLocale(value))
}

/** The same for every locale. */
export function perLocale<T>(value: T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, value])) as Record<Locale, T>
}

/** A list that holds nothing twice. */
export function distinct<T extends z.ZodType<string>>(item: T) {
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>()
    for (const [index, value] of items.entries()) {
      if (seen.size < seen.add(value).size) continue
      context.addIssue({ code: 'custom', path: [index], message: 'Remove it: the list has it already.' })
    }
  })
}

/** Control characters other than tab and line feed, and halves of surrogate pairs: no output can show them. */
const unprintable = /(?![\t\n])\p{Cc}|\p{Cs}/u

/** A string that holds more than white space, and nothing unprintable. */
export const filled = z.string().superRefine((value, context) => {
  const found = unprintable.exec(value)?.[0]
  if (found !== undefined) {
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    context.addIssue({ code: 'custom', message: `holds the unprintable character U+${code}. Remove it.` })
  }
  if (value.trim() === '') context.addIssue({ code: 'custom', message: 'is empty. Fill it in.' })
})

/** Prose with inline Markdown: strong, emphasis, code, and links to http, https and mailto. Nothing else. */
const prose = filled.superRefine((value, context) => {
  for (const problem of parseInline(value).problems) context.addIssue({ code: 'custom', message: problem })
})

/** A sentence or more: it must be written in every language. */
export const text = localized(prose)

/**
 * A name. A plain string means that every language uses the same one (`Go`, `GitHub`);
 * it is expanded, so a reader of the data always finds one value per locale.
 */
export const name = z
  .union([filled, localized(filled)], { error: 'Write a text in quotes, or one text per language.' })
  .transform((value) => (typeof value === 'string' ? perLocale(value) : value))

/** A stable identifier: it becomes a fragment (`/zh/#bfs`), so it must not change once published. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: 'Use lower-case letters and digits, joined by single hyphens, starting with a letter.',
})

/** A country by ISO 3166-1 alpha-2: `CN`. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'Use the two capital letters of the country, like CN.' })

/** A web address. `javascript:`, `data:` and every other scheme are refused. */
export const url = z.string().refine(isWebAddress, { error: 'Use an address that starts with https:// or http://.' })

/**
 * A month (`2021-06`), a year (`2021`) or one of `words`, kept as it is written: a `Date` would shift it by time zone.
 */
export function yearMonth(error: string, ...words: string[]) {
  return z
    .union([z.string(), z.int()], { error })
    .transform(String)
    .refine((value) => words.includes(value) || parseYearMonth(value) !== undefined, { error })
}
