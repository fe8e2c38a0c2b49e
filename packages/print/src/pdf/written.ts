import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Everything that a PDF says, to whomever: on its pages, about itself, and in what is packed into it. */
export interface Written {
  /** The text of each page, line by line, as a reader copies it. */
  pages: string[]
  /** Every string and name in its objects: metadata, addresses of links, bookmarks, alternative texts, names of files. */
  strings: string[]
  /** What is packed into it, unpacked: attachments, XML metadata, images. Not how its pages are drawn, and with which fonts. */
  streams: Uint8Array[]
}

/**
 * Reads everything that is written in a PDF, whoever made it.
 *
 * @throws {Error} where it is broken or encrypted
 * @example
 * const { pages, strings } = await readWritten(await readFile('resume.a4.pdf'))
 * if ([...pages, ...strings].some((text) => text.includes('confidential'))) throw new Error('Not for print.')
 */
export async function readWritten(pdf: Uint8Array): Promise<Written> {
  const pages = await pageTexts(pdf)
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context } = document
  const drawings = new Set<unknown>(
    document.getPages().flatMap(({ node }) => {
      const value = node.Contents()
      return value instanceof PDFArray ? value.asArray().map((part) => context.lookup(part)) : [value]
    }),
  )
  const strings: string[] = []
  const streams: Uint8Array[] = []
  for (const [, object] of context.enumerateIndirectObjects()) visit(object)
  for (const object of Object.values(context.trailerInfo)) visit(object)
  return { pages, strings, streams }

  function visit(object: unknown): void {
    if (object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName) {
      strings.push(object.decodeText())
    } else if (object instanceof PDFArray) object.asArray().forEach(visit)
    else if (object instanceof PDFDict) {
      for (const entry of object.entries()) entry.forEach(visit)
    } else if (object instanceof PDFRawStream) {
      visit(object.dict)
      if (!drawings.has(object) && !isMachinery(object.dict)) streams.push(unpacked(object))
    }
  }
}

/** Whether a stream is a font, the characters of one, or a container of objects that are visited by themselves. */
function isMachinery(dict: PDFDict): boolean {
  const name = (key: string) => dict.get(PDFName.of(key))?.toString() ?? ''
  return (
    /ObjStm|XRef/.test(name('Type')) || /FontType0C|Type1C|OpenType/.test(name('Subtype')) || name('Length1') !== ''
  )
}

/** What a stream holds; as it is where its packing is that of an image. */
function unpacked(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode()
  } catch {
    return stream.contents
  }
}

async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  // pdf.js takes the bytes that it is given for its own.
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  try {
    const document = await task.promise
    const texts: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true })
      texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    }
    return texts
  } finally {
    await task.destroy()
  }
}
