import { type BreakToken, type Chunker, Handler, type Layout, type Page, registerHandlers } from 'pagedjs'
import { SECTION } from '../pagination.ts'
import { beginning, breakBefore, loosen, widowed } from './breaks.ts'
import { holdColumns } from './columns.ts'
import { limitInitials } from './cures/initials.ts'
import { continueSpans } from './cures/spans.ts'
import { Displayed } from './displayed.ts'
import { boxAround } from './ruler.ts'
import { quickenHandlers, Speed } from './speed.ts'

type TokenClass = new (node: Node, offset?: number) => BreakToken

/** For each text node on a page, the source's text node and where in it the text begins. */
const origins = new WeakMap<Node, { source: Text; base: number }>()

/**
 * A box that goes on over a break is open there. Otherwise its lower edge, which Paged.js does not reckon with, could
 * take the last lines off the page.
 *
 * Source: CSS Fragmentation 3, 5.4 (`box-decoration-break: slice`).
 */
const SLICED = `
[data-split-to], [data-broken] { margin-bottom: 0 !important; padding-bottom: 0 !important; border-bottom-width: 0 !important }
[data-split-from] { margin-top: 0 !important; padding-top: 0 !important; border-top-width: 0 !important }`

let cured = false

/**
 * Paged.js 0.4.3 looks for its place in the source by comparing text, and so loses or doubles whatever occurs
 * twice; it believes a measurement that is stale once the overflow is taken out; and it waits for an animation frame
 * at every step. These are the cures, each at the one method that it concerns.
 */
class Cures extends Handler {
  private readonly counted = { pages: 0, counters: new Map<string, number>() }

  constructor(chunker: Chunker, polisher: unknown, caller: unknown) {
    super(chunker, polisher, caller)
    // Before Paged.js's own modules: they take the footnotes out of what was just copied.
    chunker.hooks.renderNode.hooks.unshift((copy, node) => remember(node, copy))
    chunker.hooks.beforePageLayout.hooks.unshift((page) => this.countOn(page))
  }

  /**
   * Counts on from the pages before, which are not in the document meanwhile: a number that grows when they are back would
   * take room that was not reckoned with. Footnotes, and whatever else the style sheets count.
   */
  private countOn({ element }: Page): void {
    const { counters } = this.counted
    const add = (name: string, number: number) => number > 0 && counters.set(name, (counters.get(name) ?? 0) + number)
    for (const earlier of this.chunker.pages.slice(this.counted.pages, -1)) {
      this.counted.pages++
      add('footnote', earlier.element.querySelectorAll('[data-footnote-call]').length)
      add('footnote-marker', earlier.element.querySelectorAll('[data-footnote-marker]:not([data-split-from])').length)
      for (const { attributes } of earlier.element.querySelectorAll('[data-counter-increment], [data-counter-reset]')) {
        for (const { name, value } of attributes) {
          const [, counter] = /^data-counter-(.+)-value$/.exec(name) ?? []
          if (counter) counters.set(counter, Number(value))
        }
      }
    }
    if (counters.size > 0) element.style.setProperty('counter-set', [...counters].flat().join(' '))
  }

  /** All style sheets are in the document by now. */
  beforeParsed(): void {
    limitInitials()
  }

  onPageLayout(_wrapper: Element, token: BreakToken, layout: Layout): void {
    // The classes are not exported: an instance leads to them.
    if (!cured) cure(Object.getPrototypeOf(layout) as Layout, token.constructor as TokenClass)
    cured = true
  }

  /**
   * Moves a break up to where it may be: not inside a paragraph too short for it, not after what has to stay with its
   * next, and not between a box and its first child, which would leave an empty box, and with it the id, behind.
   */
  onOverflow(overflow: Range | undefined, rendered: Element): Range | undefined {
    const short = overflow && widowed(overflow, rendered)
    const start = short ?? (overflow && beginning(overflow, rendered))
    // The cells of a row break side by side, each where it must.
    const place = start?.parentElement?.closest('td, th') ? short : start && breakBefore(start, rendered)
    if (!place) return undefined
    const range = document.createRange()
    range.setStartBefore(place)
    range.setEndAfter(rendered.lastChild as Node)
    return range
  }

  /** A heading that begins a page names it, also below a margin, where Paged.js takes the section before. */
  afterPageLayout(page: HTMLElement): void {
    const content = page.querySelector('.pagedjs_page_content > div')
    const heading = content?.querySelector('h2')
    if (!content || !heading || breakBefore(heading, content)) return
    page.style.setProperty(`--pagedjs-string-start-${SECTION}`, JSON.stringify(heading.textContent?.trim() ?? ''))
  }
}

/** Has every later pagination in this window run with the cures. */
export function registerCures(): void {
  quickenHandlers()
  const style = document.createElement('style')
  style.dataset.pagedjsIgnore = ''
  style.textContent = SLICED
  document.head.append(style)
  registerHandlers(Displayed, Cures, Speed)
}

