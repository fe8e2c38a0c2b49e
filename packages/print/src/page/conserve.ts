import type { PageProblem, PaginatedPage } from '../pagination.ts'
import { firstDifference, normalise, surplus } from '../text.ts'
import { filled, isFresh } from './filled.ts'
import { generated } from './generated.ts'
import { inkOf } from './ink.ts'
import { boxesOf } from './ruler.ts'

/** A piece of text with the entry, and on a page the page, that it stands in. */
export interface Piece {
  text: string
  entry?: string
  page?: number
}

const SILENT = 'script, style, template, noscript, title'

/** The text of a tree, node by node, in the order of the source. */
export function pieces(root: Node, page?: number): Piece[] {
  return textNodes(root).map((node) => ({ text: node.data, ...entryOf(node), ...(page === undefined ? {} : { page }) }))
}

/** The entry that a node belongs to, as a property to spread. */
export function entryOf(node: Node | null): { entry?: string } {
  const element = node instanceof Element ? node : node?.parentElement
  const entry = element?.closest<HTMLElement>('[data-entry]')?.dataset.entry
  return entry ? { entry } : {}
}

/** The text nodes of a tree that are meant to be read. */
export function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (!node.parentElement?.closest(SILENT)) nodes.push(node)
  }
  return nodes
}

/**
 * The text of the pages, page by page, with each footnote where it was declared: at its call.
 *
 * @param sheets the pages in the order of the text.
 * @param bound the same in the order of the paper, which numbers them.
 */
