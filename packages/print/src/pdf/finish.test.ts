import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTagged } from '../../fuzz/tagged.ts'
import { launchBrowser } from '../press/browser.ts'
import { type Rendering, render } from '../press/render.ts'
import { serveFolder } from '../press/server.ts'
import { type Finished, finish } from './finish.ts'
import { attribute } from './tags.ts'
import { type Element, isContent, isElement, readTree, textOf } from './tree.ts'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const zh = (count: number) => '一段很长的话，要跨过一页的末尾。'.repeat(count)

/** Every kind of element, each so long that a page ends inside it. */
const BODY = `
<h1>结构 Structure</h1>
<p>中文里有 <span lang="en">a run of English</span>，也有<a href="#表">表格</a>和<a href="https://example.org/">web</a>，<a href="https://example.org/">又一次</a>。</p>
<p>${zh(160)}</p>
<p><q>语录</q>之后，见<a class="see" href="#表">表</a>。</p>
<h2>Lists</h2>
<ul>${Array.from({ length: 60 }, (_, at) => `<li>${zh(1)}${at % 9 === 4 ? `<ul>${'<li>内层</li>'.repeat(12)}</ul>` : ''}</li>`).join('')}</ul>
<ol><li>${zh(200)}</li><li>尾</li></ol>
<h2 id="表">Tables</h2>
<table><caption>表题</caption><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>
${Array.from({ length: 50 }, (_, at) => `<tr><th>${at}</th><td>${zh(at === 20 ? 170 : 1)}</td></tr>`).join('')}</tbody></table>
<h3>Figures</h3>
<figure><img src="data:image/png;base64,${PIXEL}" width="40" height="40" alt="一个点"><figcaption>图注</figcaption></figure>
<svg width="30" height="30"><title>一个方块</title><rect width="30" height="30"/></svg>
<hr><blockquote><p>引文</p></blockquote><div>一行</div><p style="opacity: 0.5">半透明</p>`
const MARGINS = '@page { @top-left { content: "running head" } @bottom-right { content: counter(page) } }'
const HTML = `<!doctype html><html lang="zh-CN"><title>结构</title><style>${MARGINS} [lang] { color: #123 } .see::after { content: " p. " attr(data-folio) }</style><body>${BODY}`

let dir: string
let rendering: Rendering
let finished: Finished
let tree: Element
let pdf: PDFDocumentProxy

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-finish-'))
  await writeFile(join(dir, 'a.html'), HTML)
  const [server, browser] = await Promise.all([serveFolder(dir), launchBrowser()])
  try {
    rendering = await render({ browser, server, source: 'a.html', paper: 'a4', timeout: 60_000 })
  } finally {
    await Promise.all([browser.close(), server.close()])
  }
  finished = await again()
  const read = readTree(await PDFDocument.load(finished.bytes, { updateMetadata: false }))
  if (!read) throw new Error('no structure')
  tree = read
  pdf = await getDocument({ data: Uint8Array.from(finished.bytes), verbosity: 0 }).promise
}, 120_000)

afterAll(async () => {
  await pdf?.loadingTask.destroy()
  await rm(dir, { recursive: true, force: true })
})

const again = () => finish(rendering.pdf, rendering.pagination, rendering.info, new Date(0))

test('the tags are the outline of the source, whatever the pages cut', () => {
  expect(outline(tree)).toBe(`Document(${outlineOf(bodyOf(parse(HTML)))})`)
})

test('every element that a page ends in is one element with content on both pages', () => {
  const split = new Set<string>()
  const visit = (element: Element): Set<unknown> => {
    const pages = new Set<unknown>(element.kids.flatMap((kid) => (isElement(kid) ? [...visit(kid)] : [kid.page])))
    if (pages.size > 1) split.add(element.tag)
    return pages
  }
  visit(tree)
  expect([...split].sort()).toEqual(['Document', 'L', 'LBody', 'LI', 'P', 'TD', 'TR', 'Table'])
})

test('a reader of single pages finds the tags of each', async () => {
  const page = await pdf.getPage(2)
  const found = JSON.stringify(await page.getStructTree())
  expect(found).toContain('"role":"L"')
  expect(found).not.toContain('NonStruct')
})

