/** The print document in a reader's browser: the pages of its PDF, a bar that works, and a place that is kept. */
import { locales } from '@diglot/content'
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages, promisedPdfs, withPdf } from './support/pdf.ts'
import { inspect } from './support/pdf-inspection.ts'
import { type RunningSite, runSite } from './support/site.ts'
import { squash } from './support/text.ts'

let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

/** Opens a preview and waits until it is to be seen. */
async function open(tab: Tab, path: string): Promise<void> {
  await tab.goto(site.url + path)
  await shown(tab)
}

const shown = (tab: Tab) =>
  tab.waitForFunction(() => document.querySelector('.pagedjs_page')?.checkVisibility({ opacityProperty: true }))

test('preview and PDF have the same pages with the same text', async () => {
  const problems: string[] = []
  // A book in two languages is the same from either of its documents.
  const previews = (await promisedPdfs()).flatMap(({ file, sources, paper }) =>
    sources.map((source) => ({ file, source, paper })),
  )
  for (const { file, source, paper } of previews) {
    const path = `${source.replace(/index\.html$/, '')}?paper=${paper}`
    const preview = await site.inTab({}, async (tab) => {
      await open(tab, path)
      return tab.evaluate(
        () => (window as unknown as { diglot: { pages: { text: string; generated: string }[] } }).diglot.pages,
      )
    })
    const printed = await withPdf(file, pdfPages)
    if (preview.length !== printed.length)
      problems.push(`${file} has ${printed.length} pages, its preview ${path} ${preview.length}`)
    preview.forEach(({ text, generated }, index) => {
      // What CSS writes stands in the PDF's text too, where exactly is not the question here.
      const bare = (text: string) => [...squash(text)].filter((char) => !generated.includes(char)).join('')
      const [seen, read] = [bare(text), bare(printed[index]?.body ?? '')]
      if (seen !== read)
        problems.push(
          `${file} page ${index + 1}: “${read.slice(0, 30)}…${read.slice(-30)}”, but in the preview “${seen.slice(0, 30)}…${seen.slice(-30)}”`,
        )
    })
  }
  expect(problems).toEqual([])
})

const PORTFOLIO = 'zh/print/portfolio/'

const control = (tab: Tab, name: string) => tab.locator(`[data-preview="${name}"]`)
const parameter = (tab: Tab, name: string) => new URL(tab.url()).searchParams.get(name)

/** Waits until a page lies at the upper edge of the desk, and is named in the bar and the address. */
const atPage = async (tab: Tab, page: number) => {
  await tab.waitForFunction((page) => {
    const sheet = document.querySelectorAll('.pagedjs_page')[page - 1]
    const bar = document.querySelector('[data-preview="bar"]')?.getBoundingClientRect()
    const top = (sheet?.getBoundingClientRect().top ?? -1e6) - (bar?.bottom ?? 0)
    return (
      top >= 0 && top < 40 && document.querySelector<HTMLInputElement>('[data-preview="page"]')?.value === `${page}`
    )
  }, page)
  expect(parameter(tab, 'page')).toBe(page === 1 ? null : `${page}`)
}

test('without a mouse one gets to a page, and a reload returns to it', async () => {
  await site.inTab({}, async (tab) => {
    await open(tab, PORTFOLIO)
    await control(tab, 'next').focus()
    await tab.keyboard.press('Enter')
    await atPage(tab, 2)
    await control(tab, 'page').fill('5')
    await tab.keyboard.press('Enter')
    await atPage(tab, 5)
    await control(tab, 'previous').focus()
    await tab.keyboard.press('Enter')
    await atPage(tab, 4)
    await tab.reload()
    await shown(tab)
    await atPage(tab, 4)
  })
})

test('scrolling goes on to the next page, and a reload to the very line', async () => {
  await site.inTab({}, async (tab) => {
    await open(tab, `${PORTFOLIO}?page=3`)
    await atPage(tab, 3)
    await tab.mouse.move(600, 400)
    await tab.mouse.wheel(0, 1000)
    await tab.waitForFunction(() => new URLSearchParams(location.search).get('page') === '4')
    const line = await tab.evaluate(
      () =>
        new Promise(
          (done) => addEventListener('scrollend', () => done(Math.round(scrollY)), { once: true }) ?? scrollBy(0, 50),
        ),
    )
    await tab.reload()
    await shown(tab)
    expect(await tab.evaluate(() => Math.round(scrollY))).toBe(line)
  })
})

