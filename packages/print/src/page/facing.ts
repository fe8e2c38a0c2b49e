import { type Chunker, Handler } from 'pagedjs'
import { type PageProblem, SECTION } from '../pagination.ts'
import { type Pair, pairUp } from './pairs.ts'
import { divide, type Sides, type Stop } from './spreads.ts'

/** Layout in the page and Paged.js's own measuring may differ by fractions. */
const SLACK = 2

/**
 * Sets the two leaves of a facing edition (see `face`) so that every spread holds the same entries. Paged.js flows one
 * leaf after the other; before it begins, both are measured together and get the same breaks.
 */
export class Facing extends Handler {
  async afterParsed(content: DocumentFragment): Promise<void> {
    if (!leafOf(content, 'left')) return
    await this.chunker.loadFonts()
    const style = document.createElement('style')
    style.textContent = '[data-above]:not([data-split-from]) { margin-block-start: var(--diglot-above) !important }'
    document.head.append(style)
    // A page like any other, to measure in, without its end.
    const page = this.chunker.addPage()
    const { columnWidth } = page.area.style
    page.area.style.columnWidth = 'auto'
    const height = page.area.getBoundingClientRect().height - SLACK
    page.createWrapper().append(...content.childNodes)
    await Promise.all([...page.wrapper.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)))
    breakTogether(page.wrapper, height)
    content.append(...page.wrapper.childNodes)
    page.area.style.columnWidth = columnWidth
    this.chunker.removePages()
  }

  /** A page has the margins and the words of its side, before anything is written there. */
  afterPageLayout(sheet: HTMLElement): void {
    const side = sheet.querySelector<HTMLElement>('[data-leaf]')?.dataset.leaf
    if (!side) return
    setSide(sheet, side)
    // The section that the other language ended with.
    if (sheet.querySelector('[data-leaf]:not([data-split-from])')) {
      sheet.style.setProperty(`--pagedjs-string-start-${SECTION}`, '""')
    }
  }
}

/** Decides where both leaves break, marks the elements at which they do, and has the others begin at the same height. */
function breakTogether(root: ParentNode, height: number): void {
  const [left, right] = [leafOf(root, 'left'), leafOf(root, 'right')]
  if (!left || !right) return
  const places: Pair[] = [{ left, right, open: true, forced: true, loose: false }, ...pairUp(left, right)]
  const tops = { left: left.getBoundingClientRect().top, right: right.getBoundingClientRect().top }
  const measured = (pair: { left: HTMLElement; right: HTMLElement }, edge: (element: HTMLElement) => number): Sides => [
    edge(pair.left) - tops.left,
    edge(pair.right) - tops.right,
  ]
  const bottom = measured({ left, right }, (leaf) => leaf.getBoundingClientRect().bottom)
  const stops: Stop[] = places.map((pair) => ({
    start: measured(pair, (element) => element.getBoundingClientRect().top),
    end: measured(pair, endBefore),
    open: pair.open,
    forced: pair.forced,
    loose: pair.loose,
  }))
  const gaps = places.map(({ left, right }): Sides => [gapAbove(left), gapAbove(right)])
  const rows = divide([...stops, { start: bottom, end: bottom, open: true, forced: true, loose: false }], height)
  rows.forEach(({ spread, white }, index) => {
    const { left, right } = places[index] as Pair
    const gap = gaps[index] as Sides
    if (spread !== rows[index - 1]?.spread) {
      for (const element of [left, right]) {
        element.dataset.spread = String(spread)
        element.dataset.breakBefore = 'page'
        dropMargin(element)
      }
    }
    // As a margin it takes the place of the gap that is there already.
    if (white[0] > 0) setMargin(left, gap[0] + white[0])
    if (white[1] > 0) setMargin(right, gap[1] + white[1])
  })
}

/** Where the content before an element ends, without the margin that a break takes away. */
function endBefore({ previousElementSibling, parentElement }: Element): number {
  return (previousElementSibling ?? parentElement)?.getBoundingClientRect().bottom ?? 0
}

/** How far an element stands below what is before it in the flow: a float beside it may reach further down than that. */
function gapAbove(element: Element): number {
  let before = element.previousElementSibling
  while (before && getComputedStyle(before).float !== 'none') before = before.previousElementSibling
  const { top } = element.getBoundingClientRect()
  const parent = element.parentElement?.getBoundingClientRect()
  return top - (before?.getBoundingClientRect().bottom ?? parent?.top ?? top)
}

