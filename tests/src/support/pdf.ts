import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import type { Locale } from '@diglot/content'
import { locales } from '@diglot/content'
import { readJobs } from '@diglot/print'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { dist, readDist, readDistBytes } from './dist.ts'
import { squash } from './text.ts'

/** A PDF that the output has to hold. */
export interface PdfFile {
  /** Path in the output: `zh/resume.a4.pdf`. */
  file: string
  paper: 'a4' | 'letter'
  /** The document that it is the print of; several for a facing edition. */
  sources: string[]
  /** The language of the document; none where it holds more than one. */
  locale: Locale | undefined
  /** The edition's id. */
  edition: string
  maxPages: number | undefined
}

/** The text of one page as pdf.js reads it, squashed. */
export interface PdfPage {
  /** What stands in the page area. */
  body: string
  /** Running head and folio. */
  top: string
  bottom: string
}

type Tree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>
/** An element of the tag tree, or the piece of content that it holds. */
type Tag = Tree | Tree['children'][number]

/** Every PDF that `print.json` promises. */
export async function promisedPdfs(): Promise<PdfFile[]> {
  await readDist('print.json')
  return (await readJobs(dist)).flatMap(({ name, source, output, papers, pages }) =>
    papers.map((paper) => {
      const sources = [source].flat()
      const [first = '', edition = name] = name.split('/')
      const locale = sources.length === 1 ? locales.find((one) => one === first) : undefined
      return { file: output.replaceAll('{paper}', paper), paper, sources, locale, edition, maxPages: pages.max }
    }),
  )
}

/** Opens a PDF, a file of the output or bytes from elsewhere, with pdf.js, and closes it when the work is done. */
export async function withPdf<T>(file: string | Uint8Array, work: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({
    data: typeof file === 'string' ? await readDistBytes(file) : file,
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
    useSystemFonts: false,
  })
  try {
    return await work(await task.promise)
  } finally {
    await task.destroy()
  }
}

/** Left to itself, pdf.js makes a Han character of a radical, and so hides what another reader would get. */
const AS_IT_IS = { disableNormalization: true } as const

/** Inside of this the margin boxes stand, in pt: a little less than the narrowest margin of the sheet (20 mm). */
const MARGIN = (19.5 / 25.4) * 72

/** The text of every page. Margin text is told apart by where it stands, because it is drawn before the page's own. */
export async function pdfPages(pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const height = page.view[3] ?? 0
    const text = { body: '', top: '', bottom: '' }
    for (const item of (await page.getTextContent(AS_IT_IS)).items) {
      if (!('str' in item)) continue
      const y: number = item.transform[5]
      text[y > height - MARGIN ? 'top' : y < MARGIN ? 'bottom' : 'body'] += item.str
    }
    pages.push({ body: squash(text.body), top: squash(text.top), bottom: squash(text.bottom) })
  }
  return pages
}

/**
 * The body text of a whole PDF to look for words in: once in the order in which it is drawn, once in the order of its
 * tags. A passage that runs over a page's end is whole in at least one of them, wherever the page puts other text.
 */
export async function pdfText(file: string): Promise<string> {
  return withPdf(file, textIn)
}

/** The same of a PDF that is open. */
export async function textIn(pdf: PDFDocumentProxy): Promise<string> {
  const drawn = (await pdfPages(pdf)).map(({ body }) => body).join('')
  return `${drawn}\n${await taggedText(pdf)}`
}

async function taggedText(pdf: PDFDocumentProxy): Promise<string> {
  return squash((await tagRuns(pdf)).map(({ text }) => text).join(''))
}

/** The text of a PDF in the order of its tags, run by run, each with the roles it stands under: `L LI P Link`. */
export async function tagRuns(pdf: PDFDocumentProxy): Promise<{ roles: string[]; text: string; page: number }[]> {
  const runs: { roles: string[]; text: string; page: number }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const marked = new Map<string, string>()
    const open: (string | undefined)[] = []
    for (const item of (await page.getTextContent({ ...AS_IT_IS, includeMarkedContent: true })).items) {
      const id = open.at(-1)
      if ('str' in item) id && marked.set(id, (marked.get(id) ?? '') + item.str)
      else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id)
    }
    const collect = (node: Tag, roles: string[]): void => {
      if ('children' in node) for (const child of node.children) collect(child, [...roles, node.role])
      else runs.push({ roles, text: marked.get(node.id) ?? '', page: number })
    }
    const tree: Tag | null = await page.getStructTree()
    if (tree) collect(tree, [])
  }
  return runs
}

/**
 * Every character that the ToUnicode maps of a PDF can give back, used or not: the bytes are looked through for
 * streams that hold such a map, so that no PDF library comes between.
 */
export async function toUnicodeCharacters(file: string): Promise<{ maps: number; text: string }> {
  const bytes = Buffer.from(await readDistBytes(file))
  let maps = 0
  let text = ''
  for (const { index, 0: opening } of bytes.toString('latin1').matchAll(/(?<!end)stream\r?\n/g)) {
    const map = inflated(bytes.subarray(index + opening.length))
    if (!map?.includes('begincmap')) continue
    maps++
    text += charactersOf(map)
  }
  return { maps, text }
}

function inflated(bytes: Buffer): string | undefined {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return undefined
  }
}

function charactersOf(map: string): string {
  const hex = (digits: string) => Buffer.from(digits, 'hex').swap16().toString('utf16le')
  let text = ''
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, target = ''] of block.matchAll(/<[0-9a-f]+>\s*<([0-9a-f]+)>/gi)) text += hex(target)
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', target = ''] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const first = hex(target)
      const last = first.length - 1
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16)
      for (let step = 0; step <= count; step++)
        text += first.slice(0, last) + String.fromCharCode(first.charCodeAt(last) + step)
    }
    for (const [, list = ''] of block.matchAll(/\[([^\]]*)\]/g)) {
      for (const [, target = ''] of list.matchAll(/<([0-9a-f]+)>/gi)) text += hex(target)
    }
  }
  return text
}

/** Pieces of text that stand on each other: each pair with its page. */
export async function overprinted(pdf: PDFDocumentProxy): Promise<string[]> {
  const found: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent(AS_IT_IS)
    const pieces = items.flatMap((item) => {
      if (!('str' in item) || !item.str.trim()) return []
      const [x, y]: number[] = item.transform.slice(4)
      return [{ text: item.str, left: x ?? 0, right: (x ?? 0) + item.width, y: y ?? 0, height: item.height }]
    })
    for (const [index, one] of pieces.entries()) {
      for (const other of pieces.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const size = Math.min(one.height, other.height)
        // The letters of a line are about half as high as its font, and marks of Chinese may be set closer than they are broad.
        if (across > size && Math.abs(one.y - other.y) < 0.5 * size)
          found.push(`page ${number}: “${one.text}” and “${other.text}”`)
      }
    }
  }
  return found
}

/** The body text of a PDF anywhere, without white space. */
export async function bodyText(path: string): Promise<string> {
  const data = new Uint8Array(await readFile(path))
  return withPdf(data, async (pdf) => (await pdfPages(pdf)).map(({ body }) => body).join(''))
}
