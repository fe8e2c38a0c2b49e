import { expect, test } from 'vitest'
import { lower } from './lower.ts'

const lowered = (css: string) => {
  const { css: once, problems } = lower(css, 'a.css')
  expect(lower(once, 'a.css').css, 'a second time changes nothing').toBe(once)
  return problems.length > 0
    ? problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n')
    : once.trim().replace(/\s+/g, ' ')
}

test.each([
  [
    'range syntax',
    '@media print and (width >= 10px) { a { color: red } }',
    '@media print { @media all and (min-width: 10px) { a { color: red } } }',
  ],
  [
    'range without a medium',
    '@media (10px <= width <= 20px) { a { b: c } }',
    '@media all and (min-width: 10px) and (max-width: 20px) { a { b: c } }',
  ],
  ['@media not screen', '@media not screen { a { b: c } }', '@media print { a { b: c } }'],
  ['comma in :is()', ':is(h2, h3) { break-before: page }', ':is(h2), :is(h3) { break-before: page }'],
  [
    'comma in :where(), deep',
    'a:where(b, :is(c, d e)) > f { break-after: avoid }',
    'a:where(b) > f, a:where(:is(c)) > f, a:where(:is(d e)) > f { break-after: avoid }',
  ],
  ['comma in :not()', 'h2:not(.a, .b) { break-before: page }', 'h2:not(.a):not(.b) { break-before: page }'],
  ['comma in :has()', 'h2:has(a, b) { break-before: page }', 'h2:has(a), h2:has(b) { break-before: page }'],
  ['comma in a string', '[title="a,b"] { break-before: page }', '[title="a\\2c b"] { break-before: page }'],
  ['comma beside +', ':is(a, b) + c { color: red }', ':is(a) + c, :is(b) + c { color: red }'],
  ['comma that nobody reads', ':is(a, b) { color: red }', ':is(a, b) { color: red }'],
  [
    'nested break',
    'section { color: red; & > h2 { break-before: page } }',
    'section { color: red; } section > h2 { break-before: page }',
  ],
  [
    'nested in a list',
    'a, b { h2 { string-set: s content(text) } }',
    ':is(a) h2, :is(b) h2 { string-set: s content(text) }',
  ],
  [
    'var() in size',
    ':root { --x: A5 } @page { size: var(--x) landscape }',
    ':root { --x: A5 } @page { size: A5 landscape }',
  ],
  [
    'var() in margin',
    ':root { --x: calc(1mm * 2); } @page { margin: var(--x) 1mm }',
    ':root { --x: calc(1mm * 2); } @page { margin: 2mm 1mm }',
  ],
  ['calc() in margin', '@page { margin: calc(10mm + 5mm) calc(1in - 4mm) }', '@page { margin: 15mm 0.8425in }'],
  [
    'margin-inline',
    '@page { margin-inline: 1mm 2mm; margin-block-start: 3mm }',
    '@page { margin-left: 1mm; margin-right: 2mm; margin-top: 3mm }',
  ],
  [
    'div > x',
    'div > :first-child { color: red }',
    'div:where(:not([class^="pagedjs_"]):not([class^="pagedjs_"] > div)) > :first-child { color: red }',
  ],
  ['body > x', 'body > main { color: red }', 'body > main, .pagedjs_page_content > div > main { color: red }'],
  [
    'body > x with a break',
    'body > h2.a { break-before: page }',
    'body > h2.a, .pagedjs_page_content > div > h2.a, h2.a:where(:not(* > *)) { break-before: page }',
  ],
  ['body x with a break', 'body h2 { break-before: page }', 'body h2, h2 { break-before: page }'],
  ['hyphens: auto', 'p { hyphens: auto }', 'p { hyphens: manual }'],
  [
    'what only Paged.js knows',
    '@page :nth(2) { @footnote { float: bottom } @top-left { content: element(x) } }',
    '@page :nth(2) { @footnote { float: bottom } @top-left { content: element(x) } }',
  ],
])('lowers %s', (_, css, expected) => {
  expect(lowered(css)).toBe(expected)
})

test.each([
  ['var() that is no constant', '\n@page { size: var(--x) }', /^a\.css:2:9 “size: var\(--x\)” in @page/],
  [
    'var() that varies',
    ':root { --x: 1mm } :root:lang(zh) { --x: 2mm } @page { margin: var(--x) }',
    /“margin: var\(--x\)” in @page/,
  ],
  [
    'calc() without an answer',
    '@page { margin: calc(1mm + 1em) }',
    /^a\.css:1:9 “margin: calc\(1mm \+ 1em\)” in @page cannot be computed/,
  ],
  [
    'a negation',
    '@media not screen and (color) { a { b: c } }',
    /^a\.css:1:1 @media not screen and \(color\) is not understood/,
  ],
  ['a comma that stays', ':nth-child(2n of a, b) { break-before: page }', /has a comma inside/],
  [':lang() on a break', 'h2:lang(zh) { break-before: page }', /Use a class instead of :lang/],
  ['a break from a variable', 'h2 { break-before: var(--b) }', /“break-before: var\(--b\)” is read as it is written/],
  [
    'vw',
    'p { inline-size: calc(10vw + 1px) }',
    /^a\.css:1:5 “inline-size: calc\(10vw \+ 1px\)”: vw is measured on the window/,
  ],
  ['letter-spacing', 'h1 { letter-spacing: 0.15em }', /“letter-spacing: 0.15em” takes words apart/],
  [
    'a variable font',
    '@font-face { font-family: X; font-weight: 100 900; src: url(x.woff2) }',
    /names a variable font/,
  ],
  ['font-variation-settings', 'p { font-variation-settings: "wght" 350 }', /asks for a variable font/],
  ['what is no selector', 'a {}\np: { color: red }', /^a\.css:2:1 “p:” is no selector/],
  ['colons alone', '::: { color: red }', /“:::” is no selector/],
  ['a pseudo-class without a name', 'a { &:hover:: { color: red } }', /“&:hover::” is no selector/],
  ['what is no CSS', 'p { color: red', /^a\.css:1:1 Unclosed block/],
])('names %s', (_, css, expected) => {
  expect(lowered(css)).toMatch(expected)
})

test('what only a screen sees is let be', () => {
  const css =
    '@media screen { p { width: 100vw; letter-spacing: 1em } } @media screen, pagedjs-ignore { a { height: 100vh } }'
  expect(lowered(css)).toBe(css)
})
