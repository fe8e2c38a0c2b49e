/** What a reader gets from the browser's own printing is what the typesetter makes: one style sheet, two engines. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDist } from './support/dist.ts'
import { attribute, elements, parseDocument, textOf } from './support/html.ts'
import { type PdfFile, promisedPdfs, tagRuns, withPdf } from './support/pdf.ts'
import { asInPdf, inPrintFonts } from './support/print-fonts.ts'
import { type RunningSite, runSite } from './support/site.ts'
import { squash } from './support/text.ts'

/** Roles that mean something to a reader. Containers without a meaning are left out. */
const ROLES = /^(H[1-6]|P|L|LI|Table|TR|TH|TD|Link|Figure|BlockQuote|Caption)$/
/** Those of which one has to hold the text: where the browser knows none, a finished PDF has a paragraph. */
const HOLDERS = /^(H[1-6]|P|LI|TH|TD|Caption)$/

type Run = Awaited<ReturnType<typeof tagRuns>>[number]

let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

/** A document as a browser without script prints it, in the typesetter's fonts, as tight or loose as the typesetter set it. */
async function printNatively({ sources: [source = ''], paper }: PdfFile): Promise<Uint8Array> {
  return site.inTab({}, async (tab) => {
    await tab.route('**/*.js', (route) => route.abort())
    await tab.emulateMedia({ media: 'print' })
    await tab.goto(site.url + source)
    await inPrintFonts(tab)
    await asInPdf(tab, source, paper)
    return new Uint8Array(await tab.pdf({ format: paper, preferCSSPageSize: true, tagged: true, outline: true }))
  })
}

/** A line of a table of contents or of an index: what the link is called, and the label of the page that it leads to. */
interface Line {
  name: string
  folio: string
}

/** The table of contents and the index of a document, with the folios that its PDF has to show there. */
async function contents(pdf: PDFDocumentProxy, source: string): Promise<Line[]> {
  const labels = await pdf.getPageLabels()
  const lists = elements(parseDocument(await readDist(source)), 'nav', 'dl')
  const links = lists
    .filter((list) => ['contents', 'rows index'].includes(attribute(list, 'class') ?? ''))
    .flatMap((list) => elements(list, 'a'))
  return Promise.all(
    links.map(async (link) => {
      const [page] = (await pdf.getDestination(attribute(link, 'href')?.slice(1) ?? '')) ?? []
      return { name: squash(textOf(link)), folio: labels?.[await pdf.getPageIndex(page)] ?? '' }
    }),
  )
}

/** The runs without these folios: a browser that prints a document by itself cannot know them. */
function withoutFolios(runs: Run[], lines: Line[]): Run[] {
  const open = [...lines]
  let before = ''
  const kept = runs.filter(({ roles, text }) => {
    const [line] = open
    const isFolio = line && roles.at(-1) === 'Link' && before.endsWith(line.name) && squash(text) === line.folio
    if (isFolio) open.shift()
    before += squash(text)
    return !isFolio
  })
  expect(open, 'links of the contents or the index without the number of their page').toEqual([])
  return kept
}

/** The text with the roles it stands under; of two elements alike, one after the other, it is not told where one ends. */
function tagged(runs: Run[]): string[] {
  const passages: { path: string; text: string }[] = []
  for (const { roles, text } of runs) {
    // A finished PDF makes one figure of a figure and the image in it, see `pdf/tags.ts`.
    const known = roles
      .filter((role) => ROLES.test(role))
      .filter((role, at, all) => role !== 'Figure' || all[at - 1] !== role)
    const path = (known.some((role) => HOLDERS.test(role)) ? known : ['P', ...known]).join(' ')
    const last = passages.at(-1)
    if (last?.path === path) last.text += squash(text)
    else if (squash(text)) passages.push({ path, text: squash(text) })
  }
  return passages.map(({ path, text }) => `${path}: ${text}`)
}

async function outline(pdf: PDFDocumentProxy): Promise<string[]> {
  const flat = (items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>, depth: number): string[] =>
    (items ?? []).flatMap(({ title, items }) => [`${depth} ${squash(title)}`, ...flat(items, depth + 1)])
  return flat(await pdf.getOutline(), 1)
}

/** Chromium names a heading twice in the outline where it took it over a page's end, to keep it with its text. */
function once(line: string): string {
  const [depth, title = ''] = [line.slice(0, 2), line.slice(2)]
  const half = title.slice(0, title.length / 2)
  return half + half === title ? depth + half : line
}

const read = async (pdf: PDFDocumentProxy, lines: Line[] = []) => ({
  pages: pdf.numPages,
  tagged: tagged(withoutFolios(await tagRuns(pdf), lines)),
  outline: await outline(pdf),
})

const files = (await promisedPdfs()).filter(({ sources }) => sources.length === 1)

describe.each(files.map((file) => [file.file, file] as const))('%s', (name, file) => {
  let paged: Awaited<ReturnType<typeof read>>
  let native: typeof paged

  beforeAll(async () => {
    const [source = ''] = file.sources
    paged = await withPdf(name, async (pdf) => read(pdf, await contents(pdf, source)))
    native = await withPdf(await printNatively(file), (pdf) => read(pdf))
  })

  test('the browser prints the same text under the same tags', () => {
    expect(native.tagged).toEqual(paged.tagged)
  })

  test('the browser makes the same outline', () => {
    expect(native.outline.map(once)).toEqual(paged.outline)
  })

  test('the browser makes as many pages, give or take one', () => {
    expect(Math.abs(native.pages - paged.pages)).toBeLessThanOrEqual(1)
  })
})
