/** How a document is to be set: what the typesetter varies from one layout of it to the next. */
export interface Setting {
  /** `a4` or `letter`. */
  paper: string
  /** How many of the passages marked `data-drop` to leave out, those with the highest number first. */
  drop: number
}

/** What pagination hands over: the contract between the document's side (the browser) and the typesetter's (Node). */
export interface Pagination {
  /** Also on the root element as `data-diglot`. */
  state: 'running' | 'ready' | 'error'
  pages: PaginatedPage[]
  /** How many passages are marked `data-drop`, and may go when the page budget asks for it. */
  droppable: number
  /** What makes the pages unfit to be printed; empty when `state` is `ready`. */
  problems: PageProblem[]
}

/** One page as it was set. */
export interface PaginatedPage {
  /** The page's number as its folio gives it: `ii` in front matter, `3` in the main matter. */
  label: string
  /** The text a reader sees in the page area, as CSS transforms it, white space included. */
  text: string
  /** The characters that CSS adds to it: markers, `::before`, `::after`, emphasis dots. */
  generated: string
  /** The entry that the page begins with, where it begins in one. */
  entry?: string
  /** The page area in CSS px, measured from the sheet's upper left corner. */
  area: { left: number; top: number; right: number; bottom: number }
}

/** What went wrong, and where. */
export interface PageProblem {
  message: string
  entry?: string
  page?: number
}

/** A run of text with what decides its font. */
export interface FontRun {
  /** The first family in the element's computed `font-family`. */
  family: string
  text: string
  entry?: string
}

declare global {
  interface Window {
    /** The state and result of pagination, once it has begun. */
    diglot?: Pagination
    /** Set by the typesetter before the page loads: it calls `paginate` itself, when fonts and styles are in place. */
    diglotHeld?: boolean
  }
}
