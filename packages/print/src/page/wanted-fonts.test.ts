import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { subsetFonts } from '../fonts/subset.ts'
import { render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

beforeAll(async () => {
  const [data] = (await subsetFonts(['text'])).files.values()
  await writeFile(join(place.dir, 'wanted.woff2'), data ?? '')
})

/** Complains of a font that is asked for when there are pages already. */
const watch = `<script>document.fonts.addEventListener('loading', () => {
  if (document.querySelector('.pagedjs_page_content *')) console.error('a font comes late')
})</script>`

async function print(style: string, body = '<p>text</p>', file = 'wanted.woff2') {
  const face = `@font-face { font-family: Wanted; src: url("${file}") }`
  const head = `<title>t</title>${watch}<style>${face}${style}</style>`
  await writeFile(join(place.dir, 'a.html'), `<!doctype html><html lang="en">${head}<main>${body}</main>`)
  return render({ ...place, source: 'a.html', paper: 'a4', timeout: 30_000 })
}

test('a font that nothing is set in need not be there', async () => {
  const { pagination } = await print('h6 { font-family: Wanted } em { font-family: serif }', '<p>text', 'none.woff2')
  expect(pagination.pages).toHaveLength(1)
})

// Pages are measured with it: it has to be there before the first, and not as soon as a browser sees that it is wanted.
test.each([
  ['a passage', 'p { font-family: Wanted }'],
  ['a passage, in other letters', 'p { font-family: WANTED }'],
  ['what stands before a passage', '@layer own { p::before { content: "x"; font: 1em Wanted } }'],
  [
    'what stands before a passage, by a property of its own',
    'p { --q: Wanted } p::before { content: "x"; font-family: var(--q) }',
  ],
  ['a first line', 'main { p { color: red; &::first-line { font-family: "wanted" } } }'],
  ['a page', '.pagedjs_page p { font-family: Wanted }'],
  ['a margin box', '@page { @bottom-center { content: counter(page); font-family: Wanted } }'],
  [
    'a margin box that takes it from a property',
    ':root { --foot: "Wanted" } @page { @top-left { content: "x"; font-family: var(--foot) } }',
  ],
  ['the call of a footnote', 'i { float: footnote } ::footnote-call { font-family: Wanted }', '<p>text<i>note</i></p>'],
])('the font of %s is there before the pages', async (_, style, body?: string) => {
  const { pagination } = await print(style, body)
  expect(pagination.pages).toHaveLength(1)
  expect([...place.server.loaded()]).toContain('wanted.woff2')
})

test('a family that only has an italic face is waited for where upright text is set in it', async () => {
  const style =
    '@font-face { font-family: Leaning; font-style: italic; src: url("wanted.woff2") } p { font-family: Leaning }'
  expect((await print(style)).pagination.pages).toHaveLength(1)
})