export function piecesOfPages(sheets: readonly Element[], bound: readonly Element[] = sheets): Piece[] {
  const notes = new Map<string, Piece[]>()
  const flow: Piece[] = []
  for (const sheet of sheets) {
    const page = bound.indexOf(sheet) + 1
    // A long note goes on over several pages, and is one text.
    for (const note of sheet.querySelectorAll<HTMLElement>('.pagedjs_footnote_area [data-note]')) {
      const ref = note.dataset.ref ?? ''
      notes.set(ref, [...(notes.get(ref) ?? []), ...pieces(note, page)])
    }
  }
  const take = (ref: string) => {
    flow.push(...(notes.get(ref) ?? []))
    notes.delete(ref)
  }
  for (const sheet of sheets) {
    const page = bound.indexOf(sheet) + 1
    const content = sheet.querySelector('.pagedjs_page_content') ?? sheet
    const calls = [...content.querySelectorAll<HTMLElement>('[data-footnote-call]')]
    for (const node of textNodes(content)) {
      while (calls[0] && calls[0].compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
        take(calls.shift()?.dataset.footnoteCall ?? '')
      flow.push({ text: node.data, page, ...entryOf(node) })
    }
    for (const call of calls) take(call.dataset.footnoteCall ?? '')
  }
  // A note without a call is text that nobody declared there.
  return [...flow, ...[...notes.values()].flat()]
}

/** Compares the text of the source with the text of the pages: nothing lost, doubled, or in another order. */
export function compareText(source: Piece[], pages: Piece[]): PageProblem[] {
  const whole = (list: Piece[]) => list.map((piece) => normalise(piece.text)).join('')
  const expected = whole(source)
  const actual = whole(pages)
  const difference = firstDifference(expected, actual)
  if (!difference) return []
  const lost = surplus(expected, actual) !== ''
  const doubled = surplus(actual, expected) !== ''
  const where = pieceAt(lost ? source : pages, difference.at)
  const page = pieceAt(pages, difference.at)?.page
  const what = lost ? 'lost' : doubled ? 'doubled' : 'reordered'
  return [
    {
      message: `pagination ${what} text: the pages have “${difference.actual}” where the document has “${difference.expected}”. Keep the passage together (data-keep), or simplify its markup.`,
      ...(where?.entry ? { entry: where.entry } : {}),
      ...(page === undefined ? {} : { page }),
    },
  ]
}

function pieceAt(list: Piece[], at: number): Piece | undefined {
  let end = 0
  for (const piece of list) {
    end += normalise(piece.text).length
    if (end > at) return piece
  }
  return list.at(-1)
}

/** Reads one finished page: what a reader sees on it, and what lies outside the page area and so cannot be seen. */
export function readPage(sheet: Element): { page: Omit<PaginatedPage, 'label' | 'links'>; problems: PageProblem[] } {
  const area = (sheet.querySelector('.pagedjs_area') ?? sheet) as HTMLElement
  const box = area.getBoundingClientRect()
  const origin = sheet.getBoundingClientRect()
  const problems: PageProblem[] = []
  let text = ''
  let first: Text | undefined

  for (const node of textNodes(area)) {
    const rects = visibleRects(node)
    // Space that stands by itself keeps words apart.
    if (/^\s+$/.test(node.data)) text += ' '
    if (rects.length === 0) continue
    text += transformed(node)
    first ??= node
    const out = rects.find((rect) => !inside(rect, box) && !inside(inkOf(node, transformed(node), rect), box, 1))
    if (out) problems.push({ message: overflow(node), ...entryOf(node) })
  }
  for (const clip of clipping(area)) {
    const inner = clip.getBoundingClientRect()
    const cut = textNodes(clip).find((node) => visibleRects(node).some((rect) => !inside(rect, inner)))
    if (cut) problems.push({ message: clipped(cut), ...entryOf(cut) })
  }
  for (const image of area.querySelectorAll('img, svg, video, canvas')) {
    const rect = image.getBoundingClientRect()
    if (image instanceof HTMLImageElement && image.complete && image.naturalWidth === 0) {
      problems.push({
        message: `the image ${image.getAttribute('src')} cannot be shown. Look whether the file is a whole image.`,
        ...entryOf(image),
      })
    }
    if (rect.width > 0 && !inside(rect, box, 1)) {
      problems.push({
        message: `an image (${image.tagName.toLowerCase()}) does not fit the page. Make it smaller.`,
        ...entryOf(image),
      })
    }
  }
  const page: Omit<PaginatedPage, 'label' | 'links'> = {
    text,
    generated: [...new Set([...area.querySelectorAll('*')].map(generated))].join(''),
    area: {
      left: box.left - origin.left,
      top: box.top - origin.top,
      right: box.right - origin.left,
      bottom: box.bottom - origin.top,
    },
    filled: filled(sheet),
    fresh: isFresh(sheet),
    ...entryOf(first ?? null),
  }
  return { page, problems: problems.slice(0, 3) }
}

const overflow = (node: Text) =>
  `text does not fit the page area: “${node.data.trim().slice(0, 24)}”. Shorten it, let it wrap, or allow a break inside.`

const clipped = (node: Text) =>
  `text is cut off by a box that hides its overflow: “${node.data.trim().slice(0, 24)}”. Let the box grow, or its overflow be visible.`

/** The boxes of a page that hide what does not fit them, but for those of no size, which hide on purpose. */
function clipping(area: Element): Element[] {
  return [...area.querySelectorAll<HTMLElement>('[data-ref]')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    if (overflowX === 'visible' && overflowY === 'visible') return false
    return element instanceof HTMLElement && element.offsetWidth > 1 && element.offsetHeight > 1
  })
}

/** A space that is kept hangs over the end of its line, where it does no harm: there each word counts by itself. */
function visibleRects(node: Text): DOMRect[] {
  const { visibility, whiteSpaceCollapse } = getComputedStyle(node.parentElement as Element)
  if (visibility !== 'visible') return []
  const rects: DOMRect[] = []
  for (const { 0: ink, index } of node.data.matchAll(
    whiteSpaceCollapse === 'preserve' ? /\S+/g : /\S(?:[\s\S]*\S)?/g,
  )) {
    rects.push(...boxesOf(node, index, index + ink.length))
  }
  return rects.filter((rect) => rect.width > 0 && rect.height > 0)
}

/** A glyph box is taller than the line it stands in: a fifth of it may hang over. */
function inside(rect: DOMRect, box: DOMRect, slack = Math.max(1, rect.height / 5)): boolean {
  return (
    rect.left >= box.left - slack &&
    rect.right <= box.right + slack &&
    rect.top >= box.top - slack &&
    rect.bottom <= box.bottom + slack
  )
}

function transformed(node: Text): string {
  const { textTransform } = getComputedStyle(node.parentElement as Element)
  if (textTransform === 'uppercase') return node.data.toUpperCase()
  if (textTransform === 'lowercase') return node.data.toLowerCase()
  if (textTransform === 'capitalize')
    return node.data.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
  return node.data
}
