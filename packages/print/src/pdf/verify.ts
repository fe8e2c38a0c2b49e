import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Problem } from '../errors.ts'
import { FONT_NAMES } from '../fonts/faces.ts'
import type { PageProblem, Pagination } from '../pagination.ts'
import { comparePage } from './compare.ts'
import { countFonts } from './count-fonts.ts'
import { fontFaults, fontsOf } from './fonts.ts'
import { readPdf } from './read.ts'
import { compareLinks, compareOutline } from './targets.ts'

/** Radicals, compatibility forms and private use: what an extractor makes of a glyph that two characters share. */
const FALSE_FRIENDS = /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu

/** What was found in a PDF. */
export interface Verification {
  problems: Omit<Problem, 'document'>[]
  /** What could be better, and does no harm. */
  remarks: PageProblem[]
  /** The names of the embedded fonts, without their subset tags. */
  fonts: string[]
}

/**
 * Reads a PDF back, as a parser would, and compares it with the pages that it was printed from: as many pages, every
 * character of the text once and in order, no word run together with the next, no character of another kind in its place,
 * only embedded subsets of our own fonts, and every link and every entry of the outline leading where it should.
 *
 * @param pdf the bytes of the file.
 * @param document the same, taken apart.
 */
export async function verify(pdf: Uint8Array, document: PDFDocument, pagination: Pagination): Promise<Verification> {
  const { pages } = pagination
  const reading = await readPdf(pdf, pages)
  const { texts } = reading
  const problems: Verification['problems'] = []
  const fonts = countFonts(document)
  const remarks: Verification['remarks'] = fonts.remarks.map((message) => ({ message }))
  if (texts.length !== pages.length) {
    problems.push({
      message: `the PDF has ${texts.length} pages, the document ${pages.length}. Look for an element that is larger than the page.`,
    })
  }
  for (const [index, page] of pages.entries()) {
    const place = { page: index + 1, ...(page.entry ? { entry: page.entry } : {}) }
    const found = comparePage(page, texts[index] ?? [])
    problems.push(...found.problems.map((message) => ({ message, ...place })))
    remarks.push(...found.remarks.map((message) => ({ message, ...place })))
  }
  const source = pages.map(({ text, generated }) => text + generated).join('')
  problems.push(
    ...[...foreign(document, texts, source), ...faults(document), ...fonts.problems].map((message) => ({ message })),
  )
  problems.push(...compareLinks(pagination, reading), ...compareOutline(pagination, reading))
  return { problems, remarks, fonts: [...new Set(fontsOf(document).map(({ name }) => name))].sort() }
}

/** Characters that nobody wrote. */
function foreign(document: PDFDocument, texts: string[][], source: string): string[] {
  const mapped = fontsOf(document).map(({ characters }) => characters ?? '')
  const found = [...[...texts.flat(), ...mapped].join('').matchAll(FALSE_FRIENDS)].map(([char]) => char)
  const list = [...new Set(found)].filter((char) => !source.includes(char))
  if (list.length === 0) return []
  const named = list.map((char) => `${char} U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(', ')
  return [`the PDF reads ${named} where the source has another character. Use the Diglot fonts for this text.`]
}

function faults(document: PDFDocument): string[] {
  const ours = fontsOf(document).filter(({ kind, program }) => kind !== 'Type3' && program)
  const found = ours.flatMap(({ name, subset }) => {
    if (!FONT_NAMES.test(name)) return `the font ${name} is none of ours. Use Diglot Sans, Diglot Serif or Diglot Mono.`
    return subset ? [] : `the font ${name} is embedded whole, not cut to the text.`
  })
  return [...new Set([...fontFaults(document), ...found])]
}
