import { isRagged, isThin } from '../budget.ts'
import type { PageProblem, PaginatedPage } from '../pagination.ts'
import { blockOf } from './blocks.ts'
import { entryOf, textNodes } from './conserve.ts'
import { countLines, ownText, rectsOf } from './rows.ts'

/**
 * What a careful eye would not like about finished pages: a heading that stands alone at a page's end, a single line of a
 * paragraph at the end or the top of a page, a page that ends early, and a last page with next to nothing on it. None of it
 * keeps a document from being printed.
 *
 * Source: CSS Fragmentation 3, 3.1 to 3.3 (`break-after: avoid`, orphans and widows).
 */
export function pageRemarks(pages: readonly PaginatedPage[], edges: readonly Edges[]): PageProblem[] {
  return pages.flatMap((page, index) => {
    const next = pages[index + 1]
    const remarks = isThin(pages, index) ? [thin(page)] : []
    if (next && !next.fresh) {
      const [foot, head] = [edges[index]?.last, edges[index + 1]?.first]
      remarks.push(...lonely(foot), ...brokenBadly(foot, head))
      if (isRagged(pages, index)) remarks.push(early(page))
    }
    return remarks.map((remark) => ({ page: index + 1, ...remark }))
  })
}

const percent = (share: number) => `${Math.round(share * 100)} %`

const thin = ({ filled }: PaginatedPage): PageProblem => ({
  message: `only ${percent(filled.share)} of this page is filled. Shorten what stands before, or write more.`,
})

const early = ({ filled }: PaginatedPage): PageProblem => ({
  message: `the page ends early, ${percent(filled.share)} full, because what follows is kept together. Allow a break in it.`,
})

/** A heading, or whatever else has to stay with what follows, as the last thing on a page. */
function lonely(foot: Edge | undefined): PageProblem[] {
  // The end of a split one, which has to stay with it, is on the next page.
  if (!foot?.announces || foot.goesOn) return []
  return [{ message: `the page ends with a heading: ${foot.words}. Keep it with what follows.`, ...foot.entry }]
}

/** A block that goes on to the next page, with one line on this side of the break or on that. */
function brokenBadly(foot: Edge | undefined, head: Edge | undefined): PageProblem[] {
  if (!foot?.ref || foot.ref !== head?.ref) return []
  const complain = ({ words, entry }: Edge, what: string): PageProblem[] => [
    { message: `${what}: ${words}. Allow two lines, or keep the paragraph together (data-keep).`, ...entry },
  ]
  return [
    ...(!foot.cameOn && foot.lines === 1 ? complain(foot, 'the page ends with the first line of a paragraph') : []),
    ...(!head.goesOn && head.lines === 1
      ? complain(head, 'the last line of a paragraph stands alone on the next page')
      : []),
  ]
}

/** The box that holds the first or the last text of a page. */
interface Edge {
  /** Which element of the source it is, or a piece of. */
  ref: string | undefined
  entry: { entry?: string }
  words: string
  lines: number
  /** Whether it has to stay with what follows. */
  announces: boolean
  cameOn: boolean
  goesOn: boolean
}

/** What a page begins and ends with, where there is text on it. */
export interface Edges {
  first: Edge | undefined
  last: Edge | undefined
}

/** Reads the edges of a finished page, which has to be laid out. */
export function edgesOf(sheet: Element): Edges {
  const nodes = textNodes(sheet.querySelector('.pagedjs_page_content > div') ?? sheet)
  const isSeen = (node: Text) => /\S/.test(node.data) && rectsOf(node).length > 0
  const [first, last] = [nodes.find(isSeen), nodes.findLast(isSeen)]
  return { first: first && edgeOf(first), last: last && edgeOf(last) }
}

function edgeOf(text: Text): Edge {
  const box = blockOf(text.parentElement as Element) as HTMLElement
  const { ref, splitFrom, splitTo, breakAfter } = box.dataset
  return {
    ref,
    entry: entryOf(box),
    words: `“${text.data.trim().slice(0, 24)}”`,
    lines: countLines(ownText(box)),
    announces: box.closest('h1, h2, h3, h4, h5, h6, thead, caption') !== null || breakAfter === 'avoid',
    cameOn: splitFrom !== undefined,
    goesOn: splitTo !== undefined,
  }
}
