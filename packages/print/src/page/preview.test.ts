import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../press/browser.ts'
import { type FolderServer, serveFolder } from '../press/server.ts'

const BODY = Array.from({ length: 6 }, (_, index) => `<section><h2>${index + 1}</h2><p>一页 page</p></section>`).join(
  '',
)

const BAR = `<div data-preview="bar" data-print="skip"><a href="other/">other</a><template data-preview="tools">
<button data-preview="previous">‹</button><input data-preview="page"><i data-preview="pages"></i><button data-preview="next">›</button>
<p data-preview="note" hidden>draft</p></template></div>`

const document_ = (
  root: string,
  bar = '',
) => `<!doctype html><html lang="en" ${root}><meta charset="utf-8"><title>t</title>
<link rel="stylesheet" href="preview.css" media="screen"><style>section + section { break-before: page }</style>
<body>${bar}<main>${BODY}</main><script type="module" src="preview.js"></script></body></html>`

let dir: string
let server: FolderServer
let browser: Browser

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-preview-'))
  await build({
    entryPoints: [fileURLToPath(new URL('preview.ts', import.meta.url))],
    outfile: join(dir, 'preview.js'),
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
  })
  await cp(new URL('../../styles/preview.css', import.meta.url), join(dir, 'preview.css'))
  await writeFile(join(dir, 'plain.html'), document_(''))
  await writeFile(join(dir, 'facing.html'), document_('data-facing', BAR))
  await writeFile(join(dir, 'set.html'), document_('data-setting="setting.{paper}.json"', BAR))
  await writeFile(join(dir, 'setting.a4.json'), '{"tightness":0,"drop":0}')
  await writeFile(join(dir, 'unread.html'), document_('data-setting="plain.html"', BAR))
  await writeFile(join(dir, 'alone.html'), document_('data-facing="missing.html"', BAR))
  server = await serveFolder(dir)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(dir, { recursive: true, force: true })
})

async function show<T>(path: string, width: number, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  try {
    await page.goto(`${server.origin}/${path}`)
    await page.waitForFunction(() =>
      document.querySelector('.pagedjs_page')?.checkVisibility({ opacityProperty: true }),
    )
    return await work(page)
  } finally {
    await page.close()
  }
}

/** Where each sheet lies: its line on the desk, and at which side of the middle. */
const places = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.pagedjs_page')].map((sheet) => sheet.getBoundingClientRect())
    const lines = [...new Set(boxes.map(({ top }) => Math.round(top)))]
    return boxes.map(({ top, left, right }) => {
      const middle = document.documentElement.clientWidth / 2
      const side = right <= middle + 1 ? 'left' : left >= middle - 1 ? 'right' : 'middle'
      return `${lines.indexOf(Math.round(top)) + 1} ${side}`
    })
  })

test('a facing document lies in spreads, the first page alone at the right', async () => {
  for (const width of [820, 1440]) {
    const found = await show('facing.html', width, places)
    expect(found).toEqual(['1 right', '2 left', '2 right', '3 left', '3 right', '4 left'])
  }
  expect(new Set((await show('facing.html', 390, places)).map((place) => place.split(' ')[1]))).toEqual(
    new Set(['middle']),
  )
  expect(new Set((await show('plain.html', 1440, places)).map((place) => place.split(' ')[1]))).toEqual(
    new Set(['middle']),
  )
})

test('one leafs through spreads, and both pages are named', async () => {
  await show('facing.html', 1440, async (page) => {
    const named = () => page.inputValue('[data-preview="page"]')
    const seen = [await named()]
    for (const button of ['next', 'next', 'next', 'next', 'previous', 'previous']) {
      await page.dispatchEvent(`[data-preview="${button}"]`, 'click')
      seen.push(await named())
    }
    expect(seen).toEqual(['1', '2–3', '4–5', '6', '6', '4–5', '2–3'])
    expect(await page.textContent('[data-preview="pages"]')).toBe('6')
    expect(new URL(page.url()).searchParams.get('page')).toBe('2')
  })
})

test('a document without a bar, a setting or fonts is a preview too', async () => {
  expect(await show('plain.html?page=3', 1000, (page) => page.evaluate(() => scrollY > 2000))).toBe(true)
})

test('it says whether the typesetter has been at work', async () => {
  const note = (page: Page) => page.isVisible('[data-preview="note"]')
  expect(await show('set.html', 1000, note)).toBe(false)
  expect(await show('set.html?paper=letter', 1000, note)).toBe(true)
})

test('a setting that cannot be read counts as none', async () => {
  expect(await show('unread.html', 1000, (page) => page.isVisible('[data-preview="note"]'))).toBe(true)
})

test('a document that cannot be laid out is shown as it is, and says why', async () => {
  const page = await browser.newPage()
  try {
    await page.goto(`${server.origin}/alone.html`)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toBe('/missing.html cannot be loaded (404)')
    const isSeen = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.checkVisibility({ opacityProperty: true }))
    expect(await isSeen('[role="alert"]')).toBe(true)
    expect(await isSeen('section p')).toBe(true)
    expect(await isSeen('[data-preview="bar"] a')).toBe(true)
  } finally {
    await page.close()
  }
})
