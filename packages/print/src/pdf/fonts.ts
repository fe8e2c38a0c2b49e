import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

/** A font of a PDF. */
export interface PdfFont {
  /** Its own name, without the tag that says it is a subset. */
  name: string
  /** `Type0`, `Type3`, … */
  kind: string
  subset: boolean
  /** The font program; none where it is not embedded. */
  program: PDFRef | undefined
  /** The characters that its glyphs are read as; none where it does not say. */
  characters: string | undefined
  dict: PDFDict
}

const read = new WeakMap<PDFDocument, PdfFont[]>()

/** The fonts of a PDF, in the order of the file. */
export function fontsOf(document: PDFDocument): PdfFont[] {
  const known = read.get(document)
  if (known) return known
  const fonts = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return []
    const kind = object.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? ''
    // The part of a composite font is read with the whole.
    return kind.startsWith('CIDFont') ? [] : [readFont(object, kind)]
  })
  read.set(document, fonts)
  return fonts
}

/** What keeps the text of a PDF from being read whatever the machine (ISO 14289-1, 7.21). */
export function fontFaults(document: PDFDocument): string[] {
  return fontsOf(document).flatMap((font) => {
    if (font.kind === 'Type3')
      return 'the PDF has a Type 3 font. Set the text in a Diglot font, in one of its real weights.'
    if (!font.program) return `the font ${font.name} is not embedded. Use Diglot Sans, Diglot Serif or Diglot Mono.`
    if (font.characters === undefined)
      return `the font ${font.name} does not say what its glyphs mean. Use Diglot Sans, Diglot Serif or Diglot Mono.`
    return []
  })
}

function readFont(dict: PDFDict, kind: string): PdfFont {
  const part = dict.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? dict
  const descriptor = part.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const program = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.get(PDFName.of(key)))
  const whole = dict.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? ''
  const name = whole.replace(/^[A-Z]{6}\+/, '')
  return {
    name,
    kind,
    subset: name !== whole,
    program: program.find((ref) => ref instanceof PDFRef),
    characters: readToUnicode(dict),
    dict,
  }
}

/** Source: ISO 32000-1, 9.10.3 (ToUnicode CMaps). */
function readToUnicode(font: PDFDict): string | undefined {
  const stream = font.lookup(PDFName.of('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) return undefined
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
