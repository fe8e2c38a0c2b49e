/** A reader plays an explainer, by keyboard and with a key of his own; without script, and on paper, it is whole as it stands. */
import { gzipSync } from 'node:zlib'
import { localeInfo, locales } from '@diglot/content'
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, readDistBytes, readPages } from './support/dist.ts'
import { attribute, holdsExplainer, scriptsOf } from './support/html.ts'
import { type RunningSite, runSite } from './support/site.ts'

/** All script of a page, gzipped and as it is. */
const BUDGET = 10_000

let site: RunningSite
let pages: Page[]

beforeAll(async () => {
  pages = (await readPages()).filter(({ document }) => holdsExplainer(document))
  site = await runSite()
})
afterAll(() => site?.close())

const visibleSteps = (tab: Tab) => tab.locator('.explainer tbody:visible').count()
/** Which of the steps that are seen is marked as the one that is played, from 1; 0 where none is. */
const markedStep = (tab: Tab) =>
  tab
    .locator('.explainer tbody')
    .evaluateAll((steps) => steps.findIndex((step) => step.getAttribute('aria-current') === 'step') + 1)
/** Which of the keys lead no further, and say so. */
const ends = async (tab: Tab) => {
  const [back, forward] = ['back', 'forward'].map((name) => tab.getAttribute(`button[name=${name}]`, 'aria-disabled'))
  return { back: (await back) === 'true', forward: (await forward) === 'true' }
}
const stepsOf = (path: string) => (path.includes('bfs') ? 6 : 5)
const step = async (tab: Tab) => (await tab.locator('.explainer output').textContent()) ?? ''

test('Hopscotch hashing and Haystack have one each, in each language', () => {
  const places = pages.map(({ path }) => path).sort()
  expect(places).toEqual(
    locales.flatMap((locale) => [`${locale}/projects/bfs/`, `${locale}/projects/parameter-server/`]).sort(),
  )
})

test('the script of a page is one file with its contents in its name, and weighs 10 kB at the most', async () => {
  for (const { document, file } of pages) {
    const scripts = scriptsOf(document).map((script) => attribute(script, 'src') ?? '')
    expect(scripts, file).toEqual([expect.stringMatching(/\/_astro\/[^/]+\.js$/)])
    const bytes = await readDistBytes(scripts[0]?.slice(new URL(site.url).pathname.length) ?? '')
    expect(bytes.length).toBeLessThanOrEqual(BUDGET)
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(BUDGET)
  }
})

test('without script the figure is whole, and offers nothing that needs one', async () => {
  await site.inTab({ javaScriptEnabled: false }, async (tab) => {
    for (const { path } of pages) {
      await tab.goto(site.url + path)
      expect(await visibleSteps(tab)).toBe(stepsOf(path))
      expect(await markedStep(tab)).toBe(0)
      expect(await tab.locator('.explainer form').isVisible()).toBe(false)
    }
  })
})

test.each(locales)(
  'a keyboard steps through, and each step is said in the language of the page (%s)',
  async (locale) => {
    await site.inTab({ reducedMotion: 'reduce' }, async (tab) => {
      for (const { path } of pages.filter((page) => page.locale === locale)) {
        await tab.goto(site.url + path)
        await tab.locator('button[name=reset]:enabled').focus()
        await tab.keyboard.press('Enter')
        expect(await markedStep(tab)).toBe(1)
        expect(await ends(tab), 'at the beginning').toEqual({ back: true, forward: false })
        await tab.locator('button[name=forward]').focus()
        const said = new Set([await step(tab)])
        for (let count = 2; count <= 5; count++) {
          await tab.keyboard.press('Space')
          expect(await markedStep(tab)).toBe(count)
          said.add(await step(tab))
        }
        expect(await ends(tab)).toEqual({ back: false, forward: stepsOf(path) === 5 })
        expect(said.size, 'different words').toBe(5)
        for (const words of said) expect(/\p{Script=Han}/u.test(words)).toBe(localeInfo[locale].script === 'Han')
        expect(await tab.getAttribute('.explainer output', 'aria-live')).not.toBe('off')
      }
    })
  },
)

test('a key of the reader’s own goes through the real algorithm', async () => {
  await site.inTab({ reducedMotion: 'reduce' }, async (tab) => {
    await tab.goto(`${site.url}en/projects/parameter-server/`)
    const key = tab.locator('.explainer input:enabled')
    await key.fill('66')
    await key.press('Enter')
    expect(await step(tab)).toContain('Key 66 goes into bucket')
    await key.fill('x')
    await key.press('Enter')
    expect(await step(tab), 'what is no key is not taken').toContain('Key 66 goes into bucket')
    await key.fill('97')
    await tab.locator('button[value=look]').click()
    expect(await step(tab)).toContain('No marked bucket holds key 97')
    await tab.goto(`${site.url}en/projects/bfs/`)
    for (const act of ['read', 'write', 'read']) await tab.locator(`button[value=${act}]:enabled`).click()
    expect(await step(tab)).toContain('Memory says where needle 30 is')
    await tab.locator('.explainer input').fill('')
    await tab.locator('button[value=compact]').click()
    expect(await step(tab), 'what is done to the whole needs no key').toContain('copied into a new volume')
  })
})

