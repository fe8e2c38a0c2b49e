import type { Nodes } from 'mdast'
import { nodesOf } from '../case-study.ts'
import { type InlineNode, parseInline } from '../inline.ts'
import { type Block, textAttributes } from './blocks.ts'

/** What must be the same in every language, whatever the words around it say. Each part as a reader would write it. */
export interface InlineParts {
  code: string[]
  links: string[]
  components: string[]
}

/** The parts of a text of the YAML files. */
export function partsOfText(text: string): InlineParts {
  const parts: InlineParts = { code: [], links: [], components: [] }
  const visit = (node: InlineNode) => {
    if (node.type === 'code') parts.code.push(node.value)
    if (node.type === 'link') parts.links.push(node.url)
    if ('children' in node) node.children.forEach(visit)
  }
  parseInline(text).nodes.forEach(visit)
  return parts
}

/** The parts of a block of a case study; those of a component are its own, not of the blocks that it holds. */
export function partsOfBlock({ node }: Block): InlineParts {
  const parts: InlineParts = { code: [], links: [], components: [] }
  const nodes = node.type === 'mdxJsxFlowElement' ? [node] : nodesOf(node)
  for (const part of nodes) collect(part, parts)
  return parts
}

function collect(node: Nodes, { code, links, components }: InlineParts) {
  switch (node.type) {
    case 'code':
      return code.push([node.lang, node.meta].filter(Boolean).join(' '), node.value)
    case 'inlineCode':
    case 'mdxjsEsm':
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return code.push(node.value)
    case 'link':
    case 'image':
    case 'definition':
      return links.push(node.url)
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return components.push(`<${[node.name, ...node.attributes.map(writeAttribute)].join(' ')}>`)
  }
}

function writeAttribute(attribute: { type: string; name?: string; value?: unknown }): string {
  const { name = '…', value } = attribute
  // A picture with words in it is another one in each language.
  if (textAttributes.includes(name) || name === 'src' || typeof value !== 'string') return name
  return `${name}=${JSON.stringify(value)}`
}
