import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../press/browser.ts'
import { render } from '../press/render.ts'
import { type FolderServer, serveFolder } from '../press/server.ts'

let dir: string
let browser: Browser
let server: FolderServer

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-lines-'))
  browser = await launchBrowser()
  server = await serveFolder(dir)
  const font = createRequire(import.meta.url).resolve(
    '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2',
  )
  await copyFile(font, join(dir, 'thin.woff2'))
})

afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(dir, { recursive: true, force: true })
})

async function remarks(css: string, body: string): Promise<string[]> {
  const html = `<!doctype html><html lang="zh-CN"><title>t</title><style>${css}</style><body>${body}`
  await writeFile(join(dir, 'a.html'), html)
  const { pagination } = await render({ browser, server, source: 'a.html', paper: 'a4', timeout: 30_000 })
  // How full these pages are does not matter here.
  const ofLines = pagination.remarks.filter(({ message }) => !message.includes('of this page is filled'))
  return ofLines.map(({ page, entry, message }) => `${page} ${entry} ${message}`)
}

/** One text in columns of every width from 9 to 30 characters and in between, so that lines end at every place in it. */
const everyWidth = (text: string) =>
  Array.from(
    { length: 43 },
    (_, index) => `<p data-entry="e${index}" style="width: ${9 + index / 2}em">${text}</p>`,
  ).join('')

const TEXT =
  '系统（含调度、限流）由“平台组”维护——他们把 Kubernetes·Crane 叫作「云·边」底座，规模达1.3万～2万个，版本号用 v1.2～v2.0 表示；其余……见《手册》（第〇章），以及 <b>加粗的</b>、<i lang="en">foreign</i> 词语：令人々惊讶。'
const UNBOUND = 'diglot-bind { text-wrap-mode: wrap }'

test('with the default styles no line breaks a rule', async () => {
  expect(await remarks('', everyWidth(TEXT))).toEqual([])
})

test.each([
  [
    'a mark at a line’s start',
    'p { line-break: anywhere }',
    /^\d e\d+ a line begins with “[。，）、；：”」》]”: “.*｜/,
  ],
  ['a bracket at a line’s end', 'p { line-break: anywhere }', /a line ends with “[（「《“]”/],
  ['an interpunct at a line’s start', UNBOUND, /a line begins with “·”/],
  ['a dash at a line’s start', UNBOUND, /a line begins with “—”/],
  ['a connector at a line’s start', UNBOUND, /a line begins with “～”/],
  ['a number without its 万', UNBOUND, /a number is parted from its 万: “.*1\.3｜万～/],
  [
    'one or two characters on the last line',
    `${UNBOUND} p { text-wrap: wrap }`,
    /a paragraph ends with a line of “..?。” alone, after “/,
  ],
  [
    'marks that are not squeezed',
    'html { text-spacing-trim: space-all }',
    /“.[）”」》《「（“，：]” takes two whole squares/,
  ],
  ['Latin without a gap', 'html { text-autospace: no-autospace }', /no gap between Han and Latin in “把Kuberne”/],
  ['slanted Han', 'b { font-style: italic }', /Han is slanted: “加粗的”/],
  [
    'thickened Han',
    '@font-face { font-family: Thin; src: url(thin.woff2) } html { font-synthesis: weight } b { font-family: Thin }',
    /Han is faked bold: “加粗的”/,
  ],
])('finds %s', async (_, css, message) => {
  const body = everyWidth(TEXT.replace('把 Kubernetes', '把Kubernetes'))
  expect((await remarks(css, body)).join('\n')).toMatch(new RegExp(message, 'm'))
})

test.each([
  ['before a word of Latin', '读写一致仍然成立，近处的桶先看，以 <code>H = 4</code> 为例：'],
  ['in an element', '读写一致仍然成立，近处的桶先看，这里<b>举例</b>。'],
  ['after an element', '读写一致仍然成立，近处的桶先看，<b>这里</b>举例。'],
])('no last line of two characters %s', async (_, text) => {
  expect(await remarks('p { text-wrap: wrap }', everyWidth(text))).toEqual([])
})

test('a paragraph that goes on over the page is one paragraph', async () => {
  const filler = (height: number) => `<div style="height: ${height}px"></div>`
  const body = [840, 856, 872].map((height) => `${filler(height)}<p>${TEXT.repeat(6)}</p><hr>`).join('')
  expect(await remarks('hr { break-after: page }', body)).toEqual([])
})

test('what is bound is the text as it was, and is bound once', async () => {
  await writeFile(join(dir, 'b.html'), `<!doctype html><html lang="zh-CN"><title>t</title><body><p>${TEXT}</p>`)
  const { pagination } = await render({ browser, server, source: 'b.html', paper: 'a4', timeout: 30_000 })
  expect(pagination.pages.map(({ text }) => text.trim())).toEqual([TEXT.replace(/<[^>]+>/g, '')])
})

test('a label of a drawing is whole, though it ends as a paragraph does', async () => {
  const label = '计算平台Lambda的工作组件'
  const html = `<!doctype html><html lang="zh-CN"><title>t</title><p>一段文字</p><svg width="300" height="30"><text y="20">${label}</text></svg>`
  await writeFile(join(dir, 'a.html'), html)
  const { pagination } = await render({ browser, server, source: 'a.html', paper: 'a4', timeout: 30_000 })
  expect(pagination.pages[0]?.text).toContain(label)
})

test.each([
  ['normal', []],
  ['no-autospace', ['1 undefined no gap between Han and Latin in “台Lambda”. Set text-autospace: normal.']],
])('the gap is looked for in a text as it is scaled, with text-autospace: %s', async (value, expected) => {
  const drawing = (size: string) =>
    `<svg viewBox="0 0 300 30" style="inline-size: ${size}"><text y="20">计算平台Lambda</text></svg>`
  for (const size of ['90px', '150px', '300px', '600px'])
    expect(await remarks(`text { text-autospace: ${value} }`, drawing(size))).toEqual(expected)
  expect(await remarks(`text { text-autospace: ${value} } svg { zoom: 0.75 }`, drawing('300px'))).toEqual(expected)
})

test('the gap of a passage that is zoomed is a gap', async () => {
  expect(await remarks('p { zoom: 0.5 }', '<p>计算平台Lambda</p>')).toEqual([])
})
