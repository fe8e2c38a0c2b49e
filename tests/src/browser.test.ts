/** The site in a real browser: it needs no script, keeps the reader's place and stays silent. */
import { type Locale, localeInfo, locales } from '@diglot/content'
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { holdsExplainer, scriptsOf } from './support/html.ts'
import { type RunningSite, runSite } from './support/site.ts'

let site: RunningSite
let pages: Page[]

beforeAll(async () => {
  pages = await readPages()
  site = await runSite()
})
afterAll(() => site?.close())

const other = (locale: Locale) => locales.find((one) => one !== locale) as Locale
const place = (tab: Tab) => tab.url().slice(site.url.length)
const targetInView = (tab: Tab) =>
  tab.evaluate(() => {
    const target = document.querySelector(':target')
    const box = target?.getBoundingClientRect()
    return { id: target?.id, visible: box !== undefined && box.top < innerHeight && box.bottom > 0 && box.top >= 0 }
  })

/** Follows a link as somebody without a mouse does. */
async function pressEnterOn(tab: Tab, selector: string): Promise<void> {
  const link = tab.locator(selector)
  await link.focus()
  expect(await tab.evaluate(() => document.activeElement?.matches(':focus-visible')), 'the focus can be seen').toBe(
    true,
  )
  await Promise.all([tab.waitForEvent('load'), tab.keyboard.press('Enter')])
}

test.each(locales)(
  'an entry leads to the same entry in the other language and back, without script (from %s)',
  async (from) => {
    await site.inTab({ javaScriptEnabled: false, reducedMotion: 'reduce' }, async (tab) => {
      await tab.goto(`${site.url}${from}/#bfs`)
      for (const locale of [other(from), from]) {
        const tag = localeInfo[locale].tag
        await pressEnterOn(tab, `#bfs a[rel=alternate][hreflang="${tag}"]`)
        expect(place(tab)).toBe(`${locale}/#bfs`)
        expect(await tab.getAttribute('html', 'lang')).toBe(tag)
        expect(await targetInView(tab)).toEqual({ id: 'bfs', visible: true })
      }
    })
  },
)

test.each([390, 1280])('the role is the largest thing in the head of a page, on a screen of %i px', async (width) => {
  await site.inTab({ viewport: { width, height: 800 } }, async (tab) => {
    for (const path of ['', 'diglot/', ...locales.map((locale) => `${locale}/`)]) {
      await tab.goto(site.url + path)
      const [role = 0, name = 0] = await tab.evaluate(() =>
        ['.headline', 'h1'].map((selector) => {
          const element = document.querySelector(selector)
          return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0
        }),
      )
      expect(role, `/${path}`).toBeGreaterThan(name)
      expect(name, `/${path}`).toBeGreaterThan(0)
    }
  })
})

test.each(locales)(
  'a project page leads to itself in the other language and back, without script (from %s)',
  async (from) => {
    await site.inTab({ javaScriptEnabled: false }, async (tab) => {
      await tab.goto(`${site.url}${from}/projects/bfs/`)
      for (const locale of [other(from), from]) {
        const tag = localeInfo[locale].tag
        await pressEnterOn(tab, `nav a[rel=alternate][hreflang="${tag}"]`)
        expect(place(tab)).toBe(`${locale}/projects/bfs/`)
        expect(await tab.getAttribute('html', 'lang')).toBe(tag)
        expect(await tab.getAttribute(`nav a[hreflang="${tag}"]`, 'aria-current')).toBe('true')
      }
    })
  },
)

test('the cover offers every language and redirects nobody', async () => {
  const bodies = new Set<string>()
  for (const locale of ['en-US', 'zh-CN', 'fr-FR']) {
    await site.inTab({ locale }, async (tab) => {
      const response = await tab.goto(site.url)
      expect(response?.status()).toBe(200)
      expect(place(tab)).toBe('')
      expect(await tab.locator('meta[http-equiv=refresh]').count()).toBe(0)
      for (const one of locales) {
        const link = tab.locator(`main a[hreflang="${localeInfo[one].tag}"]`)
        expect(await link.isVisible()).toBe(true)
        expect(await link.getAttribute('href')).toBe(`${new URL(site.url).pathname}${one}/`)
        expect(await link.textContent()).toBe(localeInfo[one].name)
      }
      bodies.add((await response?.text()) ?? '')
    })
  }
  expect(bodies.size, 'versions of the cover').toBe(1)
})

test('only print documents and pages with an explainer have script', () => {
  const scripted = pages.filter(({ document }) => scriptsOf(document).length > 0)
  expect(scripted.map(({ file }) => file).sort()).toEqual(
    pages
      .filter(({ print, document }) => print || holdsExplainer(document))
      .map(({ file }) => file)
      .sort(),
  )
})

test.each([
  ['light', true],
  ['dark', true],
  ['light', false],
] as const)(
  'every page is silent, whole and asks nobody else, in %s (with script: %s)',
  async (colorScheme, javaScriptEnabled) => {
    const problems: string[] = []
    await site.inTab({ colorScheme, javaScriptEnabled }, async (tab) => {
      let file = ''
      let unwanted: string[] = []
      tab.on('console', (message) => problems.push(`${file}: console: ${message.text()}`))
      tab.on('pageerror', (error) => problems.push(`${file}: error: ${error.message}`))
      tab.on('requestfailed', (request) => {
        const failure = request.failure()?.errorText
        // Going on to the next page calls off an icon that a full browser is still loading.
        if (failure !== 'net::ERR_ABORTED') problems.push(`${file}: ${request.url()} failed: ${failure}`)
      })
      tab.on('response', (response) => {
        if (response.status() >= 400) problems.push(`${file}: ${response.url()}: ${response.status()}`)
      })
      tab.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(site.url).origin)
          problems.push(`${file} asks for ${request.url()}`)
        if (unwanted.includes(request.resourceType()))
          problems.push(`${file} loads a ${request.resourceType()}: ${request.url()}`)
      })
      for (const page of pages.filter(({ print }) => !print)) {
        file = page.file
        unwanted = holdsExplainer(page.document) ? ['font'] : ['font', 'script']
        await tab.goto(site.url + page.path)
        const scheme = await tab.evaluate(() => {
          const [, lightness = ''] =
            /oklch\(([\d.]+)/.exec(getComputedStyle(document.documentElement).backgroundColor) ?? []
          return Number(lightness) < 0.5 ? 'dark' : 'light'
        })
        if (scheme !== colorScheme) problems.push(`${file} is ${scheme} where the system is ${colorScheme}`)
      }
    })
    expect(problems).toEqual([])
  },
)
