/** The print document in a reader's browser: the pages of its PDF, a bar that works, and a place that is kept. */
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages, promisedPdfs, withPdf } from './support/pdf.ts'
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
  for (const { file, sources, paper } of await promisedPdfs()) {
    const path = `${sources[0]?.replace(/index\.html$/, '')}?paper=${paper}`
    const preview = await site.inTab({}, async (tab) => {
      await open(tab, path)
      return tab.evaluate(
        () => (window as unknown as { diglot: { pages: { text: string; generated: string }[] } }).diglot.pages,
      )
    })
    const printed = await withPdf(file, pdfPages)
    if (preview.length !== printed.length)
      problems.push(`${file} has ${printed.length} pages, its preview ${preview.length}`)
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
