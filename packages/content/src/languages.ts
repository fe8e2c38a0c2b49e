import { type Locale, locales } from './locale.ts'

/** The languages that `profile.yaml` says the facts are written in; all of them where it says nothing that is understood. */
export function writtenLocales(profile: unknown): [Locale, ...Locale[]] {
  const named = isMapping(profile) && Array.isArray(profile.locales) ? profile.locales : locales
  const [first, ...others] = locales.filter((locale) => named.includes(locale))
  return first ? [first, ...others] : [...locales]
}

/**
 * Puts a stand-in where a text lacks a language that the facts are not written in, so that a reader of the data finds
 * a text in every language, as with a name that is the same in all of them. Nothing is shown in such a language.
 *
 * @example
 * fillLanguages({ title: { en: 'Engineer' } }, ['en']) // { title: { en: 'Engineer', zh: 'Engineer' } }
 */
export function fillLanguages(value: unknown, written: readonly Locale[]): unknown {
  if (written.length === locales.length) return value
  if (Array.isArray(value)) return value.map((item) => fillLanguages(item, written))
  if (!isMapping(value)) return value
  const texts = Object.entries(value)
  const first = written.find((locale) => Object.hasOwn(value, locale))
  if (first && texts.every(([key, text]) => isLocale(key) && typeof text === 'string')) {
    const absent = locales.filter((locale) => !written.includes(locale))
    return { ...Object.fromEntries(absent.map((locale) => [locale, value[first]])), ...value }
  }
  return Object.fromEntries(texts.map(([key, child]) => [key, fillLanguages(child, written)]))
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLocale(key: string): key is Locale {
  return (locales as readonly string[]).includes(key)
}
