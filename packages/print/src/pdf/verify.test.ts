import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../press/browser.ts'
import { type Rendering, render } from '../press/render.ts'
import { serveFolder } from '../press/server.ts'
import { annotationsOf } from './annotations.ts'
import { comparePage } from './compare.ts'
import { checkConformance } from './conformance.ts'
import { drawingsOf, writeDrawing } from './content.ts'
import { finish } from './finish.ts'
import { type Element, isElement, readTree } from './tree.ts'
import { verify } from './verify.ts'

const BODY = `<h1>用心 Title</h1><p>first words</p><p>other words</p><p><a href="#far">further on</a></p>
<table><tr><th>a</th></tr><tr><td>b</td></tr></table><ul><li>item</li></ul>
<svg width="9" height="9"><title>a square</title><rect width="9" height="9"/></svg>
<h2 id="far">Second page</h2><p>尾</p>`

let dir: string
let rendering: Rendering
let good: Uint8Array

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-verify-'))
  await writeFile(
    join(dir, 'a.html'),
    `<!doctype html><html lang="en"><title>t</title><style>h2 { break-before: page }</style><body>${BODY}`,
  )
  const [server, browser] = await Promise.all([serveFolder(dir), launchBrowser()])
  try {
    rendering = await render({ browser, server, source: 'a.html', paper: 'a4', timeout: 60_000 })
  } finally {
    await Promise.all([browser.close(), server.close()])
  }
  const finished = await finish(rendering.pdf, rendering.pagination, rendering.info, new Date(0))
  good = finished.bytes
}, 60_000)

afterAll(() => rm(dir, { recursive: true, force: true }))

const load = () => PDFDocument.load(good, { updateMetadata: false })

/** What is said of the good PDF after a change was made to it. */
async function after(change: (document: PDFDocument) => void) {
  const document = await load()
  change(document)
  const bytes = await document.save()
  const again = await PDFDocument.load(bytes, { updateMetadata: false })
  const { problems, remarks } = await verify(bytes, again, rendering.pagination)
  return [...problems, ...remarks]
}

/** Changes what is drawn on the first page. */
function redraw(document: PDFDocument, change: (lines: string[]) => string[]): void {
  const [drawing] = drawingsOf(document)
  if (!drawing) throw new Error('nothing is drawn')
  drawing.lines = change(drawing.lines)
  writeDrawing(document, drawing)
}

/** The marked pieces of a page's content, as [first line, last line]. */
function pieces(lines: string[]): [number, number][] {
  return lines.flatMap((line, at): [number, number][] => (/MCID/.test(line) ? [[at, lines.indexOf('EMC', at)]] : []))
}

test('a good PDF is found good', async () => {
  expect(await after(() => undefined)).toEqual([])
})

