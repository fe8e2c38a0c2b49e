import { diffArrays } from 'diff'
import { type Locale, localeInfo } from './locale.ts'

/** A run of words that both texts have, or only the former, or only the latter. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** In words. The time grows with its square, and texts that differ in more are simply two texts. */
const maxEditLength = 1000

/**
 * How one text became another, word by word. Nothing is lost: the runs that are not `added` make up the former text,
 * those that are not `removed` the latter.
 *
 * Chinese has no spaces between its words; `Intl.Segmenter` (ECMA-402) knows them.
 *
 * @example
 * compareWords('支撑500个服务', '支撑600个服务', 'zh')
 * // same 支撑, removed 500, added 600, same 个服务
 */
export function compareWords(before: string, after: string, locale: Locale): WordRun[] {
  const runs = diffArrays(wordsOf(before, locale), wordsOf(after, locale), { maxEditLength })
  if (!runs)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return runs.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/**
 * Writes a word difference as one line, in the marks of `git diff --word-diff`.
 *
 * @example
 * formatWords(compareWords('500 services', '600 services', 'en')) // '[-500 -]{+600 +}services'
 */
export function formatWords(runs: readonly WordRun[]): string {
  return runs.map(({ kind, text }) => marks[kind].join(text)).join('')
}

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const

/** The words, each with the space behind it: a space by itself would be found everywhere, and tear the runs apart. */
function wordsOf(text: string, locale: Locale): string[] {
  const segments = new Intl.Segmenter(localeInfo[locale].tag, { granularity: 'word' }).segment(text)
  const words: string[] = []
  for (const { segment } of segments) {
    if (words.length > 0 && segment.trim() === '') words.push(`${words.pop()}${segment}`)
    else words.push(segment)
  }
  return words
}
