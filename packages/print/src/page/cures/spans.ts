/**
 * Ends every cell that spans rows before a row, and lets empty cells span on in their place, when the row begins a
 * page. Paged.js copies such a cell with its text, and so prints it twice.
 *
 * @param row a row of the source.
 */
export function continueSpans(row: HTMLTableRowElement): void {
  const rows = [...(row.parentElement?.children ?? [])].filter((child) => child instanceof HTMLTableRowElement)
  const end = rows.indexOf(row)
  /** For each column, the cell that reaches into the row at hand, and the first row that it does not reach. */
  const open: { cell: HTMLTableCellElement; from: number; until: number }[] = []
  for (const [index, { cells }] of rows.slice(0, end).entries()) {
    let column = 0
    for (const cell of cells) {
      while ((open[column]?.until ?? 0) > index) column++
      const until = cell.rowSpan === 0 ? rows.length : index + cell.rowSpan
      for (let width = cell.colSpan; width > 0; width--) open[column++] = { cell, from: index, until }
    }
  }
  const own = [...row.cells]
  for (let column = 0; column < open.length || own.length > 0; ) {
    const above = open[column]
    if (!above || above.until <= end) {
      column += own.shift()?.colSpan ?? 1
      continue
    }
    const { cell, from, until } = above
    const rest = cell.cloneNode(false) as HTMLTableCellElement
    rest.removeAttribute('id')
    rest.dataset.ref = `${rest.dataset.ref}-${end}`
    rest.rowSpan = until - end
    cell.rowSpan = end - from
    row.insertBefore(rest, own[0] ?? null)
    column += cell.colSpan
  }
}
