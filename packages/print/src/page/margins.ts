import { type AtPage, registeredHandlers } from 'pagedjs'

/** The sides of a page and the margin boxes on each, in the order of the grid that they stand in. */
const SIDES = {
  top: ['left', 'center', 'right'],
  bottom: ['left', 'center', 'right'],
  left: ['top', 'middle', 'bottom'],
  right: ['top', 'middle', 'bottom'],
} as const

/**
 * Has Paged.js 0.4.3 build only the margin boxes that the style sheets write into, and lets the grid share the space
 * between them. Paged.js builds all sixteen for every page, with crop marks and bleed besides, and measures each box,
 * which takes more time than the text. Where a style sheet gives a margin box a size of its own, it is left to do so.
 */
export function simplifyMargins(): void {
  const atPage = registeredHandlers.find((handler) => 'finalizePage' in handler.prototype)?.prototype as AtPage
  const { finalizePage } = atPage

  atPage.afterParsed = function () {
    if (isSized(this)) return
    const { content } = this.chunker.pageTemplate
    if (!Object.values(this.pages).some(({ bleed, marks }) => bleed || marks)) {
      for (const box of content.querySelectorAll('.pagedjs_bleed')) box.remove()
    }
    const used = Object.keys(this.marginalia).map(boxSelector).join()
    for (const group of content.querySelectorAll('.pagedjs_pagebox > :not(.pagedjs_area)')) {
      if (!used || !group.querySelector(used)) group.remove()
    }
  }

  atPage.finalizePage = function (fragment, page, ...rest) {
    if (isSized(this)) return finalizePage.call(this, fragment, page, ...rest)
    for (const [selector, { hasContent }] of Object.entries(this.marginalia)) {
      const [pageSelector = ''] = selector.split(' ')
      if (hasContent && fragment.matches(pageSelector)) {
        fragment.querySelector(boxSelector(selector))?.classList.add('hasContent')
      }
    }
    for (const [side, places] of Object.entries(SIDES)) {
      const group = fragment.querySelector<HTMLElement>(`.pagedjs_margin-${side}`)
      if (!group) continue
      const [start, middle, end] = places.map((place) =>
        group.querySelector(`.pagedjs_margin-${side}-${place}.hasContent`),
      )
      const tracks = middle
        ? start || end
          ? 'minmax(0, 1fr) auto minmax(0, 1fr)'
          : '0 1fr 0'
        : start && end
          ? 'auto minmax(0, 1fr) auto'
          : start
            ? '1fr 0 0'
            : '0 0 1fr'
      group.style.setProperty(
        side === 'top' || side === 'bottom' ? 'grid-template-columns' : 'grid-template-rows',
        tracks,
      )
    }
  }
}

/** `.pagedjs_page.pagedjs_first_page .pagedjs_margin-top-left`, the name of a margin box on some pages, without the pages. */
const boxSelector = (selector: string) => selector.split(' ')[1] ?? ''

function isSized({ marginalia }: AtPage): boolean {
  const sizes = /^(min-|max-)?(width|height)$/
  return Object.values(marginalia).some(({ block }) =>
    block.children.toArray().some(({ property }) => property !== undefined && sizes.test(property)),
  )
}
