import type { Finding } from '../diagnostics.ts'
import type { Locale } from '../locale.ts'
import type { InlineParts } from './inline-parts.ts'
import { languageFault } from './language.ts'
import { languageName } from './language-names.ts'
import { missingNames } from './names.ts'
import { contradictingWords, missingNumbers, numbersOf } from './numbers.ts'
import type { Prose, Vocabulary } from './vocabulary.ts'

/** One language of a text. */
export interface Side extends Prose {
  parts: InlineParts
}

interface Found {
  /** The language at whose place it is told. */
  locale: Locale
  finding: Finding
}

/**
 * What two languages of a text do not have in common.
 *
 * @param name what the text is called in messages
 */
export function compareSides(name: string, one: Side, other: Side, vocabulary: Vocabulary): Found[] {
  const language = checkLanguage(name, one, other, vocabulary)
  const parts = [...missingParts(name, one, other), ...missingParts(name, other, one)]
  // Where a text is not translated at all, every name and number in it would be told again.
  if (language.some(({ finding }) => finding.severity !== 'warning')) return [...parts, ...language]
  const terms = compareTerms(name, one, other, vocabulary)
  // A term of the glossary that both have, each in its language, is accounted for.
  const [left, right] = vocabulary.withoutSharedTerms(one, other)
  const sides = [
    { ...one, prose: left },
    { ...other, prose: right },
  ] as const
  return [
    ...parts,
    ...language,
    ...terms,
    ...compareNumbers(name, ...sides),
    ...compareNames(name, ...sides, vocabulary),
  ]
}

function checkLanguage(name: string, one: Side, other: Side, vocabulary: Vocabulary): Found[] {
  if (one.prose.trim() === other.prose.trim()) {
    if (vocabulary.isNames(one) && vocabulary.isNames(other)) return []
    const message = `${name} is the same in ${languageName(one.locale)} and in ${languageName(other.locale)}.`
    const hint = 'Translate it. If it is a name, add it to glossary.yaml, or write it once where a name may be plain.'
    return [{ locale: other.locale, finding: { rule: 'translation-missing', message, hint } }]
  }
  return [one, other].flatMap(({ locale, prose }): Found[] => {
    const fault = languageFault({ locale, prose }, vocabulary)
    if (!fault) return []
    if (fault === 'other-language') {
      const message = `${name} is not in ${languageName(locale)} here.`
      const hint = 'Translate it. If it is a name, add it to glossary.yaml.'
      return [{ locale, finding: { rule: 'wrong-language', message, hint } }]
    }
    const message = `${name} holds words that are not ${languageName(locale)}.`
    const hint = 'Translate them, or put them in brackets or quotation marks.'
    return [{ locale, finding: { rule: 'untranslated-words', severity: 'warning', message, hint } }]
  })
}

const partKinds = { code: 'code', links: 'link to', components: 'component' } as const

function missingParts(name: string, here: Side, there: Side): Found[] {
  return (Object.keys(partKinds) as (keyof typeof partKinds)[]).flatMap((kind) =>
    without(there.parts[kind], here.parts[kind]).map((part) => {
      const shown = part.length > 60 ? `${part.slice(0, 57)}…` : part
      const message = lacks(name, `${partKinds[kind]} ${shown}`, here, there)
      const rule = `parity-${kind.replace(/s$/, '')}`
      return { locale: here.locale, finding: { rule, message, hint: 'Use the same in each language.' } }
    }),
  )
}

function compareNumbers(name: string, one: Side, other: Side): Found[] {
  const [left, right] = [numbersOf(one.prose, one.locale), numbersOf(other.prose, other.locale)]
  const rule = 'parity-number'
  const hint = 'State the same number in each language.'
  const missing = (here: Side, there: Side, differences: ReturnType<typeof missingNumbers>) =>
    differences.map(({ written, instead }) => {
      const message = instead
        ? `${name} says ${instead} in ${languageName(here.locale)} and ${written} in ${languageName(there.locale)}.`
        : lacks(name, `number ${written}`, here, there)
      return { locale: here.locale, finding: { rule, message, hint } }
    })
  const found = [
    ...missing(other, one, missingNumbers(left, right)),
    ...missing(one, other, missingNumbers(right, left)),
  ]
  const contradiction = contradictingWords(left, right)
  if (!contradiction) return found
  const [here, there] = contradiction
  const message = `${name} counts ${there} in ${languageName(other.locale)} and ${here} in ${languageName(one.locale)}.`
  return [...found, { locale: other.locale, finding: { rule, message, hint } }]
}

/** A warning: a short wording may leave a term out. */
function compareTerms(name: string, one: Side, other: Side, vocabulary: Vocabulary): Found[] {
  const missing = vocabulary.untranslatedTerms(one, other)
  return missing.map(({ found, expected }) => {
    const message = `${name} has ${found} in ${languageName(one.locale)}, and no “${expected}” in ${languageName(other.locale)}.`
    const hint = `Write “${expected}”, or add to glossary.yaml what else it is called.`
    return { locale: other.locale, finding: { rule: 'term-translation', severity: 'warning', message, hint } }
  })
}

/** A warning: whether a word is a name is known for sure only where the glossary says so. */
function compareNames(name: string, one: Side, other: Side, vocabulary: Vocabulary): Found[] {
  const hint = 'Name it in each language, or say in glossary.yaml what it is called there.'
  const missing = (here: Side, there: Side) =>
    missingNames(there, here, vocabulary).map((word) => {
      const message = lacks(name, `name ${word}`, here, there)
      return { locale: here.locale, finding: { rule: 'parity-name', severity: 'warning' as const, message, hint } }
    })
  return [...missing(other, one), ...missing(one, other)]
}

function lacks(name: string, what: string, here: Side, there: Side): string {
  return `${name} lacks the ${what} in ${languageName(here.locale)}, which it has in ${languageName(there.locale)}.`
}

/** What a list has and another lacks; a part that stands twice is missing once. */
function without(parts: readonly string[], others: readonly string[]): string[] {
  const rest = [...others]
  return parts.filter((part) => {
    const index = rest.indexOf(part)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}
