import {
  type Chunker,
  type Footnotes,
  Handler,
  type Layout,
  type Page,
  type Polisher,
  registeredHandlers,
  type Sheet,
} from 'pagedjs'
import { simplifyMargins } from './margins.ts'
import { readAhead } from './reading.ts'
import { stretches } from './sheets.ts'
import { loadWantedFonts, noteRules } from './wanted-fonts.ts'

/**
 * Paged.js 0.4.3 keeps every finished page in the document while it sets the next one, measures the page area and the
 * text on it time and again, and waits for an animation frame at every step. What stands here changes no page, it only
 * asks less of the browser: time grows with the number of pages and no faster.
 */
export class Speed extends Handler {
  constructor(chunker: Chunker, polisher: Polisher, caller: unknown) {
    super(chunker, polisher, caller)
    readLess(polisher)
    loadWantedFonts(chunker)
    chunker.q.tick = (step) => void Promise.resolve().then(step)
    shelvePages(chunker)
    shelving.add(chunker)
    // Printing paints the document once for every page. Boxed in, the other pages are passed over at a glance.
    const style = document.createElement('style')
    style.textContent = '.pagedjs_sheet { contain: size layout paint }'
    document.head.append(style)
  }

  /** Asking for the page of a link's target is answered at the end, by `labelPages`: its answer is the folio. */
  beforeTreeParse(_text: string, sheet: Sheet): void {
    sheet.text = sheet.text.replace(
      /target-counter\(\s*attr\(\s*href(\s+url)?\s*\)\s*,\s*page\s*\)/g,
      'attr(data-folio)',
    )
    // What else is asked of a target Paged.js answers as soon as a page is made, and needs all pages before it.
    if (/\btarget-(counter|text)\(/.test(sheet.text)) shelving.delete(this.chunker)
  }

  onPageLayout(_wrapper: Element, _token: unknown, layout: Layout): void {
    const prototype: Layout = Object.getPrototypeOf(layout)
    if (prototype.findOverflow === findOverflow) return
    measure = prototype.findOverflow
    prototype.findOverflow = findOverflow
  }

  /** How much text to put down before measuring: a little more than the last pages took, so that one look is enough. */
  beforePageLayout(): void {
    const { settings, maxChars } = this.chunker
    // Paged.js would keep the length of the very first page, a cover perhaps, and measure after every node past it.
    delete settings.maxChars
    if (maxChars) settings.maxChars = Math.ceil(maxChars * 1.1)
  }
}

/** Whose finished pages leave the document. */
const shelving = new WeakSet<Chunker>()

let measure: Layout['findOverflow']

/** Where all fitted so far, the next look comes when the page should be full, and not at each node from here on. */
function findOverflow(this: Layout, rendered: Element, bounds = this.bounds, gap = this.gap): Range | undefined {
  const overflow = measure.call(this, rendered, bounds, gap)
  if (!overflow) {
    const length = rendered.textContent.length
    const used = rendered.getBoundingClientRect().height / bounds.height
    this.maxChars = length + Math.max(200, Math.ceil(length * Math.min(1, 1.05 / used - 1)))
  }
  return overflow
}

let known: Record<string, string> = {}

/** @param sheets the text of style sheets by their addresses, which Paged.js would ask the server for once more. */
export function noteSheets(sheets: Record<string, string>): void {
  known = sheets
}

/** Hands Paged.js what it has to know of a style sheet, and leaves the rest to the browser. */
function readLess(polisher: Polisher): void {
  const { add, convertViaSheet } = polisher
  polisher.add = function (...sheets) {
    const withText = sheets.map((sheet) => {
      const text = typeof sheet === 'string' ? known[sheet] : undefined
      return text === undefined ? sheet : { [sheet as string]: text }
    })
    return add.apply(this, withText)
  }
  polisher.convertViaSheet = async function (css, address) {
    let converted = ''
    for (const stretch of stretches(css, address)) {
      if (stretch.read) noteRules(stretch.css)
      converted += `${stretch.read ? await convertViaSheet.call(this, stretch.css, address) : stretch.css}\n`
    }
    return converted
  }
}

/** Takes finished pages out of the document; after `render` all are back. */
function shelvePages(chunker: Chunker): void {
  const { addPage, render } = chunker
  const shelf = new Map<Element, Element>()

  chunker.addPage = function (blank) {
    // The last one stays: the next marks in it what goes on from there.
    for (const { element } of this.pages.slice(-5, -1)) {
      if (shelf.has(element) || !shelving.has(this)) continue
      readAhead(element)
      // A stand-in for each, so that `@page :nth(…)` counts on.
      const place = document.createElement('div')
      place.hidden = true
      element.replaceWith(place)
      shelf.set(element, place)
    }
    const page = addPage.call(this, blank)
    if (this.pages.length === 1) quicken(page)
    return page
  }

  chunker.render = async function (source, token) {
    try {
      const rendered = await render.call(this, source, token)
      for (const { element } of this.pages) if (shelving.has(this) && !shelf.has(element)) readAhead(element)
      return rendered
    } finally {
      for (const [element, place] of shelf) place.replaceWith(element)
      shelf.clear()
    }
  }
}

/** Makes later pages after the first one: the area is as large, since pages are measured before they have a name or a side. */
function quicken(first: Page): void {
  const prototype: Page = Object.getPrototypeOf(first)
  prototype.create = function () {
    const element = document.importNode(this.pageTemplate.content.querySelector('.pagedjs_page') as HTMLElement, true)
    const part = (name: string) => element.querySelector<HTMLElement>(`.pagedjs_${name}`) as HTMLElement
    const { width, height } = first
    const { columnWidth, columnGap } = first.area.style
    Object.assign(this, { element, width, height })
    Object.assign(this, { pagebox: part('pagebox'), area: part('page_content'), footnotesArea: part('footnote_area') })
    Object.assign(this.area.style, { columnWidth, columnGap })
    this.pagesArea.append(element)
    return element
  }
  // What watches for later changes of size would see pages leave the document and come back.
  prototype.addListeners = () => true
}

/** Changes what concerns all later pagination in this window. */
export function quickenHandlers(): void {
  simplifyMargins()
  for (const { prototype } of registeredHandlers) {
    if (isFootnotes(prototype)) {
      const { afterPageLayout } = prototype
      // Measures the footnote area of each page, also where no style sheet has footnotes.
      prototype.afterPageLayout = function (...args) {
        if (Object.keys(this.footnotes).length > 0) afterPageLayout.apply(this, args)
      }
    }
  }
}

const isFootnotes = (handler: object): handler is Footnotes => 'processFootnotes' in handler
