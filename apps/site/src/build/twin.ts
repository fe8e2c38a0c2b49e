import type { Element, ElementContent } from 'hast'
import { select } from 'hast-util-select'
import { defaultHandlers, toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { FoundPage } from './found-page.ts'
import { textOf } from './hast-text.ts'

/** A page as Markdown: what paper would show of it, with whole addresses. */
export function markdownTwin({ main, address }: Pick<FoundPage, 'main' | 'address'>): string {
  const tree = toMdast(forReading(main, address), {
    handlers: {
      // What is set off on the page is set off here.
      aside: defaultHandlers.blockquote,
      // A drawing says in words what it shows.
      svg: (_state, drawing: Element) => ({
        type: 'text',
        value: String(drawing.properties.ariaLabel ?? textOf(select('title', drawing))),
      }),
    },
  })
  return toMarkdown(tree, { bullet: '-', emphasis: '*', rule: '-', extensions: [gfmToMarkdown()] })
}

/** The element without what only leads elsewhere, each link with its whole address. */
function forReading(element: Element, address: string): Element {
  const { href, ariaLabel, src, alt } = element.properties
  return {
    ...element,
    properties: {
      ...(typeof href === 'string' && { href: new URL(href, address).href }),
      ...(element.tagName === 'svg' && { ariaLabel }),
      ...(typeof src === 'string' && { src: new URL(src, address).href, alt }),
    },
    children: element.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child]
      return child.properties.dataPrint === 'skip' ? [] : [forReading(child, address)]
    }),
  }
}
