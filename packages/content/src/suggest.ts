import { closest, distance } from 'fastest-levenshtein'

/** No career has so many of anything; to compare a word with each of more would take its time. */
const maxCandidates = 1000
/** More names help nobody to find the right one. */
const maxOffered = 20

/**
 * The word that was probably meant, or `undefined` where nothing is near.
 *
 * @example
 * suggest('sumary', ['summary', 'name']) // 'summary'
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || candidates.length > maxCandidates) return undefined
  const best = closest(word, candidates as string[])
  return distance(word, best) <= Math.ceil(word.length / 3) || isShuffled(word, best) ? best : undefined
}

/** Whether two words have the same letters: `bsf` is two changes away from `bfs`, and one slip of the fingers. */
function isShuffled(word: string, other: string): boolean {
  return [...word].sort().join() === [...other].sort().join()
}

/** A sentence that proposes the nearest word, or names all of them; where there is none, nothing is right. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const best = suggest(word, candidates)
  if (best) return `Did you mean "${best}"?`
  if (candidates.length === 0) return 'Remove it.'
  const offered = candidates.toSorted()
  if (offered.length > maxOffered) offered.splice(maxOffered, Infinity, `… (${candidates.length} in all)`)
  return `Use one of: ${offered.join(', ')}.`
}
