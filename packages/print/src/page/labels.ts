import { placesOf } from './anchors.ts'

/** The property that holds the folio of a page, where it is another than the running number. */
const FOLIO = '--diglot-folio'

const ROMAN: [sign: string, value: number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** Gives every link to a place in the document a folio of two digits, so that a table of contents is set with room for it. */
export function reserveFolios(content: ParentNode): void {
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) link.dataset.folio = '00'
}

/**
 * Numbers the pages: front matter (`data-matter="front"`, and what stands before it) i, ii, iii, the main matter 1, 2, 3.
 * Every link to a place in the document learns the number of its page (`data-folio`), for a table of contents to show.
 *
 * @returns the label of each page: its number as the reader sees it.
 */
export function labelPages(sheets: readonly HTMLElement[]): string[] {
  const front = sheets.findLastIndex((sheet) => matterOf(sheet) === 'front') + 1
  const labels = sheets.map((_, index) => (index < front ? roman(index + 1) : String(index + 1 - front)))
  sheets.forEach((sheet, index) => {
    if (matterOf(sheet) === 'cover') sheet.style.setProperty(FOLIO, '""')
    else if (index < front) sheet.style.setProperty(FOLIO, `"${labels[index]}"`)
    else if (index === front && front > 0) sheet.style.counterSet = `page 1 pages ${sheets.length - front}`
  })
  // The calls of footnotes are links too, which were set without room for a number.
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-folio]')]
  const fragment = ({ hash }: HTMLAnchorElement) => hash.slice(1)
  const places = placesOf(sheets, links.map(fragment))
  for (const link of links) {
    const label = labels[(places[fragment(link)] ?? 0) - 1]
    if (label) link.dataset.folio = label
    else delete link.dataset.folio
  }
  return labels
}

function matterOf(sheet: HTMLElement): string | undefined {
  return sheet.querySelector<HTMLElement>('[data-matter]')?.dataset.matter
}

/** A number in lower-case roman numerals: 4 is `iv`. */
export function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [sign, value] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
