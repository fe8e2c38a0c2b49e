import { LineCounter } from 'yaml'
import type { Place } from './diagnostics.ts'

/**
 * Says where offsets of a file stand, and where what is meant ends, if that is on the same line.
 *
 * @example
 * const placeAt = placesIn('en.mdx', 'one\ntwo')
 * placeAt(5) // { file: 'en.mdx', line: 2, column: 2 }; offsets are in UTF-16 code units
 */
export function placesIn(file: string, source: string): (offset: number, end?: number) => Place {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return (offset, end = offset) => {
    const { line, col: column } = lines.linePos(offset)
    const isOnLine = end > offset && lines.linePos(end).line === line
    return { file, line, column, ...(isOnLine && { endColumn: column + end - offset }) }
  }
}
