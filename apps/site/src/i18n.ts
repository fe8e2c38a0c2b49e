import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { createInstance } from 'i18next'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh.json' with { type: 'json' }

/** The interface words. Every locale of the data needs them all: `en` is the shape that the others are held to. */
const resources = {
  zh: { translation: zh },
  en: { translation: en },
} satisfies Record<Locale, { translation: typeof en }>

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
  initAsync: false,
  // Astro escapes what it prints; twice would show.
  interpolation: { escapeValue: false },
})

/**
 * The interface words of one language. Keys and variables are checked by the compiler.
 *
 * @example
 * const t = words('zh')
 * t(($) => $.section.projects) // '项目经历'
 */
export function words(locale: Locale) {
  return i18next.getFixedT(locale)
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
