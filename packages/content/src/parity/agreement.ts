import { diffArrays } from 'diff'
import type { Locale } from '../locale.ts'
import { oneLine } from './blocks.ts'
import type { Agreed, Agreements } from './lock.ts'
import type { Translation } from './translations.ts'

/** A text beside what was last agreed about it. */
export interface Comparison {
  translation: Translation
  /** Missing where nothing was ever agreed. */
  agreed?: Agreed
  /** The languages that have changed since; none where all is agreed. */
  changed: Locale[]
}

/** Compares texts with what was agreed. Texts have names; the passages of a case study are told by what they say. */
export function compareWithLock(
  translations: readonly Translation[],
  groups: Agreements,
  locales: readonly Locale[],
): Comparison[] {
  return groupsOf(translations).flatMap(([name, members]) => {
    const group = Object.hasOwn(groups, name) ? groups[name] : undefined
    if (Array.isArray(group)) return comparePassages(members, group, locales)
    return members.map((translation) => {
      const { field } = translation
      const agreed = group && field !== undefined && Object.hasOwn(group, field) ? group[field] : undefined
      return compare(translation, agreed, locales)
    })
  })
}

/** The texts of each file, and of each case study, together. */
export function groupsOf(translations: readonly Translation[]): [name: string, members: Translation[]][] {
  const names = [...new Set(translations.map(({ group }) => group))]
  return names.map((name) => [name, translations.filter(({ group }) => group === name)])
}

/** Finds the agreed passage for each current one: in order, the one that says the same in at least one language. */
function comparePassages(passages: Translation[], agreed: Agreed[], locales: readonly Locale[]): Comparison[] {
  // On one line each, before they are compared many times over.
  const flat = (texts: Agreed) => locales.map((locale) => oneLine(texts[locale] ?? ''))
  const runs = diffArrays(agreed.map(flat), passages.map(({ texts }) => texts).map(flat), { comparator: sharesAText })
  const comparisons: Comparison[] = []
  let [old, now] = [0, 0]
  for (const [index, { added, removed, count }] of runs.entries()) {
    const before = added ? runs[index - 1] : undefined
    // As many in as out at one place: the passages there have been rewritten.
    const isRewritten = before?.removed === true && before.count === count
    for (let step = 0; step < count; step += 1) {
      const passage = removed ? undefined : passages[now++]
      const counterpart = isRewritten ? agreed[old - count + step] : added ? undefined : agreed[old++]
      if (passage) comparisons.push(compare(passage, counterpart, locales))
    }
  }
  return comparisons
}

function sharesAText(texts: readonly string[], others: readonly string[]): boolean {
  return texts.some((text, index) => text !== '' && text === others[index])
}

function compare(translation: Translation, agreed: Agreed | undefined, locales: readonly Locale[]): Comparison {
  // A language that was added since has never been agreed, and then the whole text has not.
  if (!agreed || locales.some((locale) => agreed[locale] === undefined)) return { translation, changed: [...locales] }
  const changed = locales.filter((locale) => !same(agreed[locale], translation.texts[locale]))
  return { translation, agreed, changed }
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && oneLine(one) === oneLine(other)
}