function cure(layout: Layout, Token: TokenClass): void {
  const { append, createBreakToken, findBreakToken } = layout

  // Offset 0 is a place like any other, not a wildcard.
  Token.prototype.equals = function (this: BreakToken, other: BreakToken | undefined) {
    return other !== undefined && this.node === other.node && (this.offset ?? 0) === (other.offset ?? 0)
  }

  layout.append = function (node, dest, token, shallow = true, rebuild = true) {
    const clone = append.call(this, node, dest, token, shallow, rebuild)
    restoreSpace(node, clone)
    return clone
  }

  layout.createBreakToken = function (overflow, rendered, source) {
    const { startContainer, startOffset } = overflow
    const inText = startContainer instanceof Text
    holdColumns(startContainer.childNodes[startOffset] ?? startContainer, source as ParentNode & Node)
    const origin = origins.get(inText ? startContainer : (startContainer.childNodes[startOffset] ?? startContainer))
    if (!origin) return createBreakToken.call(this, overflow, rendered, source)
    const offset = origin.base + (inText ? startOffset : 0)
    const parent = origin.source.parentElement
    const whole = offset === 0 && parent !== null && origin.source.previousSibling === null
    return whole ? new Token(parent, 0) : new Token(origin.source, offset)
  }

  // Taking the overflow out lays a table out anew, and it may overflow again: the earliest break wins.
  layout.findBreakToken = function (rendered, source, bounds, previous, extract = true) {
    let token: BreakToken | undefined
    for (;;) {
      const next = findBreakToken.call(this, rendered, source, bounds, previous, extract)
      if (!next || token?.equals(next)) return token ?? next
      // Back at where the page began, or at a box around it that began on an earlier page.
      const stuck = extract && (next.equals(previous) || (!next.offset && next.node.contains(previous?.node ?? null)))
      if (stuck && loosen(rendered)) continue
      token = next
      if (extract) open(token.node, rendered)
      const row = rowOf(token.node)
      if (row) continueSpans(row)
      if (!extract || stuck) return token
      this.rebuildTableFromBreakToken(token, rendered)
    }
  }

  // Adds the cells beside a broken one, unless they are there.
  layout.rebuildTableFromBreakToken = function (token, dest) {
    const element = token?.node instanceof Element ? token.node : token?.node.parentElement
    let cell: Element | null | undefined = element?.closest('td')
    if (!cell || !rendition(cell, dest)) return
    for (cell = cell.nextElementSibling; cell; cell = cell.nextElementSibling) {
      if (!rendition(cell, dest)) this.append(cell, dest, null, true)
    }
  }

  // A Chinese paragraph is one word to Paged.js, walked letter by letter; bisecting asks for 16 boxes in 60,000.
  layout.textBreak = (node, _start, end, _top, bottom) => {
    const text = node.data
    const ink = [...text.matchAll(/\S/g)].map((match) => match.index)
    const overflows = (index: number) => {
      const { left, top } = boxAround(node, index, index + 1)
      return Math.floor(left) >= end || Math.floor(top) >= bottom
    }
    let low = 0
    let high = ink.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (overflows(ink[middle] as number)) high = middle
      else low = middle + 1
    }
    let offset = ink[low]
    if (offset === undefined) return undefined
    if (/[\udc00-\udfff]/.test(text.charAt(offset))) offset--
    // Where white space is kept, the indent belongs to the line that it begins.
    if (keepsSpace(node)) while (/[ \t]/.test(text.charAt(offset - 1))) offset--
    return offset || undefined
  }

  // A hyphen at a page's end would be text that nobody wrote.
  layout.hyphenateAtBreak = () => {}
}

/**
 * Marks the boxes that a break goes through, which Paged.js does only once the next page is set: closed, they might not
 * fit even without what was taken out of them.
 */
function open(place: Node, rendered: Element): void {
  for (let box = place.parentElement; box; box = box.parentElement) {
    rendition(box, rendered)?.setAttribute('data-broken', '')
  }
}

function remember(node: Node, clone: Node): void {
  if (node instanceof Text) {
    if (clone instanceof Text) origins.set(clone, { source: node, base: node.length - clone.length })
    return
  }
  const sources = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const copies = document.createTreeWalker(clone, NodeFilter.SHOW_TEXT)
  while (copies.nextNode() && sources.nextNode()) {
    origins.set(copies.currentNode, { source: sources.currentNode as Text, base: 0 })
  }
}

/** After a break Paged.js steps over the spaces between inline elements; words would run together. */
function restoreSpace(node: Node, clone: Node): void {
  const space = node.previousSibling
  const before = clone.previousSibling
  if (!(space instanceof Text) || /\S/.test(space.data) || !before || before instanceof Text) return
  const copy = space.cloneNode() as Text
  origins.set(copy, { source: space, base: 0 })
  clone.parentNode?.insertBefore(copy, clone)
}

/** The table row that a place in the source is in, or before. */
function rowOf(node: Node): HTMLTableRowElement | null {
  const place = node instanceof Text && node.nextSibling instanceof HTMLTableRowElement ? node.nextSibling : node
  return (place instanceof Element ? place : place.parentElement)?.closest('tr') ?? null
}

function rendition(source: Element, dest: Element): Element | null {
  return dest.querySelector(`[data-ref="${source.getAttribute('data-ref')}"]`)
}

function keepsSpace(node: Text): boolean {
  const { parentElement } = node
  return parentElement !== null && /^(pre|break-spaces)/.test(getComputedStyle(parentElement).whiteSpace)
}
