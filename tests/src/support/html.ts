import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'

export type Document = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

export const parseDocument = (source: string): Document => parse(source)

/** All elements below a node, in the order of the source; only those with one of the names, where names are given. */
export function elements(node: Node, ...names: string[]): Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap((child) => {
    if (!tree.isElementNode(child)) return []
    const wanted = names.length === 0 || names.includes(child.tagName)
    return [...(wanted ? [child] : []), ...elements(child, ...names)]
  })
}

/** The value of an attribute; `undefined` where there is none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** The scripts of a page. A data block is none: JSON-LD says of a page what it is. */
export function scriptsOf(document: Document): Element[] {
  return elements(document, 'script').filter((script) => attribute(script, 'type') !== 'application/ld+json')
}

/** Whether a page holds an explainer, for which it may have script. */
export function holdsExplainer(document: Document): boolean {
  return elements(document).some((element) => attribute(element, 'data-explainer') !== undefined)
}

/** The text that a reader gets: without scripts, styles and whatever stands in the head. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  if (tree.isElementNode(node) && ['head', 'script', 'style', 'template'].includes(node.tagName)) return ''
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The text that stands in an element itself, not in the elements in it. */
export function ownText(element: Element): string {
  return element.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('')
}

/** The language of an element: its own `lang`, or the nearest one above it. */
export function languageOf(element: Element): string | undefined {
  const own = attribute(element, 'lang')
  if (own !== undefined) return own
  const { parentNode } = element
  return parentNode && tree.isElementNode(parentNode) ? languageOf(parentNode) : undefined
}
