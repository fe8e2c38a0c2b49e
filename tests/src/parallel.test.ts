/** The page that shows the languages side by side says row by row what the pages of each language say. */
import { localeInfo, locales } from '@diglot/content'
import { expect, test } from 'vitest'
import { readPages } from './support/dist.ts'
import { attribute, type Element, elements, textOf } from './support/html.ts'
import { squash } from './support/text.ts'

const pages = await readPages()
const page = pages.find(({ path }) => path === 'diglot/')
const rows = page ? elements(page.document).filter((element) => hasClass(element, 'columns')) : []
const tags = locales.map((locale) => localeInfo[locale].tag)

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class')?.split(' ').includes(name) ?? false
}

const cellsOf = (row: Element) => elements(row).filter((one) => one.parentNode === row && attribute(one, 'lang'))

test('every row has each language once, in the order of the languages, and none is empty', () => {
  const cells = rows.map(cellsOf).filter((row) => row.length > 0)
  expect(cells.length).toBeGreaterThan(50)
  expect(cells.filter((row) => row.map((cell) => attribute(cell, 'lang')).join() !== tags.join())).toEqual([])
  const isText = (row: Element[]) => row[0]?.tagName === 'span'
  expect(cells.filter((row) => isText(row) && row.some((cell) => !textOf(cell).trim()))).toEqual([])
})

test.each(locales)('the %s column holds all of the résumé in that language', (locale) => {
  const resume = pages.find(({ path }) => path === `${locale}/`)
  const passages = resume ? elements(resume.document, 'h2', 'p', 'li', 'dt', 'dd').filter(isRead) : []
  expect(passages.length).toBeGreaterThan(40)
  const cells = rows.flatMap(cellsOf).filter((cell) => attribute(cell, 'lang') === localeInfo[locale].tag)
  const column = squash(cells.map(textOf).join(' '))
  expect(passages.map((one) => squash(textOf(one))).filter((text) => !column.includes(text))).toEqual([])
})

/** Whether it is part of the text, and no navigation. */
function isRead(element: Element): boolean {
  if (attribute(element, 'data-print') === 'skip') return false
  const { parentNode } = element
  return !parentNode || !('attrs' in parentNode) || isRead(parentNode)
}

test('every row that has an id leads to itself, and an entry has the id that it has on its own pages', () => {
  const linked = rows.filter((row) => attribute(row, 'id'))
  expect(linked.length).toBeGreaterThan(40)
  for (const row of linked) {
    const link = elements(row, 'a').find((a) => hasClass(a, 'row-link'))
    expect(link && attribute(link, 'href')).toBe(`#${attribute(row, 'id')}`)
  }
  const ids = (path: string) => {
    const { document } = pages.find((one) => one.path === path) ?? {}
    return document ? elements(document, 'article').map((entry) => attribute(entry, 'id')) : []
  }
  expect(ids('diglot/')).toEqual(ids(`${locales[0]}/`))
})

test('the title of an entry leads to the entry', () => {
  const entries = page ? elements(page.document, 'article') : []
  expect(entries.length).toBeGreaterThan(10)
  for (const entry of entries) {
    const title = elements(entry, 'h3').flatMap((heading) => elements(heading, 'a'))
    const link = title.find((a) => hasClass(a, 'row-link'))
    expect(link && attribute(link, 'href')).toBe(`#${attribute(entry, 'id')}`)
  }
})
