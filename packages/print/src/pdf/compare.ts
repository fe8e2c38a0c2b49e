import type { PaginatedPage } from '../pagination.ts'
import { firstDifference, normalise, surplus } from '../text.ts'

/** Latin, Greek and Cyrillic letters and digits: what words are made of that are told apart by a space. */
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

/** What a page's text in the PDF is reproached with. */
interface Comparison {
  problems: string[]
  remarks: string[]
}

/**
 * Compares the text of one page as it was set with the text that was read out of the PDF.
 *
 * @param pieces what was read, in pieces that are tagged apart.
 * @returns as problems, text that is lost, set twice, in another order, or run together with its neighbour; as a remark, pieces
 * that are whole but painted in another order than they are tagged in: floats, inline blocks, what is half transparent.
 */
export function comparePage(page: Pick<PaginatedPage, 'text' | 'generated'>, pieces: readonly string[]): Comparison {
  const read = pieces.join('')
  const fault = (...problems: string[]): Comparison => ({ problems, remarks: [] })
  const expected = normalise(page.text)
  const actual = normalise(read)
  const generated = normalise(page.generated)
  const lost = surplus(expected, actual)
  if (lost) {
    const near = firstDifference(expected, actual)?.expected
    return fault(
      `the PDF lacks “${lost.slice(0, 20)}” of the page's text, near “${near}”. Look for text that is covered or clipped, or mark it data-print="skip".`,
    )
  }
  const added = [...surplus(actual, expected)].filter((char) => !generated.includes(char)).join('')
  if (added) {
    const near = firstDifference(expected, actual)?.actual
    return fault(
      `the PDF has “${added.slice(0, 20)}” more than the page's text, near “${near}”. Look for text that is set twice.`,
    )
  }
  const [source, target] = [gaps(page.text), gaps(read)]
  const found: number[] = []
  let from = 0
  for (const char of source.chars) {
    const at = target.chars.indexOf(char, from)
    if (at < 0) {
      const near = source.chars.slice(Math.max(0, found.length - 10), found.length + 10).join('')
      if (!tile(expected, pieces.map(normalise), generated)) {
        return fault(
          `the PDF has the page's text in another order, at “${near}”. Look for text that is not set from left to right.`,
        )
      }
      const advice =
        'Give the elements beside it position: relative, so that they are painted in the order of the source.'
      return {
        problems: [],
        remarks: [`who reads the PDF without its tags finds the text in another order, at “${near}”. ${advice}`],
      }
    }
    found.push(at)
    from = at + 1
  }
  for (const gap of source.gaps) {
    const [before = '', after = ''] = [source.chars[gap - 1], source.chars[gap]]
    const [start = 0, end = 0] = [found[gap - 1], found[gap]]
    if (!WORD.test(before) || !WORD.test(after) || hasGap(target.gaps, start, end)) continue
    const near = source.chars.slice(Math.max(0, gap - 10), gap).join('')
    return fault(
      `the PDF runs two words together: “${near}” and “${source.chars.slice(gap, gap + 10).join('')}”. Put more space between them.`,
    )
  }
  return fault()
}

/** A text's visible characters, and before which of them white space stands. */
function gaps(text: string): { chars: string[]; gaps: Set<number> } {
  const [first = '', ...rest] = text.split(/\s+/)
  const chars = [...normalise(first)]
  const found = new Set<number>()
  for (const word of rest) {
    found.add(chars.length)
    chars.push(...normalise(word))
  }
  return { chars, gaps: found }
}

function hasGap(gaps: ReadonlySet<number>, after: number, upTo: number): boolean {
  for (let at = after + 1; at <= upTo; at++) if (gaps.has(at)) return true
  return false
}

/** Whether pieces, each whole, make up a text in some order; what CSS generates may stand in between. */
function tile(text: string, pieces: readonly string[], generated: string): boolean {
  const left = [...pieces]
  for (let at = 0; at < text.length; ) {
    const ends = left.map((piece) => follow(text, at, piece, generated))
    const end = Math.max(at, ...ends)
    if (end === at) return false
    left.splice(ends.indexOf(end), 1)
    at = end
  }
  return true
}

/** How far a piece goes along with a text; not at all where it leaves it. */
function follow(text: string, from: number, piece: string, generated: string): number {
  let at = from
  for (const char of piece) {
    if (text.startsWith(char, at)) at += char.length
    else if (!generated.includes(char)) return from
  }
  return at
}
