import type { Locale } from '../locale.ts'

const names = new Intl.DisplayNames('en', { type: 'language' })

/** What a language is called in messages: `Chinese`. */
export function languageName(locale: Locale): string {
  return names.of(locale) ?? locale
}

/** Languages in a sentence: `Chinese and English`. */
export function languageList(locales: readonly Locale[]): string {
  return new Intl.ListFormat('en').format(locales.map(languageName))
}
