/** The values that the data files are made of: texts, names, ids, addresses and months, each with its rule. */
import { z } from 'zod'
import { isWebAddress, webAddress } from './address.ts'
import { maxLength, parseInline } from './inline.ts'
import { fillLanguages } from './languages.ts'
import { type Locale, type Localized, locales } from './locale.ts'
import { languageName } from './parity/language-names.ts'
import { yearMonthPattern } from './period.ts'

// A rule's message either says only what to do, beginning with a capital letter ("Use an address …"), or begins
// with what the value does wrong ("holds a blank line. …"). Both read well after the name of the value.
//
// Rules are patterns wherever they can be, because JSON Schema has those too. Those that it cannot have are listed in
// `schema-json.ts`.

/**
 * A field, what it means, and what to write in it. Editors show both, by way of the JSON Schema.
 *
 * @example
 * order: field(z.int(), 'Where it stands among its kind: smallest first.', 80)
 */
export function field<T extends z.ZodType>(
  schema: T,
  description: string,
  ...examples: [Example<z.input<T>>, ...Example<z.input<T>>[]]
): T {
  return schema.meta({ description, examples: examples.map((example) => fillLanguages(example, ['zh', 'en'])) })
}

/** A value of a schema, with its texts in Chinese and English: an example need not speak every language there is. */
type Example<T> = T extends Localized
  ? Pick<T, 'zh' | 'en'>
  : T extends object
    ? { [Key in keyof T]: Example<T[Key]> }
    : T

/** The same for every locale. */
export function perLocale<T>(value: T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, value])) as Record<Locale, T>
}

/** What an editor shows as a text of a language. */
const textIn: Localized = { zh: '通用存储服务', en: 'General-purpose storage' }

/** One value per locale, every locale required. */
function localized<T extends z.ZodType<string, string>>(value: T) {
  const fields = locales.map((locale) => [locale, value.meta(describedIn(locale))])
  return z.strictObject(Object.fromEntries(fields) as Record<Locale, T>)
}

function describedIn(locale: Locale) {
  return { description: `In ${languageName(locale)}.`, examples: [textIn[locale]] }
}

/** A list that holds nothing twice. */
export function distinct<T extends z.ZodType<string>>(item: T) {
  const list = z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>()
    for (const [index, value] of items.entries()) {
      if (seen.size < seen.add(value).size) continue
      const message = 'Remove it: the list has it already.'
      context.addIssue({ code: 'custom', path: [index], message, params: { rule: 'duplicate-item' } })
    }
  })
  return list.meta({ uniqueItems: true })
}

/**
 * Control characters other than tab and line feed, and those that turn the direction of whatever follows, so that a
 * reader sees another text than the one that is there; as part of a pattern that every dialect understands.
 */
const control = '\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069'
/** They and halves of surrogate pairs: no output can show them. */
const unprintable = new RegExp(`[${control}]|\\p{Cs}`, 'u')

function unprintableIn({ input }: { input?: unknown }): string {
  const code = unprintable.exec(String(input))?.[0]?.charCodeAt(0) ?? 0
  return `holds the unprintable character U+${code.toString(16).toUpperCase().padStart(4, '0')}. Remove it.`
}

/** A string that holds more than white space, and nothing unprintable. */
export const filled = z
  .string()
  .regex(/\S/, { error: 'is empty. Fill it in.' })
  .regex(new RegExp(`^[^${control}]*$`), { error: unprintableIn, abort: true })
  .refine((value) => !unprintable.test(value), { error: unprintableIn, params: { rule: 'surrogate' } })

/** Prose with inline Markdown: strong, emphasis, code, and links to http, https and mailto. Nothing else. */
const prose = filled
  .superRefine((value, context) => {
    for (const message of parseInline(value).problems) {
      context.addIssue({ code: 'custom', message, params: { rule: 'inline-text' } })
    }
  })
  .meta({ maxLength })

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

const addressAdvice = 'Use an address that starts with https:// or http://.'

/** A web address. `javascript:`, `data:` and every other scheme are refused. */
export const url = z
  .string()
  .regex(webAddress, { error: addressAdvice, abort: true })
  .refine(isWebAddress, { error: addressAdvice, params: { rule: 'address' } })

/**
 * A month (`2021-06`), a year (`2021`) or one of `words`, kept as it is written: a `Date` would shift it by time zone.
 */
export function yearMonth(advice: string, ...words: string[]) {
  const pattern = new RegExp(`^(?:${[yearMonthPattern, ...words].join('|')})$`)
  const error = ({ input }: { input?: unknown }) => dateAdvice(String(input), words) ?? advice
  return z
    .union([z.string().regex(pattern, { error }), z.int().min(1900, { error }).max(2099, { error })], { error: advice })
    .transform(String)
}

/** What was probably meant by a date that is none. */
function dateAdvice(written: string, words: readonly string[]): string | undefined {
  const [, year, month = ''] = /^((?:19|20)\d\d)[-./年](\d{1,2})(?!\d)/.exec(written) ?? []
  if (year && (Number(month) < 1 || Number(month) > 12)) return `There is no month ${month}: they run from 01 to 12.`
  if (year) return `Did you mean "${year}-${month.padStart(2, '0')}"?`
  const isNow = /^(now|today|current|ongoing|present|至今|今|现在)$/i.test(written.trim())
  return isNow && words.includes('present') ? 'Did you mean "present"?' : undefined
}