test('heads of a table have their scope, images their words, and runs their language', () => {
  const all = [...elements(tree)]
  const scopes = all.filter(({ tag }) => tag === 'TH').map((cell) => attribute(cell, 'Scope'))
  expect(scopes).toEqual(['Column', 'Column', ...Array.from({ length: 50 }, () => 'Row')])
  expect(all.filter(({ tag }) => tag === 'Figure').map(({ dict }) => textOf(dict, 'Alt'))).toEqual([
    '一个点',
    '一个方块',
  ])
  expect(all.flatMap(({ lang }) => lang ?? [])).toEqual(['zh-CN', 'en'])
})

test('what stands in the margins is no part of the text', async () => {
  const page = await pdf.getPage(2)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const tagged: string[] = []
  const untagged: string[] = []
  const open: boolean[] = []
  for (const item of items) {
    if ('str' in item) (open.includes(true) ? tagged : untagged).push(item.str)
    else if (item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item && item.id !== undefined && item.id !== null)
  }
  expect(untagged.join('').replace(/\s/g, '')).toBe('runninghead2')
  expect(tagged.join('')).toContain('一段很长的话')
})

test('what a style sheet adds to the text is read with it', async () => {
  const { whole, untagged } = await readTagged(finished.bytes)
  expect(whole).toMatch(/末尾。“语录”之后，见表 p\. \d+。Lists/)
  expect(untagged).not.toMatch(/[“”]|p\./)
})

test('links say where they lead', async () => {
  const annotations = await (await pdf.getPage(1)).getAnnotations()
  expect(annotations.map(({ contentsObj, dest, url }) => [contentsObj.str, dest ?? url])).toEqual([
    ['表格', '%E8%A1%A8'],
    ['web', 'https://example.org/'],
    ['又一次', 'https://example.org/'],
  ])
})

test('it passes our own checks of PDF/UA-1, and says so', async () => {
  expect(finished.failures).toEqual([])
  const { metadata } = await pdf.getMetadata()
  expect(metadata?.get('pdfuaid:part')).toBe('1')
  expect(metadata?.get('dc:title')).toBe('结构')
})

test('the same input gives the same bytes, identifier included', async () => {
  const { bytes } = await again()
  expect(Buffer.compare(bytes, finished.bytes)).toBe(0)
  expect(pdf.fingerprints[0]).toMatch(/^(?!0+$)[0-9a-f]{32}$/)
})

function* elements(element: Element): Generator<Element> {
  yield element
  for (const kid of element.kids) if (isElement(kid)) yield* elements(kid)
}

/** The tags as text, inline ones left out. */
function outline(element: Element): string {
  const kids = element.kids.filter((kid) => isElement(kid) && !/^(Span|Link)$/.test(kid.tag)) as Element[]
  if (/^(P|H\d|Lbl|Caption|Figure)$/.test(element.tag) && element.kids.some(isContent) && kids.length === 0)
    return element.tag
  return kids.length > 0 ? `${element.tag}(${kids.map(outline).join(' ')})` : element.tag
}

const TAGS: Record<string, string> = {
  ul: 'L',
  ol: 'L',
  table: 'Table',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  caption: 'Caption',
  p: 'P',
  figure: 'Figure',
  svg: 'Figure',
  figcaption: 'Caption',
  blockquote: 'BlockQuote',
  div: 'P',
}

/** The same for HTML. */
function outlineOf(node: Html.ParentNode): string {
  return node.childNodes
    .flatMap((kid) => {
      if (!('tagName' in kid)) return []
      const inner = outlineOf(kid)
      if (kid.tagName === 'li') return `LI(Lbl ${inner ? `LBody(${inner})` : 'LBody'})`
      const tag = /^h\d$/.test(kid.tagName) ? kid.tagName.toUpperCase() : TAGS[kid.tagName]
      if (tag === undefined) return inner || []
      return inner && kid.tagName !== 'svg' ? `${tag}(${inner})` : tag
    })
    .join(' ')
}

function bodyOf(node: Html.ParentNode): Html.ParentNode {
  const [html] = node.childNodes.filter((kid) => kid.nodeName === 'html') as Html.Element[]
  return html?.childNodes.find((kid) => kid.nodeName === 'body') as Html.Element
}
