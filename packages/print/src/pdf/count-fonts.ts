import type { PDFDocument } from '@cantoo/pdf-lib'
import { fontsOf, type PdfFont } from './fonts.ts'

/** How many fonts a document of two scripts, two weights, an italic and code needs. */
const MAX_FONTS = 6

/**
 * Counts the fonts of a PDF. A family or a weight is a font of its own, however little it sets, and too many of them
 * are a problem. A rare character comes from a file beside the one that has the rest of its font: that is only remarked
 * upon, since a name that is written with it must not keep a document from being printed.
 */
export function countFonts(document: PDFDocument): { problems: string[]; remarks: string[] } {
  const programs = [...new Map(fontsOf(document).map((font) => [font.program, font])).values()]
  programs.sort((one, other) => count(one) - count(other))
  const fonts = new Map<string, PdfFont[]>()
  for (const font of programs) fonts.set(font.name, [...(fonts.get(font.name) ?? []), font])
  if (fonts.size > MAX_FONTS) {
    const list = [...fonts.values()].flatMap(([rarest]) => (rarest ? sample(rarest) : []))
    const message = `the PDF holds ${fonts.size} fonts and may hold ${MAX_FONTS}: ${list.join(', ')}. Use fewer families or weights; the first of these set the least text.`
    return { problems: [message], remarks: [] }
  }
  if (programs.length <= MAX_FONTS) return { problems: [], remarks: [] }
  const beside = [...fonts.values()].flatMap(([rarest, ...others]) =>
    rarest && others.length > 0 ? sample(rarest) : [],
  )
  const message = `the PDF holds ${programs.length} font files, where ${MAX_FONTS} should do. There for a few characters alone: ${beside.join(', ')}. Write them with commoner ones where you can.`
  return { problems: [], remarks: [message] }
}

function count({ characters = '' }: PdfFont): number {
  return [...characters].length
}

/** A font, and what it sets. */
function sample(font: PdfFont): string {
  const some = [...(font.characters ?? '')].slice(0, 8)
  return `${font.name} (“${some.join('').trim()}${count(font) > some.length ? '…' : ''}”)`
}
