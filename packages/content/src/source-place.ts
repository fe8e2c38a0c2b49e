import type { Place } from './diagnostics.ts'

/**
 * The line and column of an offset in a file.
 *
 * @param offset in UTF-16 code units
 * @example
 * placeAt('en.mdx', 'one\ntwo', 5) // { file: 'en.mdx', line: 2, column: 2 }
 */
export function placeAt(file: string, source: string, offset: number): Place {
  const lines = source.slice(0, offset).split('\n')
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
