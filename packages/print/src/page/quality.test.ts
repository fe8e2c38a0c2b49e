import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { render } from '../press/render.ts'
import { testPlace } from '../test-place.ts'

const place = testPlace()

async function remarks(body: string, lang = 'en'): Promise<string[]> {
  await writeFile(
    join(place.dir, 'a.html'),
    `<!doctype html><html lang="${lang}"><title>t</title><body><main>${body}</main>`,
  )
  const { pagination } = await render({ ...place, source: 'a.html', paper: 'a4', timeout: 30_000 })
  return pagination.remarks.map(({ page, message }) => `${page}: ${message}`)
}

/** The passage at every height of a page's end: each time on a page of its own, with ever less room. */
const everywhere = (passage: string) =>
  `<style>hr { break-after: page; visibility: hidden; margin: 0 } .f { margin: 0 }</style>${Array.from(
    { length: 24 },
    (_, index) => `<div class="f" style="height: ${700 + index * 12}px">filler</div>${passage}<hr>`,
  ).join('')}`

const english = (lines: number) =>
  'words that are set in lines, and <code>code</code> too; '.repeat(Math.ceil(lines * 1.7))
const chinese = (lines: number) => '段落里的字，一行接着一行，直到这一页的末尾。'.repeat(lines * 2)
const of = (text: (lines: number) => string, tag: string) =>
  [2, 3, 4, 6].map((lines) => `<${tag}>${text(lines)}</${tag}>`).join('')

/** What concerns single lines and headings; the pages of these documents are emptier than any that are meant. */
const ofLines = (all: string[]) => all.filter((remark) => /heading|line/.test(remark))

test.each([
  ['paragraphs', 'en', of(english, 'p')],
  ['paragraphs', 'zh', of(chinese, 'p')],
  ['a heading and a paragraph', 'en', `<h2>Heading</h2><p>${english(3)}</p>`],
  ['headings and a paragraph', 'zh', `<h2>标题</h2><section><h3>小标题</h3><p>${chinese(3)}</p></section>`],
  ['a list', 'en', `<ul>${of(english, 'li')}</ul>`],
  ['a list in a list', 'zh', `<ol><li>${chinese(2)}<ul>${of(chinese, 'li')}</ul></li></ol>`],
  ['a definition list', 'en', `<dl><dt>term</dt>${of(english, 'dd')}<dt>term</dt>${of(english, 'dd')}</dl>`],
  ['a quotation', 'en', `<blockquote>${english(3)}</blockquote><blockquote>${of(english, 'p')}</blockquote>`],
  [
    'paragraphs that announce listings',
    'en',
    `<style>p:has(+ pre) { break-after: avoid } pre { break-inside: avoid }</style>${[2, 4, 6]
      .map((lines) => `<p>${english(lines)}</p><pre>let\nit\nbe</pre>`)
      .join('')}`,
  ],
  [
    'a table of paragraphs',
    'en',
    `<table><tr><td>${of(english, 'p')}</td><td>b</td></tr><tr><td>${english(3)}</td><td>b</td></tr></table>`,
  ],
])('no line and no heading is left alone: %s (%s)', async (_, lang, passage) => {
  expect(ofLines(await remarks(everywhere(passage), lang))).toEqual([])
})

test('what would be left alone is seen', async () => {
  const style = '<style>p, li { orphans: 1; widows: 1 } h2 { break-after: auto }</style>'
  const all = (await remarks(style + everywhere(`<h2>Heading</h2><p>${english(4)}</p>`))).join('\n')
  expect(all).toMatch(/^\d+: the page ends with a heading: “Heading”\./m)
  expect(all).toMatch(/^\d+: the page ends with the first line of a paragraph: “/m)
  expect(all).toMatch(/^\d+: the last line of a paragraph stands alone on the next page: “/m)
})

test('a page that ends early, and one with next to nothing on it, are seen', async () => {
  const kept = '<div data-keep style="height: 600px">kept</div>'
  expect(await remarks(`${kept}${kept}<div style="height: 420px">rest</div><p>end</p>`)).toEqual([
    '1: the page ends early, 61 % full, because what follows is kept together. Allow a break in it.',
    '3: only 2 % of this page is filled. Shorten what stands before, or write more.',
  ])
})

test('breaks that the document asks for are no fault', async () => {
  const short = '<section><p>short</p></section>'
  expect(await remarks(`<style>section { break-after: page }</style>${short.repeat(3)}<p>end</p>`)).toEqual([])
})
