import type { PaginatedPage } from '../pagination.ts'
import { firstDifference, normalise, surplus } from '../text.ts'

/** Latin, Greek and Cyrillic letters and digits: what words are made of that are told apart by a space. */
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

/**
 * Compares the text of one page as it was set with the text that was read out of the PDF.
 *
 * @returns what is wrong: text that is lost, set twice, in another order, or run together with its neighbour.
 */
export function comparePage(page: Pick<PaginatedPage, 'text' | 'generated'>, read: string): string[] {
  const expected = normalise(page.text)
  const actual = normalise(read)
  const generated = normalise(page.generated)
  const lost = surplus(expected, actual)
  if (lost) {
    const near = firstDifference(expected, actual)?.expected
    return [
      `the PDF lacks “${lost.slice(0, 20)}” of the page's text, near “${near}”. Look for text that is covered or clipped, or mark it data-print="skip".`,
    ]
  }
  const added = [...surplus(actual, expected)].filter((char) => !generated.includes(char)).join('')
  if (added) {
    const near = firstDifference(expected, actual)?.actual
    return [
      `the PDF has “${added.slice(0, 20)}” more than the page's text, near “${near}”. Look for text that is set twice.`,
    ]
  }
  const [source, target] = [gaps(page.text), gaps(read)]
  const found: number[] = []
  let from = 0
  for (const char of source.chars) {
    const at = target.chars.indexOf(char, from)
    if (at < 0) {
      const near = source.chars.slice(Math.max(0, found.length - 10), found.length + 10).join('')
      return [
        `the PDF has the page's text in another order, at “${near}”. Give the elements beside it position: relative, so that they are painted in the order of the source.`,
      ]
    }
    found.push(at)
    from = at + 1
  }
  for (const gap of source.gaps) {
    const [before = '', after = ''] = [source.chars[gap - 1], source.chars[gap]]
    const [start = 0, end = 0] = [found[gap - 1], found[gap]]
    if (!WORD.test(before) || !WORD.test(after) || hasGap(target.gaps, start, end)) continue
    const near = source.chars.slice(Math.max(0, gap - 10), gap).join('')
    return [
      `the PDF runs two words together: “${near}” and “${source.chars.slice(gap, gap + 10).join('')}”. Put more space between them.`,
    ]
  }
  return []
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
