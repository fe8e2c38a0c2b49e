import type { Nodes } from 'hast'

/** The text in a node; none where there is no node. */
export function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value
  return node && 'children' in node ? node.children.map(textOf).join('') : ''
}
