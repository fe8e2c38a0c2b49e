/** What was lowered works: Paged.js and the browser's own printing make the same pages of it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

/** Words, in mm from the left and the top of their page, one list for each page. */
type Pages = { word: string; x: number; y: number }[][]

async function read(pdf: Uint8Array): Promise<Pages> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const pages: Pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const mm = (pt = 0) => Math.round((pt / 72) * 25.4)
    const words = (await page.getTextContent()).items.flatMap((item) =>
      'str' in item && item.str.trim()
        ? [{ word: item.str.trim(), x: mm(item.transform[4]), y: mm((page.view[3] ?? 0) - item.transform[5]) }]
        : [],
    )
    pages.push(words)
  }
  await task.destroy()
  return pages
}

const FRAME = ':root { --diglot-styles: 1; font: 10pt/12pt sans-serif } body, h2, h3, p { margin: 0; font: inherit }'
const BODY = '<main id="m"><h2>Alpha</h2><p>one</p><h3 title="a,b">Beta</h3><p>two</p></main>'

async function both(css: string, body: string) {
  const name = 'a.html'
  const html = `<!doctype html><html lang="en"><title>t</title><style>@page { margin: 20mm } ${FRAME} ${css}</style>${body}`
  await writeFile(join(place.dir, name), html)
  const { pdf } = await render({ ...place, source: name, paper: 'a4', timeout: 30_000 })
  const page = await place.browser.newPage()
  await page.goto(`${place.server.origin}/${name}`)
  const native = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  await page.close()
  return { paged: await read(pdf), native: await read(native) }
}

const words = (pages: Pages) => pages.map((page) => page.map(({ word }) => word).join(' '))

const TWO = ['Alpha one', 'Beta two']

test.each([
  ['a list in :is()', ':is(.x, h3) { break-before: page }', TWO],
  ['a list in :where()', 'main > :where(h3, .x:is(a, b)) { break-before: page }', TWO],
  ['a list in :not()', 'main > :not(h2, p) { break-before: page }', TWO],
  ['a comma in a string', '[title="a,b"] { break-before: page }', TWO],
  ['a list beside +', 'h2 + :is(p, ul) { break-after: page }', TWO],
  ['a nested rule', 'main { color: #111; & > h3 { break-before: page } }', TWO],
  ['a nested at-rule', 'h3 { @media print { break-before: page } }', TWO],
  ['@media not screen', '@media not screen { main { padding-left: 10mm } }', ['Alpha one Beta two']],
  ['a descendant of the body', 'body h3 { break-before: page }', TWO],
  ['a width in range notation', '@media (width >= 10px) { main { padding-left: 10mm } }', ['Alpha one Beta two']],
  ['a width in print', '@media print and (width >= 10px) { main { padding-left: 10mm } }', ['Alpha one Beta two']],
  ['a child of the body', 'body > main { padding-left: 10mm }', ['Alpha one Beta two']],
  ['the first child of any div', 'div > :first-child { padding-left: 10mm }', ['Alpha one Beta two']],
  ['a variable margin', ':root { --m: 33mm } @page { margin: var(--m) }', ['Alpha one Beta two']],
  ['a computed margin', '@page { margin: calc(10mm + 5mm) calc(2 * 15mm) }', ['Alpha one Beta two']],
  ['a margin by flow', '@page { margin-inline: 35mm 5mm; margin-block: 11mm 7mm }', ['Alpha one Beta two']],
])('%s', async (_, css, expected) => {
  const { paged, native } = await both(css, BODY)
  expect(words(paged)).toEqual(expected)
  expect(paged).toEqual(native)
})

test('a break before a child of the body', async () => {
  const { paged, native } = await both(
    'body > h3 { break-before: page }',
    '<h2>Alpha</h2><p>one</p><h3>Beta</h3><p>two</p>',
  )
  expect(words(paged)).toEqual(TWO)
  expect(paged).toEqual(native)
})

test('a variable size is the sheet’s in the browser', async () => {
  const { native } = await both(
    ':root { --size: A5 } @page { size: var(--size); margin: 0 } p { text-align: right }',
    BODY,
  )
  const right = Math.max(...native.flat().map(({ x }) => x))
  expect(right).toBeGreaterThan(130)
  expect(right).toBeLessThan(148)
})
