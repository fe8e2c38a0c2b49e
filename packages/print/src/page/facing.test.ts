import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PrintError } from '../errors.ts'
import { marginBoxes } from '../margins.ts'
import { renderWithin } from '../press/fit.ts'
import { render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

const options = { source: 'zh.html', facing: 'en.html', paper: 'a4', timeout: 30_000 } as const

async function write(left: string, right: string): Promise<void> {
  const style = '<style>[data-matter] { break-after: page } p { margin: 0; line-height: 40px }</style>'
  const head = (text: string) => `${style}<style>${marginBoxes({ head: text })}</style>`
  await writeFile(
    join(place.dir, 'zh.html'),
    `<!doctype html><html lang="zh-CN"><title>书</title>${head('页眉')}<main>${left}</main>`,
  )
  await writeFile(
    join(place.dir, 'en.html'),
    `<!doctype html><html lang="en"><title>Book</title>${head('Head')}<main>${right}</main>`,
  )
}

async function pagesOf(left: string, right: string): Promise<string[]> {
  await write(left, right)
  const { pagination, info } = await render({ ...place, ...options })
  expect(info.facing).toBe(true)
  return pagination.pages.map(({ text }) => text.replace(/\s+/g, ' ').trim())
}

const cover = '<div data-matter="cover">封面 Cover</div>'
const entry = (id: string, lines: number, word: string) =>
  `<section id="${id}" data-entry="${id}"><h2>${word} ${id}</h2>${`<p>${word}</p>`.repeat(lines)}</section>`

test('sets a cover, then each entry of the left document beside that of the right one', async () => {
  const pages = await pagesOf(
    cover + entry('a', 10, '文') + entry('b', 10, '字') + entry('c', 12, '页'),
    cover + entry('a', 10, 'one') + entry('b', 10, 'two') + entry('c', 12, 'three'),
  )
  expect(pages).toHaveLength(5)
  expect(pages[0]).toBe('封面 Cover')
  expect(pages[1]).toMatch(/^文 a/)
  expect(pages[2]).toMatch(/^one a/)
  const [left = '', right = ''] = pages.slice(3)
  expect(left.split(/[字页] [bc]/).length).toBe(right.split(/(?:two|three) [bc]/).length)
})

test('begins on a left page where there is no cover', async () => {
  expect(await pagesOf(entry('a', 3, '文'), entry('a', 3, 'one'))).toEqual(['', '文 a文文文', 'one aoneoneone'])
})

test('gives what is taller than a page on one side the pages that it needs, and the other side blank ones', async () => {
  const table = (rows: number, word: string) =>
    `<table data-entry="t"><tbody>${`<tr><td style="height: 100px">${word}</td></tr>`.repeat(rows)}</tbody></table>`
  const pages = await pagesOf(
    cover + entry('a', 1, '文') + table(3, '格') + entry('b', 1, '字'),
    cover + entry('a', 1, 'one') + table(16, 'cell') + entry('b', 1, 'two'),
  )
  const left = pages.filter((_, index) => index % 2 === 1)
  const right = pages.filter((_, index) => index > 0 && index % 2 === 0)
  expect(left.indexOf('')).toBeGreaterThan(0)
  expect(right.indexOf('')).toBe(-1)
  expect(left.findIndex((text) => text.includes('字 b'))).toBe(right.findIndex((text) => text.includes('two b')))
})

test('keeps a text below its heading, where a float beside it is longer than the text', async () => {
  const sided = (heading: number, word: string) =>
    `<section data-entry="a"><header><h2 style="margin: 0; height: ${heading}px">${word}</h2>
      <div style="float: left; height: 200px; margin-top: -${heading}px">1</div><p>${word}</p></header></section>`
  expect(await pagesOf(cover + sided(80, '文'), cover + sided(40, 'one'))).toEqual(['封面 Cover', '文 1文', 'one 1one'])
})

test('keeps a caption below its drawing, where the one beside it is higher', async () => {
  const figure = (height: number, word: string) =>
    `<section data-entry="a"><h2>${word}</h2><figure><div style="height: ${height}px">${word}</div><figcaption>${word}</figcaption></figure></section>`
  await write(cover + figure(100, '文'), cover + figure(400, 'one'))
  const [, left, right] = (await render({ ...place, ...options })).pagination.pages
  expect((right?.filled.mm ?? 0) - (left?.filled.mm ?? 0)).toBeCloseTo((300 / 96) * 25.4, -1)
})

test('names an entry that only one of the documents has', async () => {
  const failure = pagesOf(cover + entry('a', 3, '文') + entry('b', 3, '字'), cover + entry('a', 3, 'one'))
  await expect(failure).rejects.toThrow(PrintError)
  await expect(failure).rejects.toThrow(/zh\.html page 2 \[b\]: stands in one of the two documents only/)
})

test('names the other document where it is not found', async () => {
  await pagesOf(cover, cover)
  await expect(render({ ...place, ...options, facing: 'fr.html' })).rejects.toThrow(/fr\.html/)
})

test('leaves out a passage in both languages at once, and keeps one that only one of them has', async () => {
  const passages = (word: string, marks: number[]) =>
    `<section data-entry="a"><h2>${word} a</h2>${marks
      .map((mark, index) => `<p${mark ? ` data-drop="${mark}"` : ''} style="height: 300px">${word} ${index}</p>`)
      .join('')}</section>`
  await write(passages('文', [0, 1, 2, 3]), passages('one', [0, 1, 2, 0]))
  const { pagination, drop } = await renderWithin({ max: 3 }, { ...place, ...options })
  expect(pagination.droppable).toBe(2)
  expect(pagination.dropped.map(({ text }) => text)).toEqual(['文 2', 'one 2'])
  expect(drop).toBe(1)
  expect(pagination.pages.map(({ text }) => text.replace(/\s+/g, ' ').trim())).toEqual([
    '',
    '文 a文 0文 1文 3',
    'one aone 0one 1one 3',
  ])
})
