/** Case studies as they are written: MDX, of which four components and no code are allowed. */
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mdxFromMarkdown } from 'mdast-util-mdx'
import { gfm } from 'micromark-extension-gfm'
import { mdxjs } from 'micromark-extension-mdxjs'
import type { CaseStudy } from './data-set.ts'
import { type Diagnostic, diagnosticAt } from './diagnostics.ts'
import { explainMdxError, type MdxError } from './mdx-errors.ts'

/** The components that a case study may use, with the attributes that each needs. The site has one for each. */
export const caseStudyComponents: Readonly<Record<string, readonly string[]>> = {
  Technique: ['title'],
  Ref: ['id'],
  Explainer: ['name'],
  Figure: ['src', 'alt'],
}

/** Components that are blocks of their own, and have no place in a sentence. */
export const blockComponents: readonly string[] = ['Explainer', 'Figure']

/** The formats of pictures that `<Figure>` can show: those that every browser and the site's own tools read. */
export const pictureFormats: readonly string[] = ['avif', 'jpeg', 'jpg', 'png', 'webp']

/** The techniques that `<Explainer>` can show. The site has each of them. */
export const explainers: readonly string[] = ['haystack', 'hopscotch']

/** A long case study has a hundred. Markdown takes time that grows with the square of them: 2,500 are read in a second. */
const maxMarks = 2500
const marks = /[*_`<>[\]{}~-]/g

/**
 * The syntax tree of a case study (mdast with the nodes of GitHub’s Markdown and of MDX, as the site reads it), or the reason why there is none.
 *
 * @example
 * const tree = parseCaseStudy(study)
 * if ('children' in tree) for (const block of tree.children) …
 */
export function parseCaseStudy({ name, source }: Pick<CaseStudy, 'name' | 'source'>): Root | Diagnostic {
  const known = trees.get(name)
  if (known?.source === source) return known.tree
  const tree = parse(name, source)
  trees.set(name, { source, tree })
  return tree
}

/** The last tree of each file: while one text is being written, all the others are asked for again with each change. */
const trees = new Map<string, { source: string; tree: Root | Diagnostic }>()

function parse(name: string, source: string): Root | Diagnostic {
  const markCount = source.match(marks)?.length ?? 0
  if (markCount > maxMarks) {
    const message = `The case study holds ${markCount} marks such as * _ [ or <.`
    const hint = `Keep them under ${maxMarks}.`
    return diagnosticAt({ file: name, line: 1, column: 1 }, { rule: 'file-too-large', message, hint })
  }
  try {
    return fromMarkdown(source, {
      extensions: [gfm(), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    })
  } catch (error) {
    if (!isMdxError(error)) throw error
    return explainMdxError(name, error)
  }
}

function isMdxError(error: unknown): error is MdxError {
  return error instanceof Error && 'reason' in error && 'ruleId' in error
}

/** Every node of a tree, each before its children. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}

/** Where a node begins and ends in its source, in UTF-16 code units. */
export function rangeOf({ position }: Nodes): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}
