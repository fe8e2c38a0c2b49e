/** Nobody is shut out of a page: axe finds nothing, by WCAG 2.2 AA and its own best practice, in light and in dark. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { type RunningSite, runSite } from './support/site.ts'

type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

let site: RunningSite
let pages: Page[]
let axe: string

beforeAll(async () => {
  pages = await readPages()
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  site = await runSite()
})
afterAll(() => site?.close())

test.each(['light', 'dark'] as const)('axe finds no violation on any page, in %s', async (colorScheme) => {
  const found: Record<string, string[]> = {}
  await site.inTab({ colorScheme }, async (tab) => {
    for (const { path } of pages) {
      await tab.goto(`${site.url}${path}`)
      // A print document is looked at as it is seen: as pages on a desk.
      if (path.includes('/print/')) await tab.waitForSelector('html[data-diglot=ready] body:not([style*=opacity])')
      await tab.evaluate(axe)
      const { violations } = await tab.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run())
      for (const { id, nodes } of violations) found[`${path}: ${id}`] = nodes.map(({ html }) => html.slice(0, 120))
    }
  })
  expect(found).toEqual({})
})
