import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWritten } from '../pdf/written.ts'
import { render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

async function print(style: string, body: string) {
  const html = `<!doctype html><html lang="en"><title>t</title><style>${style}</style><main>${body}</main>`
  await writeFile(join(place.dir, 'a.html'), html)
  return render({ ...place, source: 'a.html', paper: 'a4', timeout: 30_000 })
}

const counted = `main { counter-reset: par } p { counter-increment: par; break-inside: avoid; margin: 0 0 .5em }
  p::before { content: counter(par) ". " }`

test('a text that a counter of three digits pushes out of its box is named', async () => {
  const style = `${counted} p { width: 7.1em; overflow: hidden; white-space: nowrap }`
  await expect(print(style, '<p>Some wordlM</p>\n'.repeat(150))).rejects.toThrow(/page [3-5]: text is cut off by a box/)
})

test('a paragraph is broken for the number that it has in the end, and numbers go on over pages', async () => {
  const sections = Array.from(
    { length: 60 },
    (_, index) => `<section><h2>A</h2>${'<p>word wordlM</p>'.repeat(index % 9)}</section>`,
  )
  const style = `section { counter-increment: sec; counter-reset: par } p { counter-increment: par; margin: 0; width: 8.6em }
    p::before { content: counter(sec) "." counter(par) " " } h2 { font-size: 1em; margin: 0 }`
  const { pagination, pdf } = await print(style, sections.join(''))
  expect(pagination.problems).toEqual([])
  const { pages } = await readWritten(pdf)
  const numbers = pages.join('\n').match(/\d+\.\d+(?= )/g)
  expect(numbers).toEqual(
    sections.flatMap((_, index) => Array.from({ length: index % 9 }, (_, par) => `${index + 1}.${par + 1}`)),
  )
})
