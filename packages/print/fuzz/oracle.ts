/**
 * What the fuzz knows about a document, found out in the page without a line of the code under test: the text in its
 * order before pagination, and after it the text of each page and where every line of it lies.
 */

/** A document before it is set. */
export interface Source {
  text: string
  images: string[]
  ids: string[]
}

/** One page, as it was set. */
export interface Sheet {
  /** Its text, footnotes at their calls. */
  text: string
  /** Its text in the order of the document tree. */
  raw: string
  images: string[]
  ids: string[]
  /** Lines that a reader does not see whole, and those that lie over another. */
  faults: string[]
}

export function readSource(): Source {
  return { text: collapse(flowText(document.body, new Map())), images: images(document.body), ids: ids(document.body) }
}

export function readSheets(): Sheet[] {
  const sheets = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')]
  // A long note goes on over several pages, and is one text.
  const notes = new Map<string, string>()
  for (const note of document.querySelectorAll<HTMLElement>('.pagedjs_footnote_area [data-note]')) {
    const ref = note.dataset.ref ?? ''
    notes.set(ref, (notes.get(ref) ?? '') + flowText(note, new Map()))
  }
  const result = sheets.map((sheet) => {
    const flow = sheet.querySelector('.pagedjs_page_content') ?? sheet
    const area = sheet.querySelector('.pagedjs_area') ?? sheet
    const boxes = [flow, sheet.querySelector('.pagedjs_footnote_area')].filter((box) => box !== null)
    return {
      text: collapse(flowText(flow, notes)),
      raw: area.textContent,
      images: images(area),
      ids: ids(area),
      faults: [...boxes.flatMap(misplaced), ...overlaps(area)].slice(0, 3),
    }
  })
  const last = result.at(-1)
  if (last && notes.size > 0) last.faults.push(`${notes.size} footnotes without a call, or with two`)
  return result
}

/** Text with a space where a block begins or ends, `⏎` and `␣` where white space counts, and notes at their calls. */
function flowText(root: Element, notes: Map<string, string>): string {
  let text = ''
  for (const node of root.childNodes) {
    if (node instanceof Text) {
      const { whiteSpaceCollapse } = getComputedStyle(root)
      text += whiteSpaceCollapse === 'preserve' ? node.data.replaceAll('\n', '⏎').replaceAll(' ', '␣') : node.data
    } else if (node instanceof HTMLElement && !/^(SCRIPT|STYLE|TEMPLATE)$/.test(node.tagName)) {
      const { footnoteCall, repeat } = node.dataset
      if (repeat !== undefined) continue
      if (footnoteCall) {
        text += ` ${notes.get(footnoteCall) ?? '(no note)'} `
        notes.delete(footnoteCall)
        continue
      }
      const apart = node.matches('br, .note') || !/^inline$|contents/.test(getComputedStyle(node).display)
      text += apart ? ` ${flowText(node, notes)} ` : flowText(node, notes)
    }
  }
  return text
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

const images = (root: Element) => [...root.querySelectorAll('img')].map((image) => image.alt)

const ids = (root: Element) =>
  [...root.querySelectorAll('[id]')].map((element) => element.id).filter((id) => !/^(note|page)-/.test(id))

interface Line {
  text: string
  rect: DOMRect
}

function lines(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const found: Line[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    // A space that is kept hangs over the line's end, where it does no harm: there each word counts by itself.
    const kept = getComputedStyle(node.parentElement as Element).whiteSpaceCollapse === 'preserve'
    for (const { 0: text, index } of node.data.matchAll(kept ? /\S+/g : /\S(?:[\s\S]*\S)?/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + text.length)
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      found.push(...rects.map((rect) => ({ text, rect })))
    }
  }
  return found
}

/** Whatever of a box's text or images lies outside it, or outside a box within that clips. */
function misplaced(box: Element): string[] {
  const outer = box.getBoundingClientRect()
  const faults: string[] = []
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_ELEMENT)
  while (walker.nextNode()) {
    const element = walker.currentNode as Element
    if (element instanceof HTMLImageElement && !within(element.getBoundingClientRect(), outer, 1))
      faults.push(`image ${element.alt} outside`)
    if (getComputedStyle(element).overflowY === 'visible') continue
    const inner = element.getBoundingClientRect()
    for (const { text, rect } of lines(element)) {
      if (!within(rect, inner, rect.height / 4)) faults.push(`clipped by ${element.tagName}: ${text.slice(0, 30)}`)
    }
  }
  for (const { text, rect } of lines(box)) {
    if (!within(rect, outer, rect.height / 4)) faults.push(`outside: ${text.slice(0, 30)}`)
  }
  return faults
}

function within(rect: DOMRect, box: DOMRect, slack: number): boolean {
  return (
    rect.top >= box.top - slack &&
    rect.bottom <= box.bottom + slack &&
    rect.left >= box.left - 1.5 &&
    rect.right <= box.right + 1.5
  )
}

/** Lines that lie upon another: their middle halves, since accents and descenders may meet. */
function overlaps(area: Element): string[] {
  const cores = lines(area)
    .map(({ text, rect }) => ({
      text,
      left: rect.left + 1,
      right: rect.right - 1,
      top: rect.top + rect.height / 4,
      bottom: rect.bottom - rect.height / 4,
    }))
    .sort((one, other) => one.top - other.top)
  const faults: string[] = []
  cores.forEach((one, index) => {
    for (let next = index + 1; next < cores.length; next++) {
      const other = cores[next] as (typeof cores)[number]
      if (other.top >= one.bottom) break
      if (one.left < other.right && other.left < one.right)
        faults.push(`over each other: ${one.text.slice(0, 20)} / ${other.text.slice(0, 20)}`)
    }
  })
  return faults
}
