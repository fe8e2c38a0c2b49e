import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select } from 'hast-util-select'
import { textOf } from './hast-text.ts'

/** A finished page that may be found: what it says of itself. */
export interface FoundPage {
  /** Its path below the base: `zh/projects/bfs/`. */
  path: string
  /** Its canonical address. */
  address: string
  lang: string
  title: string
  /** What it is about: its first heading, or what the owner does, on the résumé. */
  heading: string
  /** Whose site it is a page of. */
  site: string
  description: string
  main: Element
}

/** Reads a finished page; `undefined` where it is in no index. */
export function readFoundPage(path: string, html: string): FoundPage | undefined {
  const tree = fromHtml(html)
  const address = said(tree, 'link[rel=canonical]', 'href')
  const main = select('main', tree)
  if (!address || !main) return undefined
  return {
    path,
    address,
    main,
    lang: said(tree, 'html', 'lang'),
    title: said(tree, 'meta[property="og:title"]', 'content'),
    heading: textOf(select('.masthead .headline:not(.columns)', main) ?? select('h1', main)),
    site: said(tree, 'meta[property="og:site_name"]', 'content'),
    description: said(tree, 'meta[name=description]', 'content'),
  }
}

const said = (tree: Root, selector: string, attribute: string) =>
  String(select(selector, tree)?.properties[attribute] ?? '')
