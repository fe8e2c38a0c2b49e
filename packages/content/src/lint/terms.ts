import type { DataSet } from '../data-set.ts'
import { type Locale, localeInfo } from '../locale.ts'
import { matcher } from '../parity/matcher.ts'
import type { Fault } from './rule.ts'

interface Name {
  term: string
  /** Whether its letters, all small, are an English word of another meaning. */
  isWord: boolean
}

/** The rules about names: those of the glossary, and the technologies among the tags. */
export function termRules({ glossary, tags }: DataSet, locale: Locale): ((text: string) => Fault[])[] {
  const isLatin = localeInfo[locale].script === 'Latin'
  const entries = glossary?.data.terms ?? []
  const fromGlossary = entries.flatMap(({ term, casing }): Name[] =>
    casing ? [{ term, isWord: casing === 'word' && isLatin }] : [],
  )
  const fromTags = Object.values(tags?.data ?? {}).flatMap(({ name, kind }): Name[] => {
    const term = name[locale]
    const isKnown = kind !== 'technology' || entries.some((entry) => entry.term === term)
    // Go, Rust and Spark are words as well. The glossary can say of a name that it is none.
    return isKnown ? [] : [{ term, isWord: isLatin && /^\p{Lu}\p{Ll}+$/u.test(term) }]
  })
  return [
    ...[...fromGlossary, ...fromTags].filter(({ term }) => /\p{Script=Latin}/u.test(term)).map(casingRule),
    ...entries.filter(({ avoid }) => avoid.length > 0).map(({ term, avoid }) => avoidRule(term, avoid)),
  ]
}

function casingRule({ term, isWord }: Name): (text: string) => Fault[] {
  const pattern = matcher([term])
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const replacement = term + found.slice(term.length).toLowerCase()
      if (found === replacement || isPartOfIdentifier(text, index, found)) return []
      if (isWord && /^\p{Lu}?\p{Ll}+$/u.test(found)) return []
      const message = `${found} is not how ${term} is written.`
      const hint = `Write ${replacement}.`
      return [{ start: index, end: index + found.length, rule: 'term-casing', message, hint, replacement }]
    })
}

function avoidRule(term: string, avoid: readonly string[]): (text: string) => Fault[] {
  const pattern = matcher(avoid)
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      if (isPartOfIdentifier(text, index, found)) return []
      const message = `${found} is another word for ${term}.`
      const hint = `Write ${term}, as glossary.yaml says.`
      return [{ start: index, end: index + found.length, rule: 'term-avoid', message, hint, replacement: term }]
    })
}

/** `go-kratos/kratos`, `me@github.com` and `docker-compose` are written as they are. */
function isPartOfIdentifier(text: string, index: number, found: string): boolean {
  const before = text.slice(0, index)
  const after = text.slice(index + found.length)
  if (/[/_@.]$/.test(before) || /^(?:[/_@]|\.[\p{L}\d])/u.test(after)) return true
  return found === found.toLowerCase() && (/[\p{L}\d]-$/u.test(before) || /^-[\p{L}\d]/u.test(after))
}
