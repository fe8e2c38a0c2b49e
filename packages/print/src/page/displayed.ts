import { Handler } from 'pagedjs'

const HELD = 'data-held-style'

/**
 * Paged.js 0.4.3 takes every element with a `style` attribute for one that is not displayed, and so keeps no heading with it
 * and begins no page with it. Takes the attribute away while Paged.js looks, unless it has to do with display.
 */
export class Displayed extends Handler {
  beforeParsed(content: ParentNode): void {
    for (const element of content.querySelectorAll<HTMLElement>('[style]')) {
      if (element.style.display === '') rename(element, 'style', HELD)
    }
  }

  filter(content: ParentNode): void {
    for (const element of content.querySelectorAll(`[${HELD}]`)) rename(element, HELD, 'style')
  }
}

function rename(element: Element, from: string, to: string): void {
  element.setAttribute(to, element.getAttribute(from) ?? '')
  element.removeAttribute(from)
}
