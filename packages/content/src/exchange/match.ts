import type { Locale } from '../locale.ts'
import { type DraftMapping, Name, Prose } from './draft.ts'

/** By what an entry of the résumé was found to be one that the facts have. */
export type MatchedBy = 'words' | 'id' | 'dates' | 'address' | 'position'

export interface Match {
  /** Position in the facts. */
  old: number
  /** Position in the résumé. */
  new: number
  by: MatchedBy
}

/** An entry as it stands in a data file. */
export type Entry = Record<string, unknown>

/**
 * Finds for the entries of a list of the résumé those of the facts: by the same words in its language, by id, by dates
 * or address, which no language changes, and at last by position, where as many are left on both sides and nothing
 * speaks against it. No entry is matched twice; one that is not matched is a new one.
 */
export function matchEntries(old: readonly Entry[], draft: readonly DraftMapping[], locale: Locale): Match[] {
  const matches: Match[] = []
  const free = <T>(items: readonly T[], side: 'old' | 'new') =>
    items.map((item, index) => ({ item, index })).filter(({ index }) => !matches.some((match) => match[side] === index))

  pair('words', (one, other) => same(wordsIn(one, locale), wordsIn(other, locale)) && !contradict(one, other))
  pair('id', (one, other) => same(one.id, other.id))
  pair('address', (one, other) => same(one.url, other.url) && !contradict(one, other))
  pair('dates', (one, other) => same(datesOf(one), datesOf(other)) && !contradict(one, other))
  const [oldLeft, newLeft] = [free(old, 'old'), free(draft, 'new')]
  if (oldLeft.length !== newLeft.length) return matches
  for (const [index, { item, index: position }] of newLeft.entries()) {
    const left = oldLeft[index]
    if (left && !contradict(left.item, item)) matches.push({ old: left.index, new: position, by: 'position' })
  }
  return matches

  function pair(by: MatchedBy, isSame: (one: Entry, other: DraftMapping) => boolean) {
    for (const { item, index } of free(draft, 'new')) {
      const found = free(old, 'old').find((one) => isSame(one.item, item))
      if (found) matches.push({ old: found.index, new: index, by })
    }
  }
}

/** Keys under which an entry says what it is; the first that is there counts. */
const titles = ['name', 'title', 'institution', 'language', 'label', 'text', 'organization']

function wordsIn(entry: Entry | DraftMapping, locale: Locale): string | undefined {
  const value = titles.map((key) => entry[key]).find((value) => value !== undefined)
  if (value instanceof Prose || value instanceof Name) return value.text
  if (typeof value === 'string') return value
  const text = isMapping(value) ? value[locale] : undefined
  return typeof text === 'string' ? text : undefined
}

function datesOf(entry: Entry | DraftMapping): string | undefined {
  if (entry.date !== undefined) return String(entry.date)
  const { start, end } = isMapping(entry.period) ? entry.period : {}
  return start === undefined && end === undefined ? undefined : `${start}/${end}`
}

/** Whether what no language changes is told differently. */
function contradict(one: Entry, other: DraftMapping): boolean {
  const different = (a: unknown, b: unknown) => a !== undefined && b !== undefined && String(a) !== String(b)
  return different(one.url, other.url) || different(datesOf(one), datesOf(other))
}

const same = (a: unknown, b: unknown) => a !== undefined && a === b

export function isMapping(value: unknown): value is Record<string, unknown> {
  const isLeaf = value instanceof Prose || value instanceof Name
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLeaf
}
