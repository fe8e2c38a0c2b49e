import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toMarkdown as serialize } from 'mdast-util-to-markdown'
import { type InlineNode, parseInline } from '../inline.ts'
import { headings } from './headings.ts'
import type { Block, Outline, Row } from './outline.ts'

/** A document as Markdown: headings, lists and links; whatever else a text holds is escaped. */
export function toMarkdown({ locale, name, headline, contacts, sections }: Outline): string {
  const { colon } = headings[locale]
  const children: RootContent[] = [
    heading(1, [plain(name)]),
    ...(headline ? [paragraph(inline(headline))] : []),
    ...(contacts.length > 0 ? [list(contacts.map(contactLine))] : []),
    ...sections.flatMap(({ title, blocks }) => [heading(2, [plain(title)]), ...rowsTogether(blocks)]),
  ]
  return serialize({ type: 'root', children }, { bullet: '-', emphasis: '_', rule: '-' })

  function contactLine({ label, text, url }: Outline['contacts'][number]): PhrasingContent[] {
    const value: PhrasingContent = url ? { type: 'link', url, children: [plain(text)] } : plain(text)
    return label ? [plain(label + colon), value] : [value]
  }

  /** Rows that follow each other are one list. */
  function rowsTogether(blocks: Block[]): BlockContent[] {
    const rows = blocks.filter((block) => block.kind === 'row')
    return [
      ...blocks.filter((block) => block.kind !== 'row').flatMap(blockContent),
      ...(rows.length > 0 ? [list(rows.map(rowLine))] : []),
    ]
  }

  function blockContent(block: Exclude<Block, Row>): BlockContent[] {
    if (block.kind === 'paragraph') return [paragraph(inline(block.text))]
    const { title, url, labels, text, bullets, rows } = block
    const items = [...bullets.map(inline), ...rows.map(rowLine)]
    return [
      heading(3, [url ? { type: 'link', url, children: [plain(title)] } : plain(title)]),
      ...(labels.length > 0
        ? [paragraph(labels.flatMap((label, index) => [...(index > 0 ? [plain(' · ')] : []), ...inline(label)]))]
        : []),
      ...(text ? [paragraph(inline(text))] : []),
      ...(items.length > 0 ? [list(items)] : []),
    ]
  }

  function rowLine({ label, text }: Row): PhrasingContent[] {
    const bold: PhrasingContent = { type: 'strong', children: inline(label) }
    return text ? [bold, plain(colon), ...inline(text)] : [bold]
  }
}

function inline(text: string): PhrasingContent[] {
  const convert = (node: InlineNode): PhrasingContent => {
    if (node.type === 'text') return plain(node.value)
    if (node.type === 'code') return { type: 'inlineCode', value: node.value }
    return { ...node, children: node.children.map(convert) } as PhrasingContent
  }
  return parseInline(text).nodes.map(convert)
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const heading = (depth: 1 | 2 | 3, children: PhrasingContent[]): BlockContent => ({ type: 'heading', depth, children })

function list(items: PhrasingContent[][]): BlockContent {
  const children = items.map(
    (item): ListItem => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: item }] }),
  )
  return { type: 'list', ordered: false, spread: false, children }
}
