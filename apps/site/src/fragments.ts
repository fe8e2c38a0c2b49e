/**
 * The fragment of a part of an entry. The ids of the facts have single hyphens only, so that no part ever takes the
 * fragment of an entry, nor of another kind of part.
 *
 * @example
 * partId('bfs', 'go-sdk') // 'bfs--go-sdk', a highlight
 * partId('bfs', 'ref', 'haystack') // 'bfs--ref--haystack', a reference
 */
export function partId(entry: string, ...part: (string | number)[]): string {
  return [entry, ...part].join('--')
}

/** The fragments of the index and of the list of links; no section of the facts can have them. */
export const indexId = '_index'
export const linksId = '_links'
