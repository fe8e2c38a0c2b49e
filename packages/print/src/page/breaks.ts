/**
 * The node that an overflow begins with; none where it begins inside a text. Where a box ends with a heading, Paged.js
 * takes the whole box over to the next page to keep the heading with what follows: the heading alone will do.
 */
export function beginning({ startContainer, startOffset }: Range): Node | undefined {
  const node = startContainer instanceof Text ? undefined : startContainer.childNodes[startOffset]
  if (!(node instanceof HTMLElement) || node.dataset.breakAfter === 'avoid') return node
  const next = node.nextElementSibling
  if (!(next instanceof HTMLElement) || next.dataset.previousBreakAfter !== 'avoid') return node
  return [...node.querySelectorAll('[data-break-after="avoid"]')].at(-1) ?? node
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

/** The block that an overflow would leave one line of, where it is too short to be broken better. */
export function widowed(overflow: Range, rendered: Element): Element | undefined {
  const block = overflow.startContainer.parentElement?.closest('p, li, dd, blockquote')
  if (!(overflow.startContainer instanceof Text) || !block || !rendered.contains(block)) return undefined
  const [head, tail, ...more] = block.getClientRects()
  const { lineHeight, widows, orphans } = getComputedStyle(block)
  // A piece reaches down to the end of its column: the part of a line that is left over does not count.
  const lines = (rect: DOMRect) => Math.floor(rect.height / Number.parseFloat(lineHeight) + 0.1)
  if (!head || !tail || more.length > 0 || lines(tail) >= Number(widows)) return undefined
  if (lines(head) + lines(tail) >= Number(orphans) + Number(widows)) return undefined
  // Never over the top of a page, and never away from the heading that it follows.
  const kept = block.matches('[data-previous-break-after="avoid"]')
  const top = rendered.getBoundingClientRect().top
  return kept || head.top < top + head.height ? undefined : block
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
