const PX_PER_MM = 96 / 25.4

/** How far down its page area the text of a page reaches, in CSS px. */
export function filledHeight(sheet: Element): number {
  const content = sheet.querySelector('.pagedjs_page_content')
  const flow = content?.firstElementChild
  if (!content || !flow) return 0
  const range = document.createRange()
  range.selectNodeContents(flow)
  const { bottom, height } = range.getBoundingClientRect()
  return height === 0 ? 0 : Math.max(0, bottom - content.getBoundingClientRect().top)
}

/** The same in mm, and as a share of the page area. */
export function filled(sheet: Element): { mm: number; share: number } {
  const height = filledHeight(sheet)
  const round = (value: number) => Math.round(value * 1000) / 1000
  const area = sheet.querySelector('.pagedjs_page_content')?.getBoundingClientRect().height ?? 0
  return { mm: round(height / PX_PER_MM), share: area === 0 ? 0 : round(height / area) }
}

/** Whether a page begins because the document asks for a break there, and not because the page before it was full; blank ones do. */
export function isFresh(sheet: Element): boolean {
  if (sheet.matches('.pagedjs_blank_page')) return true
  let node = sheet.querySelector<HTMLElement>('.pagedjs_page_content > div > *')
  for (; node; node = node.firstElementChild as HTMLElement | null) {
    const { splitFrom, breakBefore, previousBreakAfter } = node.dataset ?? {}
    // A box that goes on from the page before was not begun here.
    if (splitFrom === undefined && FORCED.test(`${breakBefore} ${previousBreakAfter}`)) return true
  }
  return false
}

const FORCED = /\b(page|left|right|recto|verso|always)\b/
