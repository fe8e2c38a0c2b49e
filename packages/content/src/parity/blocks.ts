import type { Nodes, Root } from 'mdast'
import { rangeOf } from '../case-study.ts'

/** A piece of a case study that has its counterpart in every other language. */
export interface Block {
  /** What it is, in the words of a message: `heading 2`, `paragraph`, `<Technique>`. */
  kind: string
  /** What it says, on one line; empty where it says nothing by itself, as the end of a component does. */
  text: string
  /** Where it begins in its file, in UTF-16 code units. */
  offset: number
  node: Nodes
}

/** Attributes that readers read, and so the only ones that differ between languages. */
export const textAttributes: readonly string[] = ['title', 'alt', 'label', 'caption']

/** A case study as the sequence of its blocks, in the order in which they are read. */
export function blocksOf(tree: Root, source: string): Block[] {
  const blocks: Block[] = []
  for (const node of tree.children) visit(node, '')
  return blocks

  function visit(node: Nodes, within: string) {
    switch (node.type) {
      case 'heading':
        return add(node, `heading ${node.depth}`, inner(node))
      case 'paragraph':
        return add(node, within || 'paragraph', inner(node))
      case 'code':
      case 'mdxjsEsm':
        return add(node, 'code block', '')
      case 'list':
        for (const item of node.children) visitAll(item, `${node.ordered ? 'numbered ' : ''}item`)
        return
      case 'blockquote':
        return visitAll(node, 'quotation')
      case 'footnoteDefinition':
        return visitAll(node, 'footnote')
      case 'tableRow':
        return add(node, `table row of ${node.children.length}`, slice(...rangeOf(node)))
      case 'mdxJsxFlowElement':
        add(node, `<${node.name ?? ''}>`, node.attributes.map(readableAttribute).filter(Boolean).join(' · '))
        visitAll(node, '')
        return add(node, `</${node.name ?? ''}>`, '', rangeOf(node)[1])
      case 'mdxFlowExpression':
        if (!isComment(node.value)) add(node, 'expression', '')
        return
      case 'thematicBreak':
        return add(node, 'break', '')
      default:
        return visitAll(node, within)
    }
  }

  function visitAll(parent: Nodes, within: string) {
    if ('children' in parent) for (const child of parent.children) visit(child, within)
  }

  function add(node: Nodes, kind: string, text: string, offset = rangeOf(node)[0]) {
    blocks.push({ kind, text, offset, node })
  }

  function inner(node: { children: Nodes[] }): string {
    const [first, last] = [node.children[0], node.children.at(-1)]
    return first && last ? slice(rangeOf(first)[0], rangeOf(last)[1]) : ''
  }

  function slice(start: number, end: number): string {
    return oneLine(source.slice(start, end))
  }
}

/** A text without its line breaks: where a line is broken is nothing that readers see. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

function readableAttribute(attribute: { type: string; name?: string; value?: unknown }): string {
  const { name = '', value } = attribute
  return textAttributes.includes(name) && typeof value === 'string' ? oneLine(value) : ''
}

function isComment(expression: string): boolean {
  return /^\s*\/\*[\s\S]*\*\/\s*$/.test(expression)
}
