import { localeInfo, locales } from '../locale.ts'
import type { Prose, Vocabulary } from './vocabulary.ts'

const han = /\p{Script=Han}/gu
const latinWord = /\p{Script=Latin}{2,}/gu
/** Where Chinese may stand in English text: in brackets or quotation marks, as what something is called there. */
const quoted = /\([^()]*\)|（[^（）]*）|“[^“”]*”|《[^《》]*》/g

/** What is wrong with the language of a text. */
export type LanguageFault = 'other-language' | 'untranslated-words'

/**
 * Tells from the scripts whether a text is in its language. A statistical guess would need more words than a résumé's
 * texts have.
 */
export function languageFault({ prose, locale }: Prose, { isNames }: Vocabulary): LanguageFault | undefined {
  const hanCount = prose.match(han)?.length ?? 0
  const wordCount = prose.match(latinWord)?.length ?? 0
  if (isHan(locale))
    return hanCount === 0 && wordCount > 0 && !isNames({ prose, locale }) ? 'other-language' : undefined
  if (hanCount > wordCount && !isNames({ prose, locale })) return 'other-language'
  const outside = prose.replaceAll(quoted, ' ')
  const untranslated = outside.match(/\p{Script=Han}+/gu)?.join(' ') ?? ''
  const isNamed = locales.some((other) => isHan(other) && isNames({ prose: untranslated, locale: other }))
  return untranslated !== '' && !isNamed ? 'untranslated-words' : undefined
}

const isHan = (locale: Prose['locale']) => localeInfo[locale].script === 'Han'
