import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { marginBoxes } from '../margins.ts'
import { type Rendering, render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

async function rendered(body: string): Promise<Rendering> {
  await writeFile(
    join(place.dir, 'a.html'),
    `<!doctype html><html lang="en"><title>t</title><body><main>${body}</main>`,
  )
  return render({ ...place, source: 'a.html', paper: 'a4', timeout: 30_000 })
}

async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  const contents = await Promise.all(numbers.map(async (number) => (await document.getPage(number)).getTextContent()))
  await task.destroy()
  return contents.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(''))
}

/** Sections that each begin a page, with ever less room below for what follows: a heading and `inner`. */
const sections = (inner: string) =>
  Array.from({ length: 32 }, (_, index) => {
    const height = 740 + index * 8
    return `<section id="s${index}"><p style="height: ${height}px">filler</p><h2>Heading ${index}</h2>${inner}</section>`
  }).join('<hr>')

const breaks = '<style>hr { break-after: page; visibility: hidden; margin: 0 }</style>'
const paragraph = `<p>${'text that takes more than a line of the page to be set. '.repeat(6)}</p>`

test.each([
  ['a paragraph', paragraph],
  ['a box whose own heading is its first child', `<aside><h3>Heading within</h3><div>${paragraph}</div></aside>`],
  ['a table', '<table><thead><tr><th>Heading cell</th></tr></thead><tbody><tr><td>cell</td></tr></tbody></table>'],
])('a heading is never the last thing on a page, before %s', async (_, inner) => {
  const { pages } = (await rendered(breaks + sections(inner))).pagination
  expect(pages.length).toBeGreaterThan(32)
  const lonely = pages.map(({ text }) => /Heading (\d+|within|cell)$/.exec(text.trim())?.[0])
  expect(lonely.filter(Boolean)).toEqual([])
})

test('a page number is that of the page where its section begins, not of an empty box before it', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index)
  const contents = numbers.map((number) => `<li><a href="#s${number}">to ${number}</a></li>`).join('')
  const body = numbers.map((number) => {
    const lines = '<p>line</p>'.repeat(3 + (number % 9))
    return `<section id="s${number}"><h2>Heading ${number}</h2>${lines}</section>`
  })
  const style = '<style>a::after { content: " on " target-counter(attr(href), page) "." }</style>'
  const { pdf } = await rendered(`${style}<ol>${contents}</ol>${body.join('')}`)
  const pages = await pageTexts(pdf)
  const claimed = [...pages.join(' ').matchAll(/to (\d+) on (\d+)\./g)].map((match) => [match[1], Number(match[2])])
  const found = numbers.map((number) => {
    const heading = new RegExp(`Heading ${number}(?!\\d)`)
    return [String(number), pages.findIndex((text) => heading.test(text)) + 1]
  })
  expect(claimed).toEqual(found)
})

test('the running head names the section that a page begins with, else the one that goes on', async () => {
  const lines = '<p>line</p>'.repeat(60)
  const head = `<style>${marginBoxes({ head: 'name', section: true })}</style>`
  const style = '<style>.new { break-before: page; margin-top: 1cm }</style>'
  const { pdf } = await rendered(`${head}${style}<h2>Alpha</h2>${lines}<h2 class="new">Beta</h2>${lines}`)
  const heads = (await pageTexts(pdf)).map((text) => /^name (Alpha|Beta)/.exec(text)?.[1])
  expect(heads).toEqual([undefined, 'Alpha', 'Beta', 'Beta'])
})

test('text that a box cuts off is named, but not what is there for screen readers alone', async () => {
  const hidden = (style: string) => `<div style="overflow: hidden; ${style}"><p>seen</p><p>cut off</p></div>`
  await expect(rendered(hidden('height: 2em'))).rejects.toThrow(/page 1: text is cut off by a box .*: “cut off”/)
  const { problems } = (await rendered(hidden('') + hidden('height: 1px; width: 1px; position: absolute'))).pagination
  expect(problems).toEqual([])
})

test('an initial letter is set where a paragraph begins, not where it goes on', async () => {
  const style = '<style>p::first-letter { text-transform: uppercase }</style>'
  const { pdf } = await rendered(`${style}<p>${'<b>a</b><br>'.repeat(70)}</p>`)
  expect((await pageTexts(pdf)).map((text) => text.slice(0, 2))).toEqual(['Aa', 'aa'])
})
