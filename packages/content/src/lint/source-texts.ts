import type { Nodes } from 'mdast'
import { isMap, isScalar, parseDocument, type Scalar, visit } from 'yaml'
import { nodesOf, parseCaseStudy, rangeOf } from '../case-study.ts'
import type { CaseStudy } from '../data-set.ts'
import { type Locale, locales } from '../locale.ts'
import { textAttributes } from '../parity/blocks.ts'
import { scalarOffsets } from './scalar-offsets.ts'

/** A text, and where each of its characters stands in its file. */
export interface SourceText {
  /** The language it is in; missing where it is the same in every language, or none of the readers'. */
  locale?: Locale
  value: string
  /** Where a code unit of the text stands in the source, or the end of the text. */
  offsetOf(index: number): number
  /** Writes a replacement as the source needs it: with the escapes of its quotation marks. */
  write(replacement: string): string
  /** Whether the way back to the source is known, so that the text may be edited there. */
  isEditable: boolean
}

// That a key stands twice is told by yaml-file.ts; here the library would compare each with every other.
const options = { schema: 'core', resolveKnownTags: false, stringKeys: true, uniqueKeys: false } as const

/** All texts of a YAML file. Keys are none, and comments are the owner's own. */
export function textsOfYaml(source: string): SourceText[] {
  const texts: SourceText[] = []
  visit(parseDocument(source, options), {
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(value) || typeof value.value !== 'string') return
      const locale = locales.find((locale) => isScalar(key) && key.value === locale && isMap(ancestors.at(-1)))
      texts.push(textOfScalar(value as Scalar<string>, source, locale))
    },
    Seq(_, { items }) {
      for (const item of items) {
        if (isScalar(item) && typeof item.value === 'string') texts.push(textOfScalar(item as Scalar<string>, source))
      }
    },
  })
  return texts
}

function textOfScalar(node: Scalar<string>, source: string, locale?: Locale): SourceText {
  const offsets = scalarOffsets(node, source)
  const start = node.range?.[0] ?? 0
  return {
    ...(locale && { locale }),
    value: node.value,
    offsetOf: (index) => offsets?.[index] ?? start,
    write: (replacement) => escapeFor(node, replacement),
    isEditable: offsets !== undefined,
  }
}

function escapeFor({ type }: Scalar, text: string): string {
  if (type === 'QUOTE_SINGLE') return text.replaceAll("'", "''")
  if (type === 'QUOTE_DOUBLE') return text.replaceAll(/["\\]/g, String.raw`\$&`)
  return text
}

/** The texts of a case study: headings, paragraphs, cells of tables, and the attributes that readers read. */
export function textsOfStudy(study: CaseStudy): SourceText[] {
  const tree = parseCaseStudy(study)
  if (!('children' in tree)) return []
  return [...nodesOf(tree)]
    .flatMap((node) => rangesIn(node, study.source))
    .map(([start, end]) => ({
      locale: study.locale,
      value: study.source.slice(start, end),
      offsetOf: (index) => start + index,
      write: (replacement) => replacement,
      isEditable: true,
    }))
}

function rangesIn(node: Nodes, source: string): [number, number][] {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') {
    const [first, last] = [node.children[0], node.children.at(-1)]
    return first && last ? [[rangeOf(first)[0], rangeOf(last)[1]]] : []
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return []
  return node.attributes.flatMap((attribute): [number, number][] => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return []
    if (!textAttributes.includes(attribute.name)) return []
    const [start, end] = rangeOf(attribute as unknown as Nodes)
    const quote = source.slice(start, end).search(/["']/)
    return quote < 0 ? [] : [[start + quote + 1, end - 1]]
  })
}
