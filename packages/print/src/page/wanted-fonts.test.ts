import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

const face = '@font-face { font-family: Wanted; src: url("wanted.woff2") }'

async function print(style: string, body = '<p>text</p>') {
  const html = `<!doctype html><html lang="en"><title>t</title><style>${face}${style}</style><main>${body}</main>`
  await writeFile(join(place.dir, 'a.html'), html)
  return render({ ...place, source: 'a.html', paper: 'a4', timeout: 30_000 })
}

test('a font that nothing is set in need not be there', async () => {
  const { pagination } = await print('h6 { font-family: Wanted } em { font-family: serif }')
  expect(pagination.pages).toHaveLength(1)
  expect([...place.server.loaded()]).not.toContain('wanted.woff2')
})

// The page is measured with it: it has to be there before, and not as soon as it is seen to be wanted.
test.each([
  ['a passage', 'p { font-family: Wanted }'],
  ['a margin box', '@page { @bottom-center { content: counter(page); font-family: Wanted } }'],
  [
    'a margin box that takes it from a property',
    ':root { --foot: "Wanted" } @page { @top-left { content: "x"; font-family: var(--foot) } }',
  ],
  ['the call of a footnote', 'i { float: footnote } ::footnote-call { font-family: Wanted }', '<p>text<i>note</i></p>'],
])('the font of %s has to be there', async (_, style, body?: string) => {
  await expect(print(style, body)).rejects.toThrow(/wanted\.woff2 is missing/)
})
