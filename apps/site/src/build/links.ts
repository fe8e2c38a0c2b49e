import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize, defaultTreeAdapter as tree } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Lets a reader of paper follow the links: each gets a number, and its address stands in a list. A link that shows its
 * address needs none, nor does one whose address another link shows.
 *
 * Where there is nothing to list, the list goes with its section and its line in the table of contents. In a facing
 * edition it stays as long as there are links, because both documents have to be built alike.
 *
 * @param html a document with an empty `<ol class="link-list">` in a section; without one it stays as it is.
 */
export function numberLinks(html: string): string {
  const document = parse(html)
  const list = elements(document).find((element) => attribute(element, 'class') === 'link-list')
  if (!list) return html
  const links = elements(document).filter((element) => /^https?:/.test(attribute(element, 'href') ?? ''))
  const outward = links.filter(({ tagName }) => tagName === 'a')
  const shown = new Set(
    outward.map((link) => attribute(link, 'href')).filter((url) => outward.some((link) => shows(link, url))),
  )
  const numbers = new Map<string, number>()
  for (const link of outward) {
    const url = attribute(link, 'href') ?? ''
    if (shown.has(url)) continue
    const known = numbers.get(url)
    const number = known ?? numbers.size + 1
    numbers.set(url, number)
    insertAfter(link, `<sup class="link-number"><a href="#_link-${number}">${number}</a></sup>`)
    if (!known) append(list, `<li id="_link-${number}"><a href="${escaped(url)}">${breakable(bare(url))}</a></li>`)
  }
  const isFacing = elements(document).some((element) => attribute(element, 'data-facing') !== undefined)
  if ((isFacing ? outward.length : numbers.size) === 0) removeSection(document, list)
  return serialize(document)
}

/** Takes a section out, and what refers to it in a list. */
function removeSection(document: Node, { parentNode: section }: Element): void {
  if (!section || !tree.isElementNode(section)) return
  const reference = `#${attribute(section, 'id')}`
  const items = elements(document).filter(({ tagName }) => tagName === 'li')
  const leads = (item: Element) => elements(item).some((element) => attribute(element, 'href') === reference)
  for (const element of [section, ...items.filter(leads)]) tree.detachNode(element)
}

/** Whether the text of a link is its address, as far as one would write it down. */
const shows = (link: Element, url: string | undefined) =>
  url !== undefined && textOf(link).replace(/^www\./, '') === bare(url).replace(/^(http:\/\/)?(www\.)?/, '')

/** An address without what every browser adds by itself. */
export const bare = (url: string) => url.replace(/^https:\/\//, '').replace(/^([^?#]*)\/$/, '$1')

/** An address may go on in the next line after each of its parts. */
const breakable = (address: string) =>
  address
    .split(/(?<=[/=?#&-])(?!\/)/)
    .map(escaped)
    .join('<wbr>')

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function elements(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap((child) => (tree.isElementNode(child) ? [child, ...elements(child)] : []))
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value

function insertAfter(element: Element, html: string): void {
  const siblings = element.parentNode?.childNodes ?? []
  const next = siblings[siblings.indexOf(element) + 1]
  for (const node of parseFragment(html).childNodes) {
    if (!element.parentNode) continue
    if (next) tree.insertBefore(element.parentNode, node, next)
    else tree.appendChild(element.parentNode, node)
  }
}

function append(parent: Element, html: string): void {
  for (const node of parseFragment(html).childNodes) tree.appendChild(parent, node)
}
