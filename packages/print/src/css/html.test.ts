import { expect, test } from 'vitest'
import { lowerHtml } from './html.ts'

test('only what stands in style elements changes, and not a space beside it', () => {
  const html = '<!doctype html>\n<p  class=a >x\n<style>a { & b { break-before: page } }</style>\n<p>y &amp; z'
  expect(lowerHtml(html, 'a.html')).toEqual({
    html: html.replace('a { & b { break-before: page } }', 'a b { break-before: page }'),
    problems: [],
  })
})

test('a problem has the line and column of the HTML', () => {
  const { problems } = lowerHtml('<p>\n<style>p { width: 9vw }\n  i { width: 1vh }</style>', 'a.html')
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [2, 12],
    [3, 7],
  ])
})

test('a break in a style attribute is named, since Paged.js does not see it', () => {
  const { problems } = lowerHtml(
    '<p>\n <b style="color: red; break-before: page">x</b><i style="break-inside: avoid">',
    'a.html',
  )
  expect(problems).toEqual([
    {
      file: 'a.html',
      line: 2,
      column: 5,
      message: '“break-before: page” in a style attribute is not seen by Paged.js. Move it to a style sheet.',
    },
  ])
})

test('styles for the screen are let be', () => {
  const html = '<style media="screen">p { width: 9vw; & b { color: red } }</style>'
  expect(lowerHtml(html, 'a.html')).toEqual({ html, problems: [] })
})
