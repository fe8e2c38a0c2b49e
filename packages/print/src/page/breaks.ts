import { blockOf } from './blocks.ts'
import { textNodes } from './conserve.ts'
import { countLines, ownText, rectsOf } from './rows.ts'

/**
 * The node that an overflow begins with; none where it begins inside a text. Where a box ends with a heading, Paged.js
 * takes the whole box over to the next page to keep the heading with what follows: the heading alone will do. And it
 * takes the row before one of fewer cells over, as if these were beside a cell that spans both: that row may stay.
 */
export function beginning({ startContainer, startOffset }: Range, rendered: Element): Node | undefined {
  const node = startContainer instanceof Text ? undefined : startContainer.childNodes[startOffset]
  if (node instanceof HTMLTableRowElement) return firstOverflowing(node, rendered)
  if (!(node instanceof HTMLElement) || node.dataset.breakAfter === 'avoid') return node
  const next = node.nextElementSibling
  if (!(next instanceof HTMLElement) || next.dataset.previousBreakAfter !== 'avoid') return node
  return [...node.querySelectorAll('[data-break-after="avoid"]')].at(-1) ?? node
}

/** By what can be read or seen of a row: where only the padding of its cells does not fit, none of it has to go over. */
function firstOverflowing(row: HTMLTableRowElement, rendered: Element): Element {
  const { right } = (rendered.parentElement ?? rendered).getBoundingClientRect()
  for (let next: Element | null = row; next; next = next.nextElementSibling) {
    const pictures = [...next.querySelectorAll('img, svg, video')].map((picture) => picture.getBoundingClientRect())
    if ([...textNodes(next).flatMap(rectsOf), ...pictures].some((rect) => rect.left > right)) return next
  }
  return row
}

/**
 * The node that a break should stand before, so that `start` goes over to the next page in good company: with the
 * headings above it, however deep it is nested below them, and with the boxes that it is the first of.
 * None where that would leave nothing on the page.
 *
 * Source: CSS Fragmentation 3, 3.2 (a break between a box and its first child propagates to before the box).
 */
export function breakBefore(start: Node, rendered: Element): Node | undefined {
  let node = start
  for (;;) {
    const before = previousContent(node)
    if (before instanceof HTMLElement && keepsWithNext(before)) node = before
    else if (before) return node
    else if (!node.parentElement || node.parentElement === rendered) return undefined
    else node = node.parentElement
  }
}

function keepsWithNext(element: HTMLElement): boolean {
  return element.dataset.breakAfter === 'avoid' || element.matches('thead, caption')
}

/** The sibling before, white space left out. */
function previousContent(node: Node): Node | null {
  let before = node.previousSibling
  while (before && !(before instanceof Element) && !before.textContent?.trim()) before = before.previousSibling
  return before
}

/** The block that an overflow would leave too few lines of, where it is too short to be broken better. */
export function widowed({ startContainer, startOffset }: Range, rendered: Element): Element | undefined {
  const start = startContainer instanceof Text ? startContainer : startContainer.childNodes[startOffset]
  const first =
    start instanceof Text ? start : start && document.createTreeWalker(start, NodeFilter.SHOW_TEXT).nextNode()
  const block = first?.parentElement && blockOf(first.parentElement)
  if (!block?.matches('p, li, dd, blockquote, figcaption') || block === start || !rendered.contains(block))
    return undefined
  const { top, right } = (rendered.parentElement ?? rendered).getBoundingClientRect()
  // What does not fit on the page stands in a column beside it.
  const [head, tail] = [[] as DOMRect[], [] as DOMRect[]]
  for (const rect of ownText(block)) (rect.left < right ? head : tail).push(rect)
  const { widows, orphans } = getComputedStyle(block)
  const [before, after] = [countLines(head), countLines(tail)]
  if (!head[0] || after >= Number(widows) || before + after >= Number(orphans) + Number(widows)) return undefined
  // Never over the top of a page.
  return head[0].top < top + head[0].height ? undefined : block
}

/**
 * Lets a page break inside the first box that is to be kept whole and does not fit, even from the top of a page.
 *
 * Source: CSS Fragmentation 3, 4.4 (where there is no other place, `break-inside: avoid` is dropped).
 */
export function loosen(rendered: Element): boolean {
  const page = (rendered.parentElement ?? rendered).getBoundingClientRect()
  const kept = [...rendered.querySelectorAll<HTMLElement>('*')].find((box) => {
    const { right, bottom } = box.getBoundingClientRect()
    return (right > page.right + 1 || bottom > page.bottom + 1) && getComputedStyle(box).breakInside === 'avoid'
  })
  if (kept) kept.style.breakInside = 'auto'
  return kept !== undefined
}
