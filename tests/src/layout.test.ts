/** A page can be read at any size: it reflows, lets its text be enlarged and spaced, and neither cuts nor covers a word. */
import { content, localeInfo } from '@diglot/content'
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPages } from './support/dist.ts'
import { pageKinds } from './support/kinds.ts'
import { type RunningSite, runSite } from './support/site.ts'

/** WCAG 2.2, 1.4.12: what a reader may ask for. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

const settings = [
  { name: 'on a screen of 320 px', width: 320, styles: '' },
  { name: 'at twice its size', width: 640, styles: '' },
  { name: 'with text of twice its size', width: 1280, styles: ':root { --text: 212.5% !important }' },
  { name: 'with spaced text', width: 1280, styles: SPACED },
  { name: 'with spaced text on a screen of 320 px', width: 320, styles: SPACED },
]

// A page with drawings, tables or code is like no other.
const projects = (await readPages()).map(({ path }) => path).filter((path) => path.includes('/projects/'))
const paths = new Set([...(await pageKinds()), ...projects, '404.html'])
let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

test.each(settings)('no page scrolls sideways, cuts or covers text $name', async ({ width, styles }) => {
  const problems: string[] = []
  await site.inTab({ viewport: { width, height: 640 } }, async (tab) => {
    for (const path of paths) {
      await tab.goto(site.url + path)
      await restyle(tab, styles)
      for (const problem of await tab.evaluate(look)) problems.push(`/${path}: ${problem}`)
    }
  })
  expect(problems).toEqual([])
})

// On a telephone of 320 px a long one is, rather than that the page scrolls sideways.
test.each([360, 390, 768, 1280])('no word of a table is broken inside at %i px', async (width) => {
  await site.inTab({ viewport: { width, height: 640 } }, async (tab) => {
    let count = 0
    for (const path of projects) {
      await tab.goto(site.url + path)
      count += await tab.locator('.case-study :is(th, td)').count()
      const broken = await tab.locator('.case-study :is(th, td)').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
          const found: string[] = []
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{Script=Latin}+/gu)) {
              const range = document.createRange()
              range.setStart(node, index)
              range.setEnd(node, index + word.length)
              if (range.getClientRects().length > 1) found.push(word)
            }
          }
          return found
        }),
      )
      expect(broken, path).toEqual([])
    }
    expect(count).toBeGreaterThan(0)
  })
})

const widths = [320, 390, 710, 768, 864, 1280]

test.each([...widths.map((width) => ({ width, styles: '' })), { width: 320, styles: SPACED }])(
  'the years of a timeline stand below their marks at $width px, and apart',
  async ({ width, styles }) => {
    await site.inTab({ viewport: { width, height: 640 } }, async (tab) => {
      for (const locale of content.locales) {
        await tab.goto(`${site.url}${locale}/`)
        await restyle(tab, styles)
        const [edges, gaps] = await tab.evaluate(() => {
          const edgesOf = (selector: string) =>
            [...document.querySelectorAll(selector)].map((one) => {
              const { left, right } = one.getBoundingClientRect()
              return `${Math.round(left)}–${Math.round(right)}`
            })
          const labels = [...document.querySelectorAll('.timeline .years text')]
            .map((one) => one.getBoundingClientRect())
            .filter((box) => box.width > 0)
          const between = labels.slice(1).map(({ left }, index) => left - (labels[index]?.right ?? 0))
          return [edgesOf('.timeline svg'), between] as const
        })
        expect(edges.length).toBeGreaterThan(2)
        expect(new Set(edges).size, edges.join(', ')).toBe(1)
        expect(gaps.length).toBeGreaterThan(1)
        expect(Math.min(...gaps)).toBeGreaterThan(2)
      }
    })
  },
)

test.each([
  { width: 320, height: 568 },
  { width: 375, height: 667 },
  { width: 1024, height: 600 },
  { width: 1366, height: 657 },
])('the cover offers every language on a first screen of $width × $height px', async (viewport) => {
  await site.inTab({ viewport }, async (tab) => {
    await tab.goto(site.url)
    const seen = await tab.locator('a[hreflang]').evaluateAll((links) =>
      links
        .filter((link) => {
          const { top, bottom, height } = link.getBoundingClientRect()
          return height > 0 && top >= 0 && bottom <= innerHeight
        })
        .map((link) => link.getAttribute('hreflang')),
    )
    expect(new Set(seen)).toEqual(new Set(content.locales.map((locale) => localeInfo[locale].tag)))
  })
})

/** Gives the page in the tab the reader's own styles as well. */
function restyle(tab: Tab, styles: string): Promise<void> {
  return tab.evaluate((styles) => {
    // A style element would be refused by the page's policy.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets = [sheet]
  }, styles)
}

/** What is wrong with the page in the tab. */
function look(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const problems: string[] = scrollWidth > clientWidth ? [`${scrollWidth} px wide on ${clientWidth}`] : []

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: { text: string; box: DOMRect }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim().slice(0, 30) ?? ''
    const holder = node.parentElement
    // The way past the head stands above the page until it is focused, and a wide drawing scrolls in a box of its own.
    if (!text || !holder?.checkVisibility() || holder.closest('.skip, .wide svg')) continue
    // What is clipped away wholly is for the ears only.
    if (getComputedStyle(holder).clipPath === 'inset(50%)') continue
    const right = holder.getBoundingClientRect().right
    for (let at = holder.closest('svg')?.parentElement; at; at = at.parentElement) {
      const isOpen = getComputedStyle(at).overflowX === 'visible' && at !== document.documentElement
      if (!isOpen && right > at.getBoundingClientRect().right + 1) problems.push(`“${text}” is cut in its drawing`)
    }
    if (holder.closest('svg')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) lines.push({ text, box })
    for (let at: Element | null = holder; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const clips = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
      if (clips && (at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1))
        problems.push(`“${text}” is cut by <${at.tagName.toLowerCase()} class="${at.className}">`)
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top)
  for (const [index, { text, box }] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.box.top >= box.bottom) break
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top
      // The boxes of letters are higher than the letters, and lines may touch.
      if (across > 2 && down > 0.4 * Math.min(box.height, other.box.height))
        problems.push(`“${text}” and “${other.text}” cover each other`)
    }
  }
  return problems
}
