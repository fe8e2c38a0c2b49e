/** A page can be read at any size: it reflows, lets its text be enlarged and spaced, and neither cuts nor covers a word. */
import { content } from '@diglot/content'
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
      for (const problem of await tab.evaluate(look, styles)) problems.push(`/${path}: ${problem}`)
    }
  })
  expect(problems).toEqual([])
})

test.each([320, 390, 710, 768, 864, 1280])(
  'the years of a timeline stand below their marks at %i px, and apart',
  async (width) => {
    await site.inTab({ viewport: { width, height: 640 } }, async (tab) => {
      for (const locale of content.locales) {
        await tab.goto(`${site.url}${locale}/`)
        const [edges, gaps] = await tab.evaluate(() => {
          const edgesOf = (selector: string) =>
            [...document.querySelectorAll(selector)].map((one) => {
              const { left, right } = one.getBoundingClientRect()
              return `${Math.round(left)}–${Math.round(right)}`
            })
          const labels = [...document.querySelectorAll('.timeline .years text')].map((one) =>
            one.getBoundingClientRect(),
          )
          const between = labels.slice(1).map(({ left }, index) => left - (labels[index]?.right ?? 0))
          return [edgesOf('.timeline svg'), between] as const
        })
        expect(edges.length).toBeGreaterThan(2)
        expect(new Set(edges).size, edges.join(', ')).toBe(1)
        expect(Math.min(...gaps)).toBeGreaterThan(2)
      }
    })
  },
)

/** What is wrong with the page in the tab, once it has the reader's own styles as well. */
function look(styles: string): string[] {
  // A style element would be refused by the page's policy.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets = [sheet]
  const { scrollWidth, clientWidth } = document.documentElement
  const problems: string[] = scrollWidth > clientWidth ? [`${scrollWidth} px wide on ${clientWidth}`] : []

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: { text: string; box: DOMRect }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim().slice(0, 30) ?? ''
    const holder = node.parentElement
    // The way past the head stands above the page until it is focused, and a wide drawing scrolls in a box of its own.
    if (!text || !holder?.checkVisibility() || holder.closest('.skip, svg')) continue
    // What is clipped away wholly is for the ears only.
    if (getComputedStyle(holder).clipPath === 'inset(50%)') continue
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
