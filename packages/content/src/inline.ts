import type { Nodes, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isLinkAddress } from './address.ts'

/** A piece of inline text, ready to be rendered. Children are pieces of the same kind. */
export type InlineNode =
  | { type: 'text'; value: string }
  | { type: 'code'; value: string }
  | { type: 'strong'; children: InlineNode[] }
  | { type: 'emphasis'; children: InlineNode[] }
  | { type: 'link'; url: string; children: InlineNode[] }

/** What {@link parseInline} made of a text. */
export interface InlineText {
  /** Safe to render even where there are problems: a link that may not be followed is only its text. */
  nodes: InlineNode[]
  /** One sentence for each thing that inline text may not hold; empty for a good text. */
  problems: string[]
}

/** Everything that Markdown knows beyond strong, emphasis, code and links is ordinary text here. */
const plainTextOnly = {
  disable: {
    null: [
      ...['autolink', 'blockQuote', 'codeFenced', 'codeIndented', 'definition', 'hardBreakEscape', 'headingAtx'],
      ...['htmlFlow', 'htmlText', 'labelStartImage', 'list', 'setextUnderline', 'thematicBreak'],
    ],
  },
}

/** In UTF-16 code units. */
export const maxLength = 5000

/** Markdown takes time that grows with the square of its open marks; nobody can read a text with a tenth of these. */
const maxMarks = 300

/**
 * Reads inline Markdown: strong, emphasis, code, and links to http, https and mailto addresses.
 *
 * @example
 * parseInline('wraps the C++ SDK with `cgo`').nodes
 * // [{ type: 'text', value: 'wraps the C++ SDK with ' }, { type: 'code', value: 'cgo' }]
 */
export function parseInline(source: string): InlineText {
  if (source.length > maxLength) {
    const problem = `holds ${source.length} characters. Keep it under ${maxLength}; more belongs in a case study.`
    return { nodes: [{ type: 'text', value: source }], problems: [problem] }
  }
  const marks = source.match(/[*_`[]/g)?.length ?? 0
  if (marks > maxMarks) {
    const problem = `holds ${marks} marks such as * or [. Keep them under ${maxMarks}.`
    return { nodes: [{ type: 'text', value: source }], problems: [problem] }
  }
  const problems: string[] = []
  const paragraphs = fromMarkdown(source, { extensions: [plainTextOnly] }).children
  if (paragraphs.length > 1) problems.push('holds a blank line. Keep it to one paragraph.')
  const nodes = paragraphs.flatMap((paragraph) => ('children' in paragraph ? convertAll(paragraph.children) : []))
  return { nodes, problems }

  function convertAll(children: Nodes[]): InlineNode[] {
    return children.flatMap((child) => convert(child as PhrasingContent))
  }

  function convert(node: PhrasingContent): InlineNode | InlineNode[] {
    switch (node.type) {
      case 'text':
        return { type: 'text', value: node.value.replaceAll('\n', ' ') }
      case 'inlineCode':
        return { type: 'code', value: node.value }
      case 'strong':
      case 'emphasis':
        return { type: node.type, children: convertAll(node.children) }
      case 'link': {
        const children = convertAll(node.children)
        if (isLinkAddress(node.url)) return { type: 'link', url: node.url, children }
        const address = JSON.stringify(node.url)
        problems.push(`links to ${address}. Use an address that starts with https://, http:// or mailto:.`)
        return children
      }
      case 'break':
        return { type: 'text', value: ' ' }
      default:
        problems.push(`holds Markdown that inline text cannot show (${node.type}). Remove it.`)
        return []
    }
  }
}

/**
 * The text without its marks, as a reader or a parser sees it.
 *
 * @example
 * plainText('wraps the C++ SDK with `cgo`') // 'wraps the C++ SDK with cgo'
 */
export function plainText(source: string): string {
  const flatten = (node: InlineNode): string => ('value' in node ? node.value : node.children.map(flatten).join(''))
  return parseInline(source).nodes.map(flatten).join('')
}
