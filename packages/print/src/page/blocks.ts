import { textNodes } from './conserve.ts'

export const HAN = /\p{Script=Han}/u

/** The boxes that hold Chinese lines, each with its text nodes in the order of the source. */
export function textBlocks(root: Element): Map<Element, Text[]> {
  const blocks = new Map<Element, Text[]>()
  const owners = new Map<Element, Element>()
  for (const node of textNodes(root)) {
    const parent = node.parentElement as Element
    const block = owners.get(parent) ?? blockOf(parent)
    owners.set(parent, block)
    const nodes = blocks.get(block)
    if (nodes) nodes.push(node)
    else blocks.set(block, [node])
  }
  for (const [block, nodes] of blocks) if (!HAN.test(flowOf(nodes))) blocks.delete(block)
  return blocks
}

/** The text of a box as it flows. */
export function flowOf(nodes: readonly Text[]): string {
  return nodes.map(({ data }) => data).join('')
}

/** The box whose lines an element's text is part of. */
export function blockOf(element: Element): Element {
  let block = element
  while (/^(inline|contents|ruby.*)$/.test(getComputedStyle(block).display) && block.parentElement)
    block = block.parentElement
  return block
}