describe('is caught, with its page', () => {
  test('a character that is lost', async () => {
    const problems = await after((document) =>
      redraw(document, (lines) =>
        lines.toSpliced(
          lines.findIndex((line, at) => at > (pieces(lines)[1]?.[0] ?? 0) && line.endsWith('Tj')),
          1,
        ),
      ),
    )
    expect(problems).toMatchObject([
      { page: 1, message: expect.stringMatching(/^the PDF lacks “\S” of the page's text/) },
    ])
  })

  test('a passage that is set twice', async () => {
    const problems = await after((document) =>
      redraw(document, (lines) => {
        const [from, to] = pieces(lines).find(([from, to]) => lines.slice(from, to).includes('ET')) ?? [0, 0]
        return [...lines.slice(0, to + 1), ...lines.slice(from, to + 1), ...lines.slice(to + 1)]
      }),
    )
    expect(problems).toMatchObject([{ page: 1, message: expect.stringMatching(/ more than the page's text/) }])
  })

  test('two passages that changed places', async () => {
    const problems = await after((document) =>
      redraw(document, (lines) => {
        const [one, other] = pieces(lines)
          .filter(([from, to]) => lines.slice(from, to).includes('ET'))
          .slice(1)
        if (!one || !other) throw new Error('too few pieces')
        return [
          ...lines.slice(0, one[0]),
          ...lines.slice(other[0], other[1] + 1),
          ...lines.slice(one[1] + 1, other[0]),
          ...lines.slice(one[0], one[1] + 1),
          ...lines.slice(other[1] + 1),
        ]
      }),
    )
    expect(problems).toMatchObject([
      {
        page: 1,
        message: expect.stringMatching(/^who reads the PDF without its tags finds the text in another order, at “/),
      },
    ])
  })

  test('two letters that changed places', async () => {
    const problems = await after((document) =>
      redraw(document, (lines) => {
        const [, , [from] = [0]] = pieces(lines).filter(([from, to]) => lines.slice(from, to).includes('ET'))
        const [one = 0, other = 0] = lines.flatMap((line, at) => (at > from && line.endsWith('Tj') ? at : []))
        const glyph = (at: number) => /<[^>]*>/.exec(lines[at] ?? '')?.[0] ?? ''
        const put = (at: number, by: string) => (lines[at] ?? '').replace(/<[^>]*>/, by)
        return lines.with(one, put(one, glyph(other))).with(other, put(other, glyph(one)))
      }),
    )
    expect(problems).toMatchObject([
      { page: 1, message: expect.stringMatching(/^the PDF has the page's text in another order/) },
    ])
  })

  test('a link to a place that there is not', async () => {
    const problems = await after((document) => {
      const [link] = annotationsOf(document.getPage(0))
      link?.set(PDFName.of('Dest'), PDFName.of('nowhere'))
    })
    expect(problems).toEqual([
      { page: 1, message: expect.stringMatching(/^“further on” links to “#far”, which leads nowhere in the PDF/) },
    ])
  })

  test('a link to the wrong page', async () => {
    const problems = await after((document) => {
      const places = document.catalog.lookup(PDFName.of('Dests'), PDFDict)
      places.lookup(PDFName.of('far'), PDFArray).set(0, document.getPage(0).ref)
    })
    expect(problems).toEqual([
      { page: 1, message: expect.stringMatching(/links to “#far” on page 2, and the PDF leads to page 1/) },
    ])
  })

  test('an entry of the outline that leads to the wrong page', async () => {
    const problems = await after((document) => {
      for (const [, object] of document.context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict && object.has(PDFName.of('Title')) && object.has(PDFName.of('Dest')))
          object.lookup(PDFName.of('Dest'), PDFArray).set(0, document.getPage(0).ref)
      }
    })
    expect(problems).toEqual([
      { page: 2, message: expect.stringMatching(/outline leads from “Second page” to page 1/) },
    ])
  })

  test('a font that is not embedded', async () => {
    const problems = await after((document) => {
      for (const [, object] of document.context.enumerateIndirectObjects())
        if (object instanceof PDFDict && object.has(PDFName.of('FontFile2'))) object.delete(PDFName.of('FontFile2'))
    })
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^the font \S+ is not embedded/),
    )
  })

  test('a radical in the place of a character', async () => {
    const problems = await after((document) => {
      for (const [ref, object] of document.context.enumerateIndirectObjects()) {
        if (!(object instanceof PDFRawStream)) continue
        const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
        if (!/begincmap/.test(text) || !/7528/.test(text)) continue
        object.dict.delete(PDFName.of('Filter'))
        const dict = object.dict
        document.context.assign(ref, PDFRawStream.of(dict, Buffer.from(text.replace('7528', '2F64'), 'latin1')))
      }
    })
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringMatching(/reads ⽤ U\+2F64/))
  })
})

test.each([
  ['two words', 'twowords', /runs two words together: “two” and “words”/],
  ['two words', 'two\nwords', undefined],
  ['用 Go 写', '用Go写', undefined],
  ['one two', 'onet wo', /runs two words together/],
  ['v1.2 x', '1.v1.2 x', undefined],
  ['a b c', 'a c b', /in another order/],
])('of “%s”, “%s” is read', (text, read, message) => {
  const { problems } = comparePage({ text, generated: '1.' }, [read])
  expect(problems).toEqual(message ? [expect.stringMatching(message)] : [])
})

/** Changes of a good PDF, each with the clause that it offends. */
const OFFENCES: [clause: string, change: (document: PDFDocument) => void][] = [
  ['7.1 The document is not marked', ({ catalog }) => catalog.delete(PDFName.of('MarkInfo'))],
  ['7.1 Content is neither', (document) => redraw(document, (lines) => [...lines, '0 0 1 1 re', 'f'])],
  ['7.1 The structure type Poem', (document) => retag(document, 'P', 'Poem')],
  ['7.1 A viewer would show', ({ catalog }) => catalog.delete(PDFName.of('ViewerPreferences'))],
  ['7.2 The document has no language', ({ catalog }) => catalog.delete(PDFName.of('Lang'))],
  ['7.2 LI has no LBody', (document) => retag(document, 'LBody', 'P')],
  ['7.2 TR holds P', (document) => retag(document, 'TD', 'P')],
  ['7.3 An image', (document) => each(document, 'Figure', ({ dict }) => dict.delete(PDFName.of('Alt')))],
  ['7.4.2 A heading of level 3', (document) => retag(document, 'H2', 'H3')],
  ['7.5 A head', (document) => each(document, 'TH', ({ dict }) => dict.delete(PDFName.of('A')))],
  [
    '7.18.1 A Link annotation does not say',
    (document) => annotationsOf(document.getPage(0))[0]?.delete(PDFName.of('Contents')),
  ],
  ['7.18.3', (document) => document.getPage(0).node.set(PDFName.of('Tabs'), PDFName.of('R'))],
  ['7.18.5', (document) => retag(document, 'Link', 'Span')],
  [
    '7.18.1 A Link annotation is not in',
    (document) => each(document, 'Link', ({ dict }) => dict.set(PDFName.of('K'), PDFNumber.of(0))),
  ],
]

test.each(OFFENCES)('offends against %s', async (clause, change) => {
  const document = await load()
  expect(checkConformance(document)).toEqual([])
  change(document)
  expect(checkConformance(document)).toContainEqual(expect.stringContaining(clause))
})

function each(document: PDFDocument, tag: string, change: (element: Element) => void): void {
  const visit = (element: Element): void => {
    if (element.tag === tag) change(element)
    for (const kid of element.kids) if (isElement(kid)) visit(kid)
  }
  const tree = readTree(document)
  if (tree) visit(tree)
}

function retag(document: PDFDocument, from: string, to: string): void {
  each(document, from, ({ dict }) => dict.set(PDFName.of('S'), PDFName.of(to)))
}
