/** A print document in a real browser: paginated with script, whole and printable without. */
import { subsetFonts } from '@diglot/print'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPages } from './support/dist.ts'
import { textOf } from './support/html.ts'
import { promisedPdfs, withPdf } from './support/pdf.ts'
import { asInPdf } from './support/print-fonts.ts'
import { type RunningSite, runSite } from './support/site.ts'
import { squash, unique } from './support/text.ts'

/** Width and height in CSS px. */
const SHEETS = { a4: [794, 1123], letter: [816, 1056] } as const

let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

test.each(['a4', 'letter'] as const)(
  'every print document paginates itself for %s, without a complaint',
  async (paper) => {
    const problems: string[] = []
    for (const { path } of (await readPages()).filter(({ print }) => print)) {
      await site.inTab({}, async (tab) => {
        tab.on('console', (message) => message.type() === 'error' && problems.push(`${path}: ${message.text()}`))
        tab.on('pageerror', (error) => problems.push(`${path}: ${error.message}`))
        await tab.goto(`${site.url}${path}?paper=${paper}`)
        await tab.waitForSelector('html[data-diglot=ready], html[data-diglot=error]')
        const { state, error, sheets } = await tab.evaluate(() => ({
          state: document.documentElement.dataset.diglot,
          error: document.documentElement.dataset.diglotError,
          sheets: [...document.querySelectorAll<HTMLElement>('.pagedjs_sheet')].map((sheet) => [
            sheet.offsetWidth,
            sheet.offsetHeight,
          ]),
        }))
        if (state !== 'ready') problems.push(`${path}: ${error}`)
        expect(sheets.length).toBeGreaterThan(0)
        for (const [width = 0, height = 0] of sheets) {
          expect(
            Math.abs(width - SHEETS[paper][0]) + Math.abs(height - SHEETS[paper][1]),
            `${path}: ${width} × ${height} px`,
          ).toBeLessThan(4)
        }
      })
    }
    expect(problems).toEqual([])
  },
)

test('an unknown paper is refused in words', async () => {
  const page = (await readPages()).find(({ print }) => print)
  await site.inTab({}, async (tab) => {
    await tab.goto(`${site.url}${page?.path}?paper=a5`)
    const state = await tab.waitForSelector('html[data-diglot-error]')
    expect(await state.getAttribute('data-diglot')).toBe('error')
    expect(await state.getAttribute('data-diglot-error')).toMatch(/a5.*a4.*letter/)
  })
})

test('without script a print document shows all of its text, and prints on about as many pages as its PDF', async () => {
  const problems: string[] = []
  const pages = await readPages()
  for (const { file, sources, paper } of await promisedPdfs()) {
    const page = pages.find((one) => one.file === sources[0])
    if (!page || sources.length > 1) continue
    const printed = await withPdf(file, async ({ numPages }) => numPages)
    const native = await site.inTab({ javaScriptEnabled: false }, async (tab) => {
      await serveFonts(tab, page.source)
      await tab.goto(site.url + page.path)
      // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is the very question
      const shown = squash(await tab.innerText('body'))
      const source = squash(textOf(page.document))
      // CSS may set a text in capitals.
      if (shown.toLowerCase() !== source.toLowerCase())
        problems.push(`${page.file} hides ${source.length - shown.length} characters`)
      await tab.emulateMedia({ media: 'print' })
      await tab.evaluate(() => document.fonts.ready)
      await asInPdf(tab, page.file, paper)
      const format = paper === 'a4' ? 'A4' : 'Letter'
      return pageCount(await tab.pdf({ format, preferCSSPageSize: true, printBackground: true }))
    })
    if (Math.abs(native - printed) > 1) problems.push(`${file} has ${printed} pages, the browser’s own print ${native}`)
  }
  expect(unique(problems)).toEqual([])
})

/** Gives the document the typefaces of the PDF, so that the layout is compared and not this machine's fonts. */
async function serveFonts(tab: Tab, source: string): Promise<void> {
  const { css, files } = await subsetFonts([source], { base: '/fonts/', format: 'truetype' })
  await tab.route('**/fonts/*', (route) => {
    const font = files.get(new URL(route.request().url()).pathname.split('/').at(-1) ?? '')
    return font ? route.fulfill({ body: Buffer.from(font), contentType: 'font/ttf' }) : route.abort()
  })
  await tab.route('**/print/**', async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    return route.fulfill({ response, body: body.replace('</head>', `<style>${css}</style></head>`) })
  })
}

async function pageCount(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS })
  try {
    return (await task.promise).numPages
  } finally {
    await task.destroy()
  }
}
