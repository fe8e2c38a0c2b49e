import { expect, test } from 'vitest'
import { readFoundPage } from './found-page.ts'
import { markdownTwin } from './twin.ts'

const head = '<link rel="canonical" href="https://example.org/en/"><meta property="og:title" content="A title">'
const page = (main: string, said = head) =>
  readFoundPage('en/', `<html lang="en"><head>${said}</head><main>${main}</main>`)
const twin = (main: string) => markdownTwin(page(main) as NonNullable<ReturnType<typeof page>>)

test('a page that is in no index has no twin', () => {
  expect(page('<h1>A</h1>', '')).toBeUndefined()
})

test('links have whole addresses, wherever the text is read', () => {
  expect(twin('<p><a href="/en/projects/bfs/">bfs</a> <a href="#up">up</a></p>')).toBe(
    '[bfs](https://example.org/en/projects/bfs/) [up](https://example.org/en/#up)\n',
  )
})

test('what is not printed is not in it, a drawing is in it by its title, and an aside is set off', () => {
  expect(
    twin(
      '<nav data-print="skip">next</nav><figure><svg><title>Two leaves</title></svg></figure><aside><p>A</p></aside>',
    ),
  ).toBe('Two leaves\n\n> A\n')
})

test('a drawing that says in words what it shows is in it by these, and not by its labels', () => {
  expect(
    twin('<figure><svg role="img" aria-label="a → b"><text>a</text></svg><figcaption>Parts</figcaption></figure>'),
  ).toBe('a → b\n\nParts\n')
})

test('signs of Markdown in a text stay signs', () => {
  expect(twin('<p>a_b_ *c* [d] `e` &lt;f></p>')).toBe('a_b\\_ \\*c\\* \\[d] \\`e\\` \\<f>\n')
})

test('a table stays a table', () => {
  expect(twin('<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>')).toBe(
    '| A | B |\n| - | - |\n| 1 | 2 |\n',
  )
})
