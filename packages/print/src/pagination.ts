/** What a document's pages should come to. */
export interface PageBudget {
  /** The most pages it may have; no limit when left out. */
  max?: number | undefined
  /** The least share of the last page, from 0 to 1, that should be filled. */
  fill?: number | undefined
  /** What to do where it cannot be kept, for whoever does not write the document by hand; a sentence. */
  advice?: string | undefined
}

/** How a document is to be set: what the typesetter varies from one layout of it to the next. */
export interface Setting {
  /** `a4` or `letter`. */
  paper: string
  /** How many of the passages marked `data-drop` to leave out, those with the highest number first. */
  drop: number
  /** From 1, as tight as the styles allow, over 0, as designed, to -1, as loose as they allow. One of `LEVELS`. */
  tightness: number
  /** What the pages should come to. Where they do not, the layout comes with a forecast. */
  pages: PageBudget
  /** At how many pages to give up; never when left out. */
  maxPages?: number
}

/** The steps of `tightness`, from the loosest to the tightest: eighths, which a computer's numbers hold exactly. */
export const LEVELS: readonly number[] = Array.from({ length: 17 }, (_, index) => (index - 8) / 8)

/** The least share of a last page that is filled, and the most of another that stays empty, where the setting can do it. */
export const QUARTER = 0.25

/** The name of the CSS string that holds the section of a page, for the running head. */
export const SECTION = 'diglot-section'

/** What pagination hands over: the contract between the document's side (the browser) and the typesetter's (Node). */
export interface Pagination {
  /** Also on the root element as `data-diglot`. */
  state: 'running' | 'ready' | 'error'
  pages: PaginatedPage[]
  /** How many passages are marked `data-drop`, and may go when the page budget asks for it. */
  droppable: number
  /** Those that were left out, in the order in which they went. */
  dropped: Passage[]
  /** What was set tighter or looser than it was designed. */
  tightened?: Tightening
  /** What other settings would come to; only where the pages are not what `Setting.pages` asks for. */
  forecast?: Forecast
  /** What a careful eye would not like about the pages, and nothing that would keep them from being printed. */
  remarks: PageProblem[]
  /** What makes the pages unfit to be printed; empty when `state` is `ready`. */
  problems: PageProblem[]
  /** On which page, counted from 1, each place is that a link leads to, by the fragment of the address. */
  places: Record<string, number>
  /** The headings, in the order of the text: what the PDF's outline has to say. */
  headings: PageHeading[]
}

/** A heading, and the page that it is on. */
export interface PageHeading {
  level: number
  text: string
  page: number
}

/** A link on a page. */
export interface PageLink {
  /** Its words, or what it says of itself in `aria-label`. */
  text: string
  /** The whole address. */
  href: string
  /** The fragment of the address, as it is written there, of a link to a place in the document itself. */
  to?: string
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
  /** The links on it, in the order of the text. */
  links: PageLink[]
  /** The page area in CSS px, measured from the sheet's upper left corner. */
  area: { left: number; top: number; right: number; bottom: number }
  /** How far down its text reaches: in mm from the top of the page area, and as a share of it. */
  filled: { mm: number; share: number }
  /** Whether a break that the document asks for begins it, and not the end of the page before; so does the first page. */
  fresh: boolean
}

/** A passage that was left out. */
export interface Passage {
  entry?: string
  text: string
}

/** What became of the size and leading of most of the text, in pt, and of the gaps, as a factor. */
export interface Tightening {
  type: { from: number; to: number }
  leading: { from: number; to: number }
  gaps: number
}

/** Heights of the text in CSS px, one for each stretch of pages between breaks that the document asks for. */
export interface Forecast {
  /** At each of `LEVELS`, with the passages as they are. */
  tightened: number[][]
  /** As it is set, with the first none, one, two … of the remaining passages marked `data-drop` left out as well. */
  dropped: number[][]
}

/** What went wrong, and where. */
export interface PageProblem {
  message: string
  entry?: string
  page?: number
}

/** What the typesetter has to know of a document before it sets it. */
export interface Survey {
  info: DocumentInfo
  /** Of the document and the style sheets that have a part in it. */
  addresses: string[]
  problems: PageProblem[]
  /** Every piece of text with its family, for the fonts to be cut to it. */
  runs: FontRun[]
  /** The families that the document declares itself. */
  brings: string[]
}

/** What a document says about itself. */
export interface DocumentInfo {
  title: string
  lang: string
  author?: string
  subject?: string
  keywords?: string
  /** Whether it is read as an open book, the first page a recto. */
  facing?: boolean
}

/** A run of text with what decides its font. */
export interface FontRun {
  /** The element's computed `font-family`, without quotes; the first is the one that is meant. */
  families: string[]
  italic: boolean
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
