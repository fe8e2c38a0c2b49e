import { isThin } from '../budget.ts'
import type { PageProblem, PaginatedPage } from '../pagination.ts'
import { blockOf } from './blocks.ts'
import { entryOf, textNodes } from './conserve.ts'
import { countLines, ownText, rectsOf } from './rows.ts'

/** How much of a page may stay empty before a break that the document does not ask for. */
const RAGGED = 0.2

/**
 * What a careful eye would not like about finished pages: a heading that stands alone at a page's end, a single line of a
 * paragraph at the end or the top of a page, a page that ends early, and a last page with next to nothing on it. None of it
 * keeps a document from being printed.
 *
 * Source: CSS Fragmentation 3, 3.1 to 3.3 (`break-after: avoid`, orphans and widows).
 */
export function pageRemarks(sheets: readonly Element[], pages: readonly PaginatedPage[]): PageProblem[] {
  const flows = sheets.map((sheet) => sheet.querySelector('.pagedjs_page_content > div') ?? sheet)
  return pages.flatMap((page, index) => {
    const next = pages[index + 1]
    const remarks = isThin(pages, index) ? [thin(page)] : []
    if (next && !next.fresh) {
      const [here, there] = [flows[index] as Element, flows[index + 1] as Element]
      remarks.push(...lonely(here), ...brokenBadly(here, there))
      if (1 - page.filled.share > RAGGED) remarks.push(early(page))
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
function lonely(flow: Element): PageProblem[] {
  const text = edge(flow, 'last')
  const block = text && boxOf(text)
  // The end of a split one, which has to stay with it, is on the next page.
  if (block?.dataset.splitTo !== undefined) return []
  if (!block?.closest('h1, h2, h3, h4, h5, h6, thead, caption') && block?.dataset.breakAfter !== 'avoid') return []
  return [
    { message: `the page ends with a heading: ${quote(text as Text)}. Keep it with what follows.`, ...entryOf(block) },
  ]
}

/** A block that goes on to the next page, with one line on this side of the break or on that. */
function brokenBadly(here: Element, there: Element): PageProblem[] {
  const [end, start] = [edge(here, 'last'), edge(there, 'first')]
  const [head, tail] = [end && boxOf(end), start && boxOf(start)]
  if (!head?.dataset.ref || head.dataset.ref !== tail?.dataset.ref) return []
  const complain = (text: Text, what: string): PageProblem[] => [
    {
      message: `${what}: ${quote(text)}. Allow two lines, or keep the paragraph together (data-keep).`,
      ...entryOf(text),
    },
  ]
  return [
    ...(head.dataset.splitFrom === undefined && countLines(ownText(head)) === 1
      ? complain(end as Text, 'the page ends with the first line of a paragraph')
      : []),
    ...(tail.dataset.splitTo === undefined && countLines(ownText(tail)) === 1
      ? complain(start as Text, 'the last line of a paragraph stands alone on the next page')
      : []),
  ]
}

const boxOf = (text: Text) => blockOf(text.parentElement as Element) as HTMLElement

const quote = (text: Text) => `“${text.data.trim().slice(0, 24)}”`

/** The first or the last text that is to be seen. */
function edge(flow: Element, which: 'first' | 'last'): Text | undefined {
  const nodes = textNodes(flow)
  if (which === 'last') nodes.reverse()
  return nodes.find((node) => /\S/.test(node.data) && rectsOf(node).length > 0)
}
