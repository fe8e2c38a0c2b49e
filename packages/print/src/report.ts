import type { PageProblem, PaginatedPage, Pagination, Passage, Setting, Tightening } from './pagination.ts'

/** What the pages of a document came to. */
interface Pages {
  pages: number
  /** How full the last page is: in mm from the top of its page area, and as a share of it. */
  last: PaginatedPage['filled']
  /** What was set tighter or looser than designed, to keep the page budget or to fill the last page well. */
  tightened?: Tightening
  /** The passages marked `data-drop` that were left out to keep the page budget, in the order in which they went. */
  dropped: Passage[]
  /** What a careful eye would not like about the pages. */
  remarks: PageProblem[]
}

/** What is known of a PDF, wherever it is put. */
export interface Report extends Pages {
  /** How often the document was laid out to keep its page budget. */
  layouts: number
  /** How it was set in the end: with it `paginate` comes to the same pages. */
  setting: Pick<Setting, 'tightness' | 'drop'>
  bytes: number
  /** The names of the embedded fonts. */
  fonts: string[]
  conformance: Conformance
}

/** Whether a PDF can be read by those who do not see it. */
interface Conformance {
  /** Whether it passed our own checks and so calls itself PDF/UA-1. */
  pdfua: boolean
  /** What it did not pass, each with the number of the clause in ISO 14289-1. */
  failures: string[]
}

/** The part of the report that pagination knows. */
export function describePages({ pages, tightened, dropped, remarks }: Pagination): Pages {
  const last = pages.at(-1)?.filled ?? { mm: 0, share: 0 }
  return { pages: pages.length, last, ...(tightened && { tightened }), dropped, remarks }
}

/** A number with its unit, in the plural where it is not one. */
export function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}

/**
 * How a document met its page budget, in words.
 *
 * @example
 * describeFit(file) // '2 pages, the last 91 % full (235 mm), tightened (leading 15 to 14.6 pt, gaps 88 %), left out [bfs]'
 */
export function describeFit({ pages, last, tightened, dropped }: Pages): string {
  const parts = [`${count(pages, 'page')}, the last ${Math.round(last.share * 100)} % full (${Math.round(last.mm)} mm)`]
  if (tightened) {
    const { type, leading, gaps } = tightened
    const changes = [
      ...(type.to === type.from ? [] : [`type ${type.from} to ${type.to} pt`]),
      ...(leading.to === leading.from ? [] : [`leading ${leading.from} to ${leading.to} pt`]),
      ...(gaps === 1 ? [] : [`gaps ${Math.round(gaps * 100)} %`]),
    ]
    parts.push(`${gaps > 1 ? 'loosened' : 'tightened'} (${changes.join(', ')})`)
  }
  if (dropped.length > 0)
    parts.push(
      `left out ${dropped.map(({ entry, text }) => (entry ? `[${entry}]` : `“${text.slice(0, 24)}”`)).join(' ')}`,
    )
  return parts.join(', ')
}
