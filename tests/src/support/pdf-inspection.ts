import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PdfPage, pdfPages } from './pdf.ts'

/** A font of a PDF. */
interface Font {
  /** With the tag of its subset: `AAAAAA+SourceSans3-Regular`. */
  name: string
  type: string
  missingFile: boolean
  isType3Font: boolean
}

/** What a PDF says of itself, and what is in it. */
export interface Inspection {
  pages: PdfPage[]
  /** Width and height of each page in pt. */
  sizes: number[][]
  info: Record<string, unknown>
  /** Whether it says that it is tagged. */
  marked: boolean
  /** Whether every page has tags. */
  tagged: boolean
  outline: string[]
  fonts: Font[]
  /** Pages are counted from 1; a link has an address or a target in the document. */
  links: { page: number; url: string | undefined; target: number | undefined; text: string }[]
}

/** Reads with pdf.js whatever a PDF can be judged by. */
export async function inspect(pdf: PDFDocumentProxy): Promise<Inspection> {
  // A map, whatever its type says.
  const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null
  const result: Inspection = {
    pages: await pdfPages(pdf),
    sizes: [],
    info: (await pdf.getMetadata()).info as Record<string, unknown>,
    marked: marks?.get('Marked') === true,
    tagged: true,
    outline: flatten(await pdf.getOutline()),
    fonts: [],
    links: [],
  }
  const fonts = new Map<string, Font>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    result.sizes.push([right - left, top - bottom])
    result.tagged &&= (await page.getStructTree()) !== null
    await page.getOperatorList()
    for (const [, object] of page.commonObjs as Iterable<[string, Partial<Font> | null]>) {
      if (object?.name && object.type) fonts.set(object.name, object as Font)
    }
    for (const { subtype, unsafeUrl, dest, overlaidText } of await page.getAnnotations()) {
      if (subtype !== 'Link') continue
      const url = unsafeUrl as string | undefined
      result.links.push({ page: number, url, target: await pageOf(pdf, dest), text: overlaidText ?? '' })
    }
  }
  result.fonts = [...fonts.values()].map(({ name, type, missingFile, isType3Font }) => ({
    name,
    type,
    missingFile,
    isType3Font,
  }))
  return result
}

/** The page that a destination is on, counted from 1. */
async function pageOf(pdf: PDFDocumentProxy, destination: string | unknown[] | null): Promise<number | undefined> {
  const place = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  const ref = place?.[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0] | undefined
  return ref && (await pdf.getPageIndex(ref)) + 1
}

function flatten(items: { title: string; items: unknown[] }[] | null): string[] {
  return (items ?? []).flatMap(({ title, items }) => [
    title,
    ...flatten(items as { title: string; items: unknown[] }[]),
  ])
}
