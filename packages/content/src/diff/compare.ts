import { diffArrays } from 'diff'
import type { Locale } from '../locale.ts'
import { compareWords, type WordRun } from '../words.ts'
import type { Subject } from './subjects.ts'

/** What differs, the same in every language or in some. */
export interface Difference {
  kind: 'added' | 'removed' | 'moved' | 'changed'
  /** See {@link Subject.what}. */
  what: string
  /** The fact of it that was added, removed or changed, by its path; without one it is the whole that was. */
  field?: string
  /** How, in each language in which there is a difference. */
  in: Partial<Record<Locale, Change>>
}

/** The two sides of a difference. Of what was moved it is what stood and what stands before it: empty, where it is first. */
export interface Change {
  before?: string
  after?: string
  /** Of a text that was changed. */
  words?: WordRun[]
}

type Found = Omit<Difference, 'in'> & { change: Change }

/**
 * How facts differ, in every language at once: what one language shares with another is one difference.
 *
 * @param before what there was, in a language
 * @param after what there is
 */
export function compareSubjects(
  locales: readonly Locale[],
  before: (locale: Locale) => Subject[],
  after: (locale: Locale) => Subject[],
): Difference[] {
  const differences = new Map<string, Difference>()
  for (const locale of locales) {
    for (const { change, ...found } of compareIn(locale, before(locale), after(locale))) {
      const key = JSON.stringify([found.kind, found.what, found.field])
      const difference = differences.get(key) ?? { ...found, in: {} }
      difference.in[locale] = change
      differences.set(key, difference)
    }
  }
  // What is gone from one language alone was found last, and is told with the rest of what is gone.
  const isGone = ({ kind, field }: Difference) => kind === 'removed' && field === undefined
  return [...differences.values()].sort((a, b) => Number(isGone(b)) - Number(isGone(a)))
}

function* compareIn(locale: Locale, before: readonly Subject[], after: readonly Subject[]): Generator<Found> {
  const old = new Map(before.map((subject) => [subject.what, subject]))
  const now = new Map(after.map((subject) => [subject.what, subject]))
  for (const { what, title } of newIn(old, now)) yield { kind: 'removed', what, change: { before: title } }
  const added = newIn(now, old)
  const places = movesBetween(before, after)
  for (const subject of after) {
    const { what, title } = subject
    const former = old.get(what)
    const move = places.get(what)
    if (added.includes(subject)) yield { kind: 'added', what, change: { after: title } }
    if (move) yield { kind: 'moved', what, change: move }
    if (former) yield* compareFields(locale, former, subject)
  }
}

/** What the one has and the other lacks. What belongs to a whole that is lacking is not said again. */
function newIn(one: ReadonlyMap<string, Subject>, other: ReadonlyMap<string, Subject>): Subject[] {
  const isNew = (what: string | undefined) => what !== undefined && one.has(what) && !other.has(what)
  return [...one.values()].filter(({ what, owner }) => isNew(what) && !isNew(owner))
}

/** What both have in the same list in another order, and what stood and stands before it: as few moves as explain it. */
function movesBetween(before: readonly Subject[], after: readonly Subject[]): Map<string, Change> {
  const moves = new Map<string, Change>()
  for (const list of new Set(after.map((subject) => subject.list))) {
    const [old, now] = [before, after].map((subjects) =>
      subjects.filter((subject) => subject.list === list).map(({ what }) => what),
    ) as [string[], string[]]
    const shared = (some: string[], others: string[]) => some.filter((what) => others.includes(what))
    for (const { added, value } of diffArrays(shared(old, now), shared(now, old))) {
      if (!added) continue
      for (const what of value) moves.set(what, { before: predecessor(old, what), after: predecessor(now, what) })
    }
  }
  return moves
}

function predecessor(list: readonly string[], what: string): string {
  return list[list.indexOf(what) - 1] ?? ''
}

function* compareFields(locale: Locale, old: Subject, now: Subject): Generator<Found> {
  for (const field of new Set([...now.fields.keys(), ...old.fields.keys()])) {
    const [before, after] = [old.fields.get(field), now.fields.get(field)]
    const found = { what: now.what, field }
    if (before === after) continue
    if (before === undefined) yield { kind: 'added', ...found, change: { after: after ?? '' } }
    else if (after === undefined) yield { kind: 'removed', ...found, change: { before } }
    else yield { kind: 'changed', ...found, change: { before, after, words: compareWords(before, after, locale) } }
  }
}
