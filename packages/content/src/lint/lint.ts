import type { DataSet } from '../data-set.ts'
import { type Diagnostic, diagnosticAt } from '../diagnostics.ts'
import { localeInfo, locales, type Script } from '../locale.ts'
import { placesIn } from '../source-place.ts'
import { checkCharacters } from './characters.ts'
import { checkChinese } from './chinese.ts'
import { checkEnglish } from './english.ts'
import { mask } from './mask.ts'
import { checkQuotes } from './quotes.ts'
import type { Fault } from './rule.ts'
import { type SourceText, textsOfStudy, textsOfYaml } from './source-texts.ts'
import { termRules } from './terms.ts'

/** A file with its texts, and the rules that they must keep. */
export interface LintedFile {
  name: string
  source: string
  faultsOf(text: SourceText): Fault[]
  /** The texts of the file, as they would be with another source. */
  textsIn(source: string): SourceText[]
}

/** Says what is not written as it should be: characters, punctuation, spaces, quotation marks and names. */
export function checkWriting(data: DataSet): Diagnostic[] {
  return lintedFiles(data).flatMap(({ name, source, faultsOf, textsIn }) => {
    const placeAt = placesIn(name, source)
    return textsIn(source).flatMap((text) =>
      faultsOf(text).map(({ start, end, ...finding }) =>
        diagnosticAt(placeAt(text.offsetOf(start), text.offsetOf(end)), finding),
      ),
    )
  })
}

/** In characters. Patterns take time that grows with the square of a text; what is longer is no text of a person. */
const maxLength = 10_000

/** Punctuation and spaces, by the script of the text. */
const ruleOf: Readonly<Record<Script, (text: string) => Fault[]>> = { Han: checkChinese, Latin: checkEnglish }

/** The files that can be read, each with the rules for its texts. */
export function lintedFiles(data: DataSet): LintedFile[] {
  const rules = Object.fromEntries(locales.map((locale) => [locale, termRules(data, locale)]))
  const faultsOf = ({ value, locale }: SourceText): Fault[] => {
    if (!locale || value.length > maxLength) return checkCharacters(value)
    const text = mask(value)
    const language = ruleOf[localeInfo[locale].script](text)
    const names = (rules[locale] ?? []).flatMap((rule) => rule(text))
    return [...checkCharacters(text), ...language, ...checkQuotes(text), ...names]
  }
  // The glossary names what is not to be written, too.
  const charactersOf = ({ value }: SourceText) => checkCharacters(value)
  return [
    ...data.files
      .filter(({ value }) => value !== undefined)
      .map((file) => ({
        ...{ name: file.name, source: file.source },
        faultsOf: file.name === 'glossary.yaml' ? charactersOf : faultsOf,
        textsIn: (source: string) => textsOfYaml(source),
      })),
    ...data.caseStudies.map((study) => ({
      ...{ name: study.name, source: study.source, faultsOf },
      textsIn: (source: string) => textsOfStudy({ ...study, source }),
    })),
  ]
}
