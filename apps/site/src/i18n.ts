import { content } from 'virtual:diglot/facts'
import { resources } from 'virtual:diglot/words'
import { type Locale, localeInfo } from '@diglot/content'
import { createInstance } from 'i18next'
import type en from './locales/en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    enableSelector: true
    resources: { translation: typeof en }
  }
}

const i18next = createInstance()
await i18next.init({
  resources,
  lng: 'en',
  fallbackLng: false,
  // A locale is called by its key: `zh-tw` is not `zh-TW`, and what it lacks is not in `zh`.
  load: 'currentOnly',
  lowerCaseLng: true,
  initAsync: false,
  // Astro escapes what it prints; twice would show.
  interpolation: { escapeValue: false },
})

/**
 * The interface words of one language. The compiler checks their keys, `tests/src/words.test.ts` what is filled in.
 *
 * @example
 * const t = words('zh')
 * t(($) => $.section.projects) // '项目经历'
 */
export function words(locale: Locale) {
  return i18next.getFixedT(locale)
}

/**
 * The languages of the facts, in a sentence of one of them.
 *
 * @example
 * languageList('en') // 'Chinese and English'
 */
export function languageList(locale: Locale): string {
  const { tag } = localeInfo[locale]
  const names = new Intl.DisplayNames(tag, { type: 'language' })
  return new Intl.ListFormat(tag).format(content.locales.map((one) => names.of(one) ?? localeInfo[one].name))
}

/**
 * A word in every language of the facts, for a page that belongs to none of them.
 *
 * @example
 * everyWord((t) => t(($) => $.nav.skip)) // '跳到正文 · Skip to content'
 */
export function everyWord(say: (t: ReturnType<typeof words>) => string): string {
  return [...new Set(content.locales.map((locale) => say(words(locale))))].join(' · ')
}