/** The first line of a page stands at its top, whatever it begins. */
function dropMargin(element: HTMLElement): void {
  setMargin(element, 0)
  const { paddingBlockStart, borderBlockStartWidth, display } = getComputedStyle(element)
  const first = element.firstElementChild
  const open = Number.parseFloat(paddingBlockStart) + Number.parseFloat(borderBlockStartWidth) === 0
  if (open && display === 'block' && first instanceof HTMLElement) dropMargin(first)
}

/** On the next page, where a box that was split goes on, its margin is not repeated. */
function setMargin(element: HTMLElement, px: number): void {
  element.dataset.above = ''
  element.style.setProperty('--diglot-above', `${px}px`)
}

/**
 * Puts the pages of both leaves in turn: cover, left, right, left, right. Where a spread's text needs more pages in
 * one language, the other side has blank ones.
 *
 * @param sheets the pages in the order in which they were set.
 * @returns the pages in the order of the book.
 */
export async function arrange(chunker: Chunker, sheets: readonly HTMLElement[]): Promise<HTMLElement[]> {
  const covers = sheets.filter(({ dataset }) => !dataset.leaf)
  const [left, right] = ['left', 'right'].map((side) =>
    spreadsOf(sheets.filter(({ dataset }) => dataset.leaf === side)),
  )
  const book = [...covers]
  const blank = async (side: string) => {
    await chunker.handleBreaks(undefined, true)
    const sheet = chunker.pages.at(-1)?.element
    if (!sheet) throw new Error('a blank page could not be made')
    setSide(sheet, side)
    return sheet
  }
  // The cover is a right-hand page, and the first spread follows it.
  if (book.length % 2 === 0) book.push(await blank('right'))
  for (const [spread, lefts] of (left ?? []).entries()) {
    const rights = right?.[spread] ?? []
    for (let page = 0; page < Math.max(lefts.length, rights.length); page++) {
      book.push(lefts[page] ?? (await blank('left')), rights[page] ?? (await blank('right')))
    }
  }
  book.forEach((sheet, index) => {
    sheet.id = `page-${index + 1}`
    sheet.dataset.pageNumber = String(index + 1)
    sheet.classList.toggle('pagedjs_first_page', index === 0)
    if (!sheet.dataset.leaf) setSide(sheet, index % 2 === 0 ? 'right' : 'left')
  })
  chunker.pagesArea.append(...book)
  chunker.pagesArea.style.setProperty('--pagedjs-page-count', String(book.length))
  return book
}

/** The pages of one leaf, by the spreads that they belong to. */
function spreadsOf(sheets: readonly HTMLElement[]): HTMLElement[][] {
  const spreads: HTMLElement[][] = []
  for (const sheet of sheets) {
    const begins = sheet.querySelector('[data-spread]:not([data-split-from])')
    if (begins || spreads.length === 0) spreads.push([sheet])
    else spreads.at(-1)?.push(sheet)
  }
  return spreads
}

/** Names each entry that does not begin on both pages of a spread. */
export function compareSpreads(sheets: readonly HTMLElement[]): PageProblem[] {
  const begins = { left: new Map<string, number>(), right: new Map<string, number>() }
  sheets.forEach((sheet, index) => {
    const found = begins[index % 2 === 1 ? 'left' : 'right']
    for (const { dataset } of sheet.querySelectorAll<HTMLElement>('[data-leaf] [data-entry]')) {
      const entry = dataset.entry ?? ''
      if (!found.has(entry)) found.set(entry, index)
    }
  })
  const entries = new Set([...begins.left.keys(), ...begins.right.keys()])
  return [...entries].flatMap((entry) => {
    const [left, right] = [begins.left.get(entry), begins.right.get(entry)]
    if (left !== undefined && right === left + 1) return []
    const message =
      left === undefined || right === undefined
        ? 'stands in one of the two documents only. Give both the same entries.'
        : `begins on page ${left + 1} and on page ${right + 1}. Give both documents the same entries, in the same order.`
    return [{ message, entry, page: (left ?? right ?? 0) + 1 }]
  })
}

function leafOf(root: ParentNode, side: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-leaf="${side}"]`)
}

function setSide(sheet: HTMLElement, side: string): void {
  sheet.classList.toggle('pagedjs_left_page', side === 'left')
  sheet.classList.toggle('pagedjs_right_page', side === 'right')
  sheet.dataset.leaf = side
}
