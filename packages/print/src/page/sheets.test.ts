import { expect, test } from 'vitest'
import { stretches } from './sheets.ts'

const read = (css: string) =>
  stretches(css, 'http://a/b/c.css')
    .filter((one) => one.read)
    .map((one) => one.css)
const left = (css: string) =>
  stretches(css, 'http://a/b/c.css')
    .filter((one) => !one.read)
    .map((one) => one.css)

test.each([
  ['@page { margin: 2cm }'],
  ['h2 { break-before: page }'],
  ['h2{color:red;page-break-after:avoid}'],
  ['section { page: wide }'],
  ['h2 { string-set: s content(text) }'],
  ['p::after { content: target-text(attr(href)) }'],
  ['.note { float: footnote }'],
  ['.note::footnote-marker { color: red }'],
  ['p { counter-increment: a }'],
  ['header { position: running(head) }'],
  ['.bar { position: fixed }'],
  ['.off { display: none }'],
  ['#top { color: red }'],
  ['h2 + p { color: red }'],
  ['li:nth-of-type(2) { color: red }'],
  ['@import "a.css";'],
  ['@supports (display: grid) { h2 { break-after: avoid } }'],
  ['@media (min-width: 10px) { p { color: red } }'],
])('Paged.js reads %s', (css) => {
  expect(read(css)).toEqual([css])
  expect(left(css)).toEqual([])
})

test.each([
  ['p { color: #444; margin: calc(1px + 2px) }'],
  ['p::after { content: "break-before: page; }" }'.replace('break-before: page; ', '} { ; ')],
  ['p::before { content: counter(a) ". " }'],
  ['li { break-inside: avoid }'],
  ['@font-face { font-family: a }'],
  ['@media screen, pagedjs-ignore { .pagedjs_page { display: grid } }'],
])('the browser alone reads %s', (css) => {
  expect(left(css)).toEqual([css])
  expect(read(css)).toEqual([])
})

test('order is kept, comments and what is for the screen alone go, and print stands where it was', () => {
  const css = `/* } */ a { color: red } @media screen { a { color: blue } }
    @media print { a { display: block } b { color: red } } @charset "utf-8"; i { color: red }`
  expect(stretches(css, 'http://a/')).toEqual([
    { read: false, css: 'a { color: red }' },
    { read: true, css: 'a { display: block }' },
    { read: false, css: 'b { color: red }' },
    { read: true, css: '@charset "utf-8";' },
    { read: false, css: 'i { color: red }' },
  ])
})

test('addresses are those that the sheet meant', () => {
  expect(
    left('p { background: url(../x.png), url("my (1).png"), url("data:a;b"), url(#c); content: "url(x)" }'),
  ).toEqual([
    'p { background: url("http://a/x.png"), url("http://a/b/my%20(1).png"), url("data:a;b"), url(#c); content: "url(x)" }',
  ])
})
