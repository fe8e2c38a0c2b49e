/** A page without its styles, as a text browser or a clipboard has it: words that stand apart on the page are apart in its text. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageKinds } from './support/kinds.ts'
import { type RunningSite, runSite } from './support/site.ts'

let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

test('no two words run into one where only the styles keep them apart', async () => {
  const paths = await pageKinds()
  const problems: string[] = []
  await site.inTab({ viewport: { width: 1280, height: 900 } }, async (tab) => {
    for (const path of paths) {
      await tab.goto(site.url + path)
      const { words, glued } = await tab.evaluate(readWords)
      expect(words, path).toBeGreaterThan(10)
      for (const pair of glued) problems.push(`/${path}: ${pair}`)
    }
  })
  expect(problems).toEqual([])
})

/** The words of a page, and those that are one word where nothing tells a browser to begin a line between them. */
function readWords() {
  // What each browser sets apart by itself.
  const apart =
    'p, li, dt, dd, div, section, article, aside, header, footer, main, nav, h1, h2, h3, h4, table, tr, th, td, caption, figure, figcaption, pre, form, fieldset, legend, button, label, svg, body'
  const glued: string[] = []
  let before: Text | undefined
  let words = 0
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.trim()) before = undefined
    const holder = node.parentElement
    if (!node.data.trim() || !holder?.checkVisibility() || holder.closest('svg')) continue
    words++
    const last = before
    before = /\s$/.test(node.data) ? undefined : node
    if (!last || last.parentElement?.closest(apart) !== holder.closest(apart)) continue
    if (/^\s/.test(node.data) || getComputedStyle(holder).clipPath !== 'none') continue
    const box = (text: Text, at: number) => {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect()
    }
    const [end, start] = [box(last, last.length - 1), box(node, 0)]
    // The gap between Han and Latin is a quarter of the type size at the most.
    const size = Number.parseFloat(getComputedStyle(holder).fontSize)
    const isFar = start.left - end.right > 0.3 * size || start.right < end.left || start.top >= end.bottom
    const wraps = /\p{Script=Han}$/u.test(last.data) || /^\p{Script=Han}/u.test(node.data)
    if (isFar && !(wraps && start.top >= end.bottom && start.left < end.left))
      glued.push(`“${last.data.slice(-12)}” and “${node.data.slice(0, 12)}”`)
  }
  return { words, glued }
}
