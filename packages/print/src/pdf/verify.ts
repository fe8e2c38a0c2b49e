import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Problem } from '../errors.ts'
import { FONT_NAMES } from '../fonts/faces.ts'
import type { PaginatedPage } from '../pagination.ts'
import { firstDifference, normalise, surplus } from '../text.ts'

/** CSS px to PDF pt. */
const PT = 72 / 96

/** Radicals, compatibility forms and private use: what an extractor makes of a glyph that two characters share. */
const FALSE_FRIENDS = /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff]/gu

/** What was found in a PDF. */
export interface Verification {
  problems: Omit<Problem, 'document'>[]
  /** The names of the embedded fonts, without their subset tags. */
  fonts: string[]
}

/**
 * Reads a PDF back, as a parser would, and compares it with the pages that it was printed from: as many pages, every
 * character of the text once, no character of another kind in its place, and only embedded subsets of our own fonts.
 */
export async function verify(pdf: Uint8Array, pages: readonly PaginatedPage[]): Promise<Verification> {
  const read = await readText(pdf, pages)
  const problems: Verification['problems'] = []
  if (read.length !== pages.length) {
    problems.push({
      message: `the PDF has ${read.length} pages, the document ${pages.length}. Look for an element that is larger than the page.`,
    })
  }
  problems.push(...pages.flatMap((page, index) => comparePage(page, read[index] ?? '', index + 1)))

  const source = pages.map((page) => page.text + page.generated).join('')
  const { names, mapped, faults } = await readFonts(pdf)
  const foreign = new Set(
    [...(read.join('') + mapped).matchAll(FALSE_FRIENDS)]
      .map(([char]) => char)
      .filter((char) => !source.includes(char)),
  )
  if (foreign.size > 0) {
    const list = [...foreign].map((char) => `${char} U+${char.charCodeAt(0).toString(16).toUpperCase()}`).join(', ')
    problems.push({
      message: `the PDF reads ${list} where the source has another character. Use the Diglot fonts for this text.`,
    })
  }
  problems.push(...faults.map((message) => ({ message })))
  return { problems, fonts: names }
}

function comparePage(page: PaginatedPage, actual: string, number: number): Verification['problems'] {
  const expected = normalise(page.text)
  const lost = surplus(expected, actual)
  const extra = surplus(actual, expected)
  const generated = normalise(page.generated)
  const added = [...extra].filter((char) => !generated.includes(char)).join('')
  if (!lost && !added) return []
  const difference = firstDifference(expected, actual)
  const message = lost
    ? `the PDF lacks “${lost.slice(0, 20)}” of the page's text, near “${difference?.expected}”. Look for text that is covered or clipped, or mark it data-print="skip".`
    : `the PDF has “${added.slice(0, 20)}” more than the page's text, near “${difference?.actual}”. Look for text that is set twice.`
  return [{ message, page: number }]
}

/** The text of each page's body, normalised: margin boxes are told apart by where they stand. */
async function readText(pdf: Uint8Array, pages: readonly PaginatedPage[]): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await task.promise
  try {
    const texts: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { area } = pages[number - 1] ?? {}
      const height = page.view[3] ?? 0
      const { items } = await page.getTextContent({ disableNormalization: true })
      const body = items.filter((item) => {
        if (!('str' in item)) return false
        if (!area) return true
        const [x, y] = [item.transform[4] / PT, (height - item.transform[5]) / PT]
        return x > area.left - 4 && x < area.right + 4 && y > area.top - 2 && y < area.bottom + 2
      })
      texts.push(normalise(body.map((item) => ('str' in item ? item.str : '')).join('')))
    }
    return texts
  } finally {
    await task.destroy()
  }
}

/** The names of the embedded fonts, the characters that their ToUnicode maps speak of, and what is wrong with them. */
async function readFonts(pdf: Uint8Array): Promise<{ names: string[]; mapped: string; faults: string[] }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const names = new Set<string>()
  const faults = new Set<string>()
  let mapped = ''
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const kind = object.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText()
    if (kind === 'Type3')
      faults.add('the PDF has a Type 3 font. Set the text in a Diglot font, in one of its real weights.')
    if (kind === 'Type0') mapped += readToUnicode(object)
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    if (!descriptor) continue
    const name = object.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? ''
    const bare = name.replace(/^[A-Z]{6}\+/, '')
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
      (key) => descriptor.get(PDFName.of(key)) instanceof PDFRef,
    )
    if (!embedded) faults.add(`the font ${bare} is not embedded. Use Diglot Sans, Diglot Serif or Diglot Mono.`)
    else if (!FONT_NAMES.test(bare))
      faults.add(`the font ${bare} is none of ours. Use Diglot Sans, Diglot Serif or Diglot Mono.`)
    else if (bare === name) faults.add(`the font ${bare} is embedded whole, not cut to the text.`)
    names.add(bare)
  }
  return { names: [...names].sort(), mapped, faults: [...faults] }
}

function readToUnicode(font: PDFDict): string {
  const stream = font.lookup(PDFName.of('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) return ''
  const map = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const hex = (digits: string) => Buffer.from(digits, 'hex').swap16().toString('utf16le')
  let text = ''
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, target = ''] of block.matchAll(/<[0-9a-f]+>\s*<([0-9a-f]+)>/gi)) text += hex(target)
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', target = ''] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]{4})>/gi,
    )) {
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16)
      for (let step = 0; step <= count; step++) text += String.fromCharCode(Number.parseInt(target, 16) + step)
    }
  }
  return text
}
