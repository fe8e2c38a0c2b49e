import { Handler, registerHandlers } from 'pagedjs'

let most = Number.POSITIVE_INFINITY
let count = 0

/** Counts the pages as they are begun, so that a document without end is given up before it takes all memory. */
class Cap extends Handler {
  beforePageLayout(): void {
    count++
    if (count <= most) return
    throw new Error(
      `there are more than ${most} page${most === 1 ? '' : 's'}. Shorten the document, or raise the limit (maxPages)`,
    )
  }
}

/** Has pagination in this window stop at so many pages. */
export function capPages(pages: number): void {
  most = pages
  registerHandlers(Cap)
}
