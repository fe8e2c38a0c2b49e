/** Nobody is shut out of a page: axe finds nothing, by WCAG 2.2 AA and its own best practice, in light and in dark. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contrasts } from './support/contrast.ts'
import { type Page, readPages } from './support/dist.ts'
import { type RunningSite, runSite } from './support/site.ts'

type Findings = { id: string; nodes: { html: string; target: string[] }[] }[]
type Axe = { run(options: object): Promise<{ violations: Findings; incomplete: Findings }> }

/** What axe tells of what it finds right is most of its work. */
const OPTIONS = { resultTypes: ['violations', 'incomplete'] }

let site: RunningSite
let pages: Page[]
let axe: string

beforeAll(async () => {
  pages = await readPages()
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  site = await runSite()
})
afterAll(() => site?.close())

test('axe finds no violation on any page, in light and in dark', async () => {
  const found: Record<string, string[]> = {}
  await site.inTab({}, async (tab) => {
    for (const { path, print } of pages) {
      await tab.goto(`${site.url}${path}`)
      // A print document is looked at as it is seen: as pages on a desk.
      if (print) await tab.waitForSelector('html[data-diglot=ready] body:not([style*=opacity])')
      await tab.evaluate(axe)
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme })
        const { violations, incomplete } = await tab.evaluate(
          (options) => (globalThis as unknown as { axe: Axe }).axe.run(options),
          OPTIONS,
        )
        for (const { id, nodes } of violations)
          found[`${path}, ${colorScheme}: ${id}`] = nodes.map(({ html }) => html.slice(0, 120))
        // What stands on a drawing has a contrast that axe leaves to whoever looks.
        const undecided = incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
        const measured = await tab.evaluate(
          contrasts,
          undecided.flatMap(({ target }) => target),
        )
        const faint = measured.filter(({ ratio }) => ratio < 4.5).map(({ text, ratio }) => `${text}: ${ratio}`)
        if (faint.length > 0) found[`${path}, ${colorScheme}: contrast`] = faint
      }
    }
  })
  expect(found).toEqual({})
})
