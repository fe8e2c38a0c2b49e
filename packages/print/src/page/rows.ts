import { blockOf } from './blocks.ts'
import { textNodes } from './conserve.ts'
import { boxesOf } from './ruler.ts'

/** Where the text of a box's own lines stands, that of boxes within it left out. */
export function ownText(block: Element): DOMRect[] {
  return textNodes(block)
    .filter((node) => blockOf(node.parentElement as Element) === block)
    .flatMap(rectsOf)
}

/** How many lines some pieces of text stand on, given in their order. */
export function countLines(rects: readonly DOMRect[]): number {
  let [count, bottom] = [0, Number.NEGATIVE_INFINITY]
  for (const rect of rects) {
    // Another size or a superscript on the same line stands a little higher or lower.
    if (rect.top + rect.height / 2 > bottom) [count, bottom] = [count + 1, rect.bottom]
  }
  return count
}

/** Where a text is to be seen. */
export function rectsOf(text: Text): DOMRect[] {
  return boxesOf(text).filter(({ width, height }) => width > 0 && height > 0)
}