test('a link into the document leads to its page, and back', async () => {
  await site.inTab({}, async (tab) => {
    await open(tab, `${PORTFOLIO}?page=2`)
    const link = tab.locator('.contents a').last()
    const id = (await link.getAttribute('href')) ?? ''
    await link.scrollIntoViewIfNeeded()
    await link.click()
    await tab.waitForFunction(
      (id) => Math.abs(document.querySelector(id)?.getBoundingClientRect().top ?? 1e6) < innerHeight,
      id,
    )
    await tab.waitForFunction(() => Number(new URLSearchParams(location.search).get('page')) > 5)
    const page = parameter(tab, 'page')
    await tab.reload()
    await shown(tab)
    expect(parameter(tab, 'page')).toBe(page)
    await tab.goBack()
    await tab.waitForFunction(() => Number(new URLSearchParams(location.search).get('page') ?? 1) <= 2)
  })
})

test('the sheets are as large as one asks, also after a reload and on other paper', async () => {
  await site.inTab({}, async (tab) => {
    const width = () => tab.evaluate(() => document.querySelector('.pagedjs_page')?.getBoundingClientRect().width ?? 0)
    await open(tab, 'en/print/resume/')
    const whole = await width()
    await control(tab, 'zoom').selectOption('50')
    expect(await width()).toBeCloseTo(whole / 2, 0)
    await tab.reload()
    await shown(tab)
    expect(await width()).toBeCloseTo(whole / 2, 0)
    await tab.locator('[data-preview="papers"] a').last().click()
    await shown(tab)
    expect([parameter(tab, 'paper'), parameter(tab, 'zoom')]).toEqual(['letter', '50'])
    expect(await control(tab, 'zoom').inputValue()).toBe('50')
    await tab.locator('[data-preview="links"] a[hreflang^=zh]').click()
    await shown(tab)
    expect(tab.url()).toMatch(/\/zh\/print\/resume\/.*paper=letter/)
    expect(
      await tab
        .locator('[data-preview="files"] a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['../../../zh/resume.letter.pdf'])
  })
})

test.each(locales)('on a phone a page is as wide as the screen, and nothing more (%s)', async (locale) => {
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await site.inTab({ viewport: { width, height } }, async (tab) => {
      await open(tab, `${locale}/print/portfolio/`)
      const found = await tab.evaluate(() => ({
        scrolled: document.documentElement.scrollWidth,
        sheet: document.querySelector('.pagedjs_page')?.getBoundingClientRect().width ?? 0,
        outside: [...document.querySelectorAll('[data-preview="bar"] :is(a, button, input, select)')]
          .filter((control) => {
            const { left, right, top, bottom } = control.getBoundingClientRect()
            return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight
          })
          .map((control) => control.outerHTML),
      }))
      expect(found.scrolled).toBe(width)
      expect(found.sheet).toBeGreaterThan(width * 0.95)
      expect(found.sheet).toBeLessThanOrEqual(width)
      expect(found.outside).toEqual([])
    })
  }
})

test('printed from the browser, the pages come out one to a sheet, as large as paper, and without the bar', async () => {
  const [first] = await promisedPdfs()
  if (!first) throw new Error('print.json lists no job. Build the site with an edition.')
  const sheets = await withPdf(first.file, pdfPages)
  await site.inTab({}, async (tab) => {
    await open(tab, `${first.sources[0]?.replace(/index\.html$/, '')}?paper=${first.paper}&zoom=50`)
    const printed = await withPdf(
      new Uint8Array(await tab.pdf({ preferCSSPageSize: true, printBackground: true })),
      inspect,
    )
    expect(printed.pages).toEqual(sheets)
    expect(printed.sizes.map((size) => size.map(Math.round))).toEqual(sheets.map(() => [595, 842]))
  })
})

test('what is wrong with the pages is said on the desk, in words', async () => {
  await site.inTab({}, async (tab) => {
    await tab.goto(`${site.url}en/print/resume/?paper=a5`)
    await tab.getByRole('alert').waitFor()
    expect(await tab.getByRole('alert').textContent()).toMatch(/a5.*a4.*letter/)
  })
})
