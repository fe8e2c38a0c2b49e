import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { marginBoxes } from '../margins.ts'
import { launchBrowser } from '../press/browser.ts'
import { render } from '../press/render.ts'
import { serveFolder } from '../press/server.ts'
import { roman } from './labels.ts'

test.each([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [49, 'xlix'],
  [1994, 'mcmxciv'],
])('%i is %s in roman numerals', (number, text) => expect(roman(number)).toBe(text))

test('front matter is numbered by itself, and a link knows the number of the page that it leads to', async () => {
  const head = `<style>${marginBoxes({ folio: 'Page {page} of {pages}' })} hr, [data-matter] { break-after: page }
    a::after { content: " on " attr(data-folio) "." }</style>`
  const front =
    '<header data-matter="front"><p id="title">Title</p><hr><a href="#title">back</a><a href="#b">to b</a></header>'
  const html = `<!doctype html><html lang="en"><title>t</title>${head}<main>${front}<p>a</p><hr><p id="b">b</p></main>`
  const dir = await mkdtemp(join(tmpdir(), 'diglot-labels-'))
  await writeFile(join(dir, 'a.html'), html)
  const browser = await launchBrowser()
  const server = await serveFolder(dir)
  try {
    const { pdf, pagination } = await render({ browser, server, source: 'a.html', paper: 'a4', timeout: 30_000 })
    expect(pagination.pages.map(({ label }) => label)).toEqual(['i', 'ii', '1', '2'])
    const pages = await pageTexts(pdf)
    expect(pages[0]).toMatch(/^i\b/)
    expect(pages[1]).toMatch(/^ii\b.*back on i\.\s*to b on 2\./)
    expect(pages[2]).toMatch(/Page 1 of 2/)
    expect(pages[3]).toMatch(/Page 2 of 2/)
  } finally {
    await browser.close()
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
})

async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  const contents = await Promise.all(numbers.map(async (number) => (await document.getPage(number)).getTextContent()))
  await task.destroy()
  return contents.map(({ items }) =>
    items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' '),
  )
}

test('the call of a footnote has no folio, for which there was no room when it was set', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'diglot-labels-'))
  const style = `i { float: footnote } a[href^="#"]::after { content: " (" target-counter(attr(href), page) ")" }`
  const body = Array.from(
    { length: 200 },
    (_, index) => `<p>${'words before the call '.repeat(index % 7)}<i>a note</i> go on</p>`,
  ).join('')
  await writeFile(
    join(dir, 'a.html'),
    `<!doctype html><html lang="en"><title>t</title><style>${style}</style><main>${body}`,
  )
  const browser = await launchBrowser()
  const server = await serveFolder(dir)
  try {
    const { pdf, pagination } = await render({ browser, server, source: 'a.html', paper: 'a4', timeout: 30_000 })
    expect(pagination.problems).toEqual([])
    expect((await pageTexts(pdf)).join('')).not.toMatch(/\(\d+\)/)
  } finally {
    await browser.close()
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
})
