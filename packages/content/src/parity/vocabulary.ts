import type { DataSet } from '../data-set.ts'
import { type Locale, locales } from '../locale.ts'
import { matcher } from './matcher.ts'

/** The words of a text in one language, without code and addresses. */
export interface Prose {
  locale: Locale
  prose: string
}

/** The names and terms that the facts declare. */
export interface Vocabulary {
  /** Whether a text holds nothing but names, and so may be the same in another language. */
  isNames(text: Prose): boolean
  /** Whether a word is a name that is the same in every language. */
  isName(word: string): boolean
  /** The terms of the glossary that one text has, and that the other calls by no name the glossary knows. */
  untranslatedTerms(one: Prose, other: Prose): { found: string; expected: string }[]
  /** Two texts without the terms that both of them have, each in its own language. */
  withoutSharedTerms(one: Prose, other: Prose): [string, string]
}

/** What is called by a name, in all files: an organization, a tag, a school. */
const nameKeys = ['name', 'label', 'value', 'institution', 'organization', 'publisher', 'issuer', 'awarder']

/** A word that is a name by its looks: in mixed case, with two capitals, or with a digit. */
const nameByLooks = /\p{Script=Latin}*(?:\p{Ll}\p{Lu}|\p{Lu}{2}|\p{Script=Latin}\d)[\p{Script=Latin}\d]*/gu

/** Reads the vocabulary: the glossary, and whatever the facts themselves call by a name. */
export function vocabularyOf({ glossary, files }: DataSet): Vocabulary {
  const entries = glossary?.data.terms ?? []
  const terms = entries.map(({ term, ...entry }) => perLocale((locale) => entry[locale] ?? [term]))
  const named = files.flatMap(({ value }) => [...namesIn(value)])
  // Two languages for a name do not make it one: it might be a text that nobody has translated.
  const plain = named.filter((name) => typeof name === 'string')
  const isSameInAll = (entry: (typeof entries)[number]) => locales.every((locale) => !entry[locale])
  const exact = entries.filter((entry) => entry.casing === 'exact' && isSameInAll(entry)).map(({ term }) => term)
  const ordinary = entries.filter(({ casing }) => casing !== 'exact').map(({ term }) => term)
  const names = new Set([...plain, ...exact].filter((name) => !ordinary.includes(name)))
  const anyName = perLocale((locale) => matcher([...terms.flatMap((forms) => forms[locale]), ...plain]))
  const all = [
    ...terms,
    ...named.map((name) => perLocale((locale) => [typeof name === 'string' ? name : name[locale]])),
  ]
  const matchers = all.map((forms) => perLocale((locale) => matcher(forms[locale])))

  return {
    isNames: ({ locale, prose }) =>
      !/\p{L}{2}/u.test(prose.replaceAll(nameByLooks, ' ').replaceAll(anyName[locale], ' ')),
    isName: (word) => names.has(word),
    untranslatedTerms: (one, other) =>
      terms.flatMap((forms, index) => {
        const { [one.locale]: here, [other.locale]: there } = matchers[index] as Record<Locale, RegExp>
        const found = one.prose.match(here)?.[0]
        const [expected] = forms[other.locale]
        // A word in Latin letters is looked for among the names.
        const isTerm = found !== undefined && /\p{Script=Han}/u.test(found)
        return isTerm && expected && other.prose.search(there) < 0 ? [{ found, expected }] : []
      }),
    withoutSharedTerms(one, other) {
      let [left, right] = [one.prose, other.prose]
      for (const { [one.locale]: here, [other.locale]: there } of matchers) {
        if (left.search(here) < 0 || right.search(there) < 0) continue
        left = left.replaceAll(here, ' ')
        right = right.replaceAll(there, ' ')
      }
      return [left, right]
    },
  }
}

/** The names in a file: once for all languages, or one for each. */
function* namesIn(value: unknown): Generator<string | Record<Locale, string>> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    if (nameKeys.includes(key) && (typeof child === 'string' || isLocalized(child))) yield child
    else yield* namesIn(child)
  }
}

function isLocalized(value: unknown): value is Record<Locale, string> {
  const isText = (locale: Locale) => typeof Reflect.get(value as object, locale) === 'string'
  return typeof value === 'object' && value !== null && locales.every(isText)
}

function perLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>
}
