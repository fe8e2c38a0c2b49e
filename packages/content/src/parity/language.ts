import type { Locale } from '../locale.ts'
import type { Vocabulary } from './vocabulary.ts'

const han = /\p{Script=Han}/gu
const latinWord = /\p{Script=Latin}{2,}/gu
/** Where Chinese may stand in English text: in brackets or quotation marks, as what something is called there. */
const quoted = /\([^()]*\)|（[^（）]*）|“[^“”]*”|《[^《》]*》/g

/** What is wrong with the language of a text. */
export type LanguageFault = 'other-language' | 'untranslated-words'

/**
 * Tells from the scripts whether a text is in its language. A statistical guess would need more words than a résumé's
 * texts have.
 *
 * @param text prose, without code and addresses
 */
export function languageFault(text: string, locale: Locale, vocabulary: Vocabulary): LanguageFault | undefined {
  const hanCount = text.match(han)?.length ?? 0
  const wordCount = text.match(latinWord)?.length ?? 0
  if (locale === 'zh')
    return hanCount === 0 && wordCount > 0 && !vocabulary.isNames(text) ? 'other-language' : undefined
  if (hanCount > wordCount && !vocabulary.isNames(text)) return 'other-language'
  const outside = text.replaceAll(quoted, ' ')
  const untranslated = outside.match(/\p{Script=Han}+/gu)?.join(' ') ?? ''
  return untranslated !== '' && !vocabulary.isNames(untranslated) ? 'untranslated-words' : undefined
}
