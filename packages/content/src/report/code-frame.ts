import stringWidth from 'string-width'
import type { Place } from '../diagnostics.ts'
import { printable } from './printable.ts'

/** In columns of a terminal; what is longer is cut to a window around the caret. */
const maxWidth = 100
/** How much of a window stands before its caret. */
const widthBefore = 40
/** A longer mark shows no better where the mistake is. */
const maxMark = 40
const tabWidth = 4

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** One character as a reader sees it: its place in the line, and what is printed for it. */
interface Cell {
  index: number
  shown: string
  width: number
}

/**
 * The line of a place with a caret under it, ready for a terminal; empty where the source has no such line.
 *
 * A Han character is two columns wide, a tab up to four; what cannot be seen is named.
 *
 * @example
 * codeFrame('tags: [kubernets]\n', { line: 1, column: 8, endColumn: 17 })
 * //   1 | tags: [kubernets]
 * //     |        ^^^^^^^^^
 */
export function codeFrame(source: string, place: Omit<Place, 'file'>): string {
  const line = source.split('\n')[place.line - 1]?.replace(/\r$/, '')
  if (line === undefined) return ''
  const at = Math.min(place.column - 1, line.length)
  const cells = cellsAround(line, at)
  const caret = cells.findLastIndex(({ index }) => index <= at)
  const isShort = widthOf(cells) <= maxWidth
  const first = isShort ? 0 : caret - fitting(cells.slice(0, caret).toReversed(), widthBefore)
  const window = cells.slice(first, first + fitting(cells.slice(first), maxWidth))

  const isCutBefore = (window[0]?.index ?? 0) > 0
  const isCutAfter = (window.at(-1)?.index ?? line.length) < line.length
  const text = `${isCutBefore ? '…' : ''}${window.map(({ shown }) => shown).join('')}${isCutAfter ? '…' : ''}`
  const indent = widthOf(cells.slice(first, caret)) + (isCutBefore ? 1 : 0)
  const end = (place.endColumn ?? 0) - 1
  const marked = widthOf(window.filter(({ index }, position) => position >= caret - first && index < end))
  const mark = '^'.repeat(marked > maxMark ? 1 : Math.max(marked, 1))
  const gutter = String(place.line).padStart(4)
  const caretLine = `${' '.repeat(gutter.length)} | ${' '.repeat(indent)}${mark}`
  return `${`${gutter} | ${text}`.trimEnd()}\n${caretLine}`
}

/** How many of the cells, from the first on, fit into a width. */
function fitting(cells: readonly Cell[], width: number): number {
  let used = 0
  const tooMany = cells.findIndex((cell) => {
    used += cell.width
    return used > width
  })
  return tooMany < 0 ? cells.length : tooMany
}

/** The characters near a place. A line may be a megabyte long, and only a window of it is shown. */
function cellsAround(line: string, at: number): Cell[] {
  const start = Math.max(0, at - 4 * maxWidth)
  const cells: Cell[] = []
  let column = 0
  for (const { segment, index } of graphemes.segment(line.slice(start, at + 4 * maxWidth))) {
    const tab = tabWidth - (column % tabWidth)
    const shown = segment === '\t' ? '→'.padEnd(tab) : printable(segment)
    const width = segment === '\t' ? tab : stringWidth(shown)
    cells.push({ index: start + index, shown, width })
    column += width
  }
  // What is missing at the end of a line is shown after its last character.
  if (at + 4 * maxWidth >= line.length) cells.push({ index: line.length, shown: '', width: 1 })
  return cells
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}
