import type { DataSet } from '../data-set.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { Locale } from '../locale.ts'
import { compareSides, type Side } from './compare-sides.ts'
import { partsOfBlock, partsOfText } from './inline-parts.ts'
import { proseOf } from './prose.ts'
import { studyTranslations, type Translation, textTranslations } from './translations.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/**
 * Compares what the languages say, as far as a program can: the shape of case studies, code, links and components,
 * numbers and names. A text in the wrong language, or the same in both, is no translation.
 */
export function checkContents(data: DataSet): Diagnostic[] {
  const vocabulary = vocabularyOf(data)
  const studies = studyTranslations(data)
  const ofTexts = textTranslations(data).flatMap((translation) => {
    const sides = data.locales.map((locale) =>
      sideOf(translation, locale, partsOfText(translation.texts[locale] ?? '')),
    )
    return compareAll(translation, sides, vocabulary)
  })
  const ofStudies = studies.flatMap(({ problems, rows }) => [
    ...problems,
    ...rows.flatMap(({ translation, blocks }) => {
      const sides = data.locales.flatMap((locale) => {
        const block = blocks[locale]
        return block ? [sideOf(translation, locale, partsOfBlock(block))] : []
      })
      return compareAll(translation, sides, vocabulary)
    }),
  ])
  return [...ofTexts, ...ofStudies]
}

function sideOf({ texts }: Translation, locale: Locale, parts: Side['parts']): Side {
  return { locale, prose: proseOf(texts[locale] ?? ''), parts }
}

/** Each language is compared with the first one. */
function compareAll(
  translation: Translation,
  [first, ...others]: readonly Side[],
  vocabulary: Vocabulary,
): Diagnostic[] {
  if (!first) return []
  const name = translation.field === undefined ? 'The passage' : translation.address
  return others.flatMap((other) =>
    compareSides(name, first, other, vocabulary).map(({ locale, finding }) => translation.at(locale, finding)),
  )
}