test('what a reader has asked for is read out step by step, and what plays by itself is not', async () => {
  await site.inTab({ reducedMotion: 'no-preference' }, async (tab) => {
    await tab.goto(`${site.url}en/projects/parameter-server/`)
    await tab.locator('.explainer table').scrollIntoViewIfNeeded()
    const pause = tab.locator('button[name=play]', { hasText: 'Pause' })
    await pause.waitFor()
    expect(await tab.getAttribute('.explainer output', 'aria-live')).toBe('off')
    await tab.locator('.explainer input').press('Enter')
    await pause.waitFor()
    expect(await tab.getAttribute('.explainer output', 'aria-live')).toBe('polite')
  })
})

test('it plays by itself where it is seen, to the end, and stops when it is told to', async () => {
  await site.inTab({ reducedMotion: 'no-preference' }, async (tab) => {
    await tab.clock.install()
    await tab.goto(`${site.url}en/projects/parameter-server/`)
    await tab.locator('.explainer button:enabled').first().waitFor()
    await tab.clock.runFor(20_000)
    expect(await markedStep(tab), 'while it is out of sight').toBe(1)
    await tab.locator('.explainer table').scrollIntoViewIfNeeded()
    await tab.locator('button[name=play]', { hasText: 'Pause' }).waitFor()
    await tab.clock.runFor(3000)
    expect(await markedStep(tab)).toBe(2)
    await tab.locator('button[name=play]').click()
    await tab.clock.runFor(20_000)
    expect(await markedStep(tab), 'after a pause').toBe(2)
    await tab.locator('button[name=play]').click()
    await tab.clock.runFor(20_000)
    expect(await markedStep(tab)).toBe(5)
    expect(await tab.locator('button[name=play]').textContent()).toBe('Play')
  })
})

test('where motion is not wanted nothing moves by itself', async () => {
  await site.inTab({ reducedMotion: 'reduce' }, async (tab) => {
    await tab.clock.install()
    for (const { path } of pages) {
      await tab.goto(site.url + path)
      await tab.locator('.explainer table').scrollIntoViewIfNeeded()
      await tab.locator('.explainer button:enabled').first().waitFor()
      const before = await tab.locator('.explainer').innerHTML()
      await tab.clock.runFor(20_000)
      expect(await tab.locator('.explainer').innerHTML()).toBe(before)
    }
  })
})

test('while it plays, every step can be read, and the one that is played stands out', async () => {
  for (const options of [{ forcedColors: 'none' }, { forcedColors: 'active' }] as const) {
    await site.inTab({ reducedMotion: 'no-preference', ...options }, async (tab) => {
      for (const { path } of pages) {
        await tab.goto(site.url + path)
        await tab.locator('.explainer button:enabled').first().waitFor()
        expect(await visibleSteps(tab)).toBe(stepsOf(path))
        const marks = await tab
          .locator('.explainer tbody th')
          .evaluateAll((steps) => steps.map((step) => getComputedStyle(step, '::before').content.includes('▸')))
        expect(marks).toEqual([true, ...Array(stepsOf(path) - 1).fill(false)])
        const colours = await tab
          .locator('.explainer tbody th')
          .evaluateAll((steps) => steps.map((step) => getComputedStyle(step).color))
        if (options.forcedColors === 'none') expect(colours.indexOf(colours[0] ?? '', 1)).toBe(-1)
        // What is selected stays so while it plays on.
        await tab.locator('.explainer tbody th').last().selectText()
        await tab.locator('button[name=forward]').click()
        expect(await tab.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(0)
      }
    })
  }
})

test('on the smallest telephone no number is broken, and it plays by itself there too', async () => {
  await site.inTab({ reducedMotion: 'no-preference', viewport: { width: 320, height: 256 } }, async (tab) => {
    for (const { path } of pages) {
      await tab.goto(site.url + path)
      await tab.locator('.explainer table').scrollIntoViewIfNeeded()
      await tab.locator('button[name=play]', { hasText: /Pause|暂停/ }).waitFor()
      const broken = await tab.locator('.explainer :is(td, thead th)').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const range = document.createRange()
          range.selectNodeContents(cell)
          return range.getClientRects().length > 1 ? [cell.textContent] : []
        }),
      )
      expect(broken).toEqual([])
    }
  })
})

test('nothing on the page shifts when it comes alive and plays', async () => {
  await site.inTab({ reducedMotion: 'no-preference' }, async (tab) => {
    await tab.clock.install()
    for (const { path } of pages) {
      await tab.goto(site.url + path)
      await tab.locator('.explainer table').scrollIntoViewIfNeeded()
      const height = () => tab.evaluate(() => document.documentElement.scrollHeight)
      const before = await height()
      await tab.locator('.explainer button:enabled').first().waitFor()
      for (let tick = 0; tick < 6; tick++) {
        await tab.clock.runFor(3000)
        expect(await height()).toBe(before)
      }
    }
  })
})
