/**
 * Grid items find their column by their order, and on the next page the items before them are missing: the text
 * would slide into the side column. Writes the column of every grid item that a break goes through, as it is laid
 * out now, into the source, from which the next page is made.
 *
 * @param broken the rendered node that the break is in or before.
 * @param source the content that pages are made of.
 */
export function holdColumns(broken: Node, source: ParentNode): void {
  let item = broken instanceof Element ? broken : broken.parentElement
  for (; item?.parentElement; item = item.parentElement) {
    const column = columnOf(item, item.parentElement)
    const original = column && source.querySelector<HTMLElement>(`[data-ref="${item.getAttribute('data-ref')}"]`)
    if (original) original.style.gridColumn = column
  }
}

/** The `grid-column` that an item has come to; none outside a grid or in one of a single column. */
function columnOf(item: Element, grid: Element): string | undefined {
  const style = getComputedStyle(grid)
  const tracks = style.display.endsWith('grid') ? style.gridTemplateColumns.split(' ').map(Number.parseFloat) : []
  const [box] = item.getClientRects()
  if (tracks.length < 2 || !box || getComputedStyle(item).gridColumnStart !== 'auto') return undefined
  // A grid that goes on over the page's end has a box in each of the columns that pages are measured in.
  const page = [...grid.getClientRects()].findLast((rect) => rect.left <= box.left + 1)
  const gap = Number.parseFloat(style.columnGap) || 0
  let edge = (page?.left ?? 0) + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft)
  let first = 0
  let last = 0
  tracks.forEach((width, index) => {
    if (edge <= box.left + 1) first = index + 1
    if (edge < box.right - 1) last = index + 1
    edge += width + gap
  })
  return first === 0 ? undefined : `${first} / ${Math.max(first, last) + 1}`
}
