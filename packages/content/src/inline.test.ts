import { expect, test } from 'vitest'
import { parseInline, plainText } from './inline.ts'

test('reads strong, emphasis, code and links', () => {
  expect(parseInline('a **b *c*** `d*` [e `f`](https://g.h/?i=1)')).toEqual({
    problems: [],
    nodes: [
      { type: 'text', value: 'a ' },
      {
        type: 'strong',
        children: [
          { type: 'text', value: 'b ' },
          { type: 'emphasis', children: [{ type: 'text', value: 'c' }] },
        ],
      },
      { type: 'text', value: ' ' },
      { type: 'code', value: 'd*' },
      { type: 'text', value: ' ' },
      {
        type: 'link',
        url: 'https://g.h/?i=1',
        children: [
          { type: 'text', value: 'e ' },
          { type: 'code', value: 'f' },
        ],
      },
    ],
  })
})

test.each([
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '    indented',
  '---',
  '<b>bold</b>',
  '<https://a.b>',
  '[a]: https://b.c',
  '![',
  '```x',
  'a < b & c',
  '500+',
  'C++, C#',
])('%j is ordinary text', (source) => {
  expect(parseInline(source)).toEqual({ nodes: [{ type: 'text', value: source.trim() }], problems: [] })
})

test('a line break is a space', () => {
  expect(plainText('a\nb  \nc')).toBe('a b c')
})

test('plainText drops the marks and keeps every word', () => {
  expect(plainText('**使用**Go，用`cgo`封装[SDK](https://a.b)')).toBe('使用Go，用cgo封装SDK')
  expect(plainText('')).toBe('')
})

test.each(['https://a.b', 'HTTP://a.b', 'mailto:a@b.c'])('may link to %s', (url) => {
  expect(parseInline(`[x](${url})`)).toMatchObject({ nodes: [{ type: 'link', url }], problems: [] })
})

test.each([
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)', 'JaVaScRiPt:alert(1)'],
  ['java&#10;script:alert(1)', 'java\\nscript:alert(1)'],
  ['<https://a b>', 'https://a b'],
  ['data:text/html,x', 'data:text/html,x'],
  ['vbscript:x', 'vbscript:x'],
  ['https:a', 'https:a'],
  ['https://', 'https://'],
  ['mailto:', 'mailto:'],
  ['//a.b', '//a.b'],
  ['/a', '/a'],
  ['#a', '#a'],
  ['', ''],
])('may not link to %j; only the text of the link is left', (url, shown) => {
  expect(parseInline(`[x](${url})`)).toEqual({
    nodes: [{ type: 'text', value: 'x' }],
    problems: [`links to "${shown}". Use an address that starts with https://, http:// or mailto:.`],
  })
})

test('an image is a link with an exclamation mark', () => {
  expect(parseInline('![x](javascript:a)').problems).toHaveLength(1)
})

test('is one paragraph', () => {
  expect(parseInline('a\n\nb').problems).toEqual(['holds a blank line. Keep it to one paragraph.'])
})

test('a text that is far too long is not parsed', () => {
  const source = '**a'.repeat(1_000_000)
  expect(parseInline(source)).toEqual({
    nodes: [{ type: 'text', value: source }],
    problems: ['holds 3000000 characters. Keep it under 5000; more belongs in a case study.'],
  })
})

test.each(['*', '**a', '[', '[a](', '_a ', '_a*', '`a'])('many open marks take no time: %s', (mark) => {
  const source = mark.repeat(5000).slice(0, 5000)
  expect(parseInline(source)).toEqual({
    nodes: [{ type: 'text', value: source }],
    problems: [expect.stringMatching(/^holds \d+ marks such as \* or \[\. Keep them under 300\.$/)],
  })
  const bearable = mark.repeat(300 / mark.replaceAll(/[^*_`[]/g, '').length)
  for (let count = 0; count < 200; count += 1) expect(parseInline(bearable).problems).toEqual([])
})
