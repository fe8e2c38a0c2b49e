import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundlePreview, lowerStyles } from './vite.ts'

const { transform, generateBundle } = lowerStyles()

test('a sheet is lowered while the site is written, and nothing else is', () => {
  expect(transform('a { & b { page: x } }', '/src/a.css')).toBe('a b { page: x }')
  expect(transform('a { & b { page: x } }', '/src/Page.astro?astro&type=style&lang.css')).toBe('a b { page: x }')
  expect(transform('const css = 1', '/src/a.ts')).toBeUndefined()
})

test('what the minifier wrote anew is lowered in the built site', () => {
  const sheet = { type: 'asset', source: '@media print and (width<=44rem){a{color:red}}' }
  const script = { type: 'asset', source: 'a<=b' }
  generateBundle.handler({}, { 'a.css': sheet, 'a.txt': script })
  expect(sheet.source).toBe('@media print{ @media all and (max-width:44rem){a{color:red}}}')
  expect(script.source).toBe('a<=b')
})

test('a development server gets the preview as one script, and no other', async () => {
  const watched: string[] = []
  const load = (id: string) => bundlePreview().load.call({ addWatchFile: (file) => watched.push(file) }, id)
  const script = await load(fileURLToPath(new URL('page/preview.ts', import.meta.url)))
  expect(script?.code).toMatch(/pagedjs_page/)
  expect(script?.code).not.toMatch(/^import /m)
  expect(watched).toContain(fileURLToPath(new URL('page/paginate.ts', import.meta.url)))
  expect(await load(fileURLToPath(new URL('page/paginate.ts', import.meta.url)))).toBeUndefined()
})
