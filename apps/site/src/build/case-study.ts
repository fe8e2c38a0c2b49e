import { basename, dirname, extname } from 'node:path'
import { partId } from '../fragments.ts'

/** As much of a Markdown or MDX node as is looked at here. */
interface MdxNode {
  type: string
  name?: string | null
  attributes?: { type: string; name: string; value: string }[]
  data?: object | undefined
  align?: (string | null)[] | null | undefined
  children?: MdxNode[]
}

/**
 * A remark plugin that tells a case study which project it belongs to.
 *
 * Citations learn their project, so that `<Ref id="…" />` finds its reference, explainers their language; headings get ids by number,
 * so that a section has the same fragment in every language. A figure becomes a picture of Markdown with a caption, because Astro sees
 * to those: it gives them a size, a modern format and a place among the files of the site. How a column is aligned becomes a class: no page may have style attributes.
 */
export function caseStudy() {
  return (tree: MdxNode, file: { path: string }) => {
    const project = basename(dirname(file.path))
    const locale = basename(file.path, extname(file.path))
    let headings = 0
    visit(tree)

    function visit(node: MdxNode) {
      if (node.name === 'Ref') node.attributes?.push({ type: 'mdxJsxAttribute', name: 'project', value: project })
      if (node.name === 'Explainer') node.attributes?.push({ type: 'mdxJsxAttribute', name: 'locale', value: locale })
      if (node.name === 'Figure') makeFigure(node)
      if (node.type === 'heading') node.data = { hProperties: { id: partId(project, 'part', ++headings) } }
      if (node.align) alignByClass(node, node.align)
      node.children?.forEach(visit)
    }
  }
}

function makeFigure(node: MdxNode) {
  const value = (name: string) => node.attributes?.find((attribute) => attribute.name === name)?.value ?? ''
  const picture = { type: 'image', url: `./${encodeURI(value('src'))}`, alt: value('alt') }
  const caption = { type: 'mdxJsxFlowElement', name: 'figcaption', attributes: [], children: node.children ?? [] }
  const isSilent = caption.children.length === 0
  Object.assign(node, { name: 'figure', attributes: [], children: isSilent ? [picture] : [picture, caption] })
}

function alignByClass(table: MdxNode, columns: (string | null)[]) {
  for (const row of table.children ?? []) {
    row.children?.forEach((cell, index) => {
      if (columns[index]) cell.data = { hProperties: { className: `align-${columns[index]}` } }
    })
  }
  table.align = columns.map(() => null)
}
