import { deepFreeze } from './content.ts'

/**
 * The languages that every fact is written in: the one list that everything else is derived from.
 *
 * The key is the first segment of a page's path, in small letters. `tag` is the BCP 47 tag for `lang` attributes, `name`
 * the language's own name for itself, `short` the same where there is little room; `script` decides by which
 * rules its texts are read and set.
 */
export const localeInfo = /* @__PURE__ */ deepFreeze({
  zh: { tag: 'zh-CN', name: '中文', short: '中', script: 'Han' },
  en: { tag: 'en', name: 'English', short: 'EN', script: 'Latin' },
} as const satisfies Record<string, { tag: string; name: string; short: string; script: Script }>)

/** The scripts that there are rules for. */
export type Script = 'Han' | 'Latin'

/** A language of the data: the key of a localized text and the first segment of a page's path. */
export type Locale = keyof typeof localeInfo

/**
 * All locales, in the order in which they are offered.
 *
 * @example
 * for (const locale of locales) console.log(localeInfo[locale].name) // 中文, English
 */
export const locales = /* @__PURE__ */ Object.freeze(Object.keys(localeInfo)) as readonly [Locale, ...Locale[]]

/** One value in every language. None may be missing: a text with one language is an error with a line number. */
export type Localized<T = string> = Readonly<Record<Locale, T>>
