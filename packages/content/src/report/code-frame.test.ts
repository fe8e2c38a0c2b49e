import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { codeFrame } from './code-frame.ts'

/** The frame of the place where a word stands, with as many columns before the caret as before the word. */
function frameOf(source: string, word: string) {
  const before = source.slice(0, source.indexOf(word)).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return codeFrame(source, { line: before.length, column, endColumn: column + word.length })
}

test('the caret stands under what is meant', () => {
  expect(`\n${frameOf('kind: work\ntags: [go, kubernets]\n', 'kubernets')}`).toMatchInlineSnapshot(`
    "
       2 | tags: [go, kubernets]
         |            ^^^^^^^^^"
  `)
})

test('a Han character is two columns wide, an emoji too, and a combining mark none', () => {
  expect(`\n${frameOf('zh: 通用存储服务bfs，👩🏽 é: x', 'x')}`).toMatchInlineSnapshot(`
    "
       1 | zh: 通用存储服务bfs，👩🏽 é: x
         |                            ^"
  `)
  expect(`\n${frameOf('zh: 通用存储服务', '存储')}`).toMatchInlineSnapshot(`
    "
       1 | zh: 通用存储服务
         |         ^^^^"
  `)
})

test.each(['通用存储', 'ａｂ（）', '👍🏽', 'e\u0301', '\t\t', 'a\tb', '\u001B[31m', '\u202Eabc', '', '  '])(
  'whatever stands before it: %j',
  (before) => {
    const [line = '', caret = ''] = frameOf(`${before}@here`, '@here').split('\n')
    const shown = line.slice(0, line.indexOf('@here'))
    expect(caret.indexOf('^')).toBe(stringWidth(shown))
    expect(caret).toMatch(/\| *\^{5}$/)
  },
)

test('what cannot be seen is named, and no terminal obeys it', () => {
  expect(`\n${frameOf('a: \u001B[31mred\u200B\u202E', 'red')}`).toMatchInlineSnapshot(`
    "
       1 | a: <U+001B>[31mred<U+200B><U+202E>
         |                ^^^"
  `)
})

test('a tab is shown', () => {
  expect(`\n${frameOf('a:\n\tb:\tc\n', 'c')}`).toMatchInlineSnapshot(`
    "
       2 | →   b:→ c
         |         ^"
  `)
})

test('a long line is cut to a window around the caret', () => {
  const long = `text: ${'word '.repeat(40)}HERE ${'再来一句。'.repeat(100_000)}`
  const frame = frameOf(long, 'HERE')
  expect(`\n${frame}`).toMatchInlineSnapshot(`
    "
       1 | …word word word word word word word word HERE 再来一句。再来一句。再来一句。再来一句。再来一句。再来…
         |                                          ^^^^"
  `)
  for (const line of frame.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(112)
  expect(`\n${frameOf(`${'字'.repeat(300)}END`, 'END')}`).toMatchInlineSnapshot(`
    "
       1 | …字字字字字字字字字字字字字字字字字字字字END
         |                                          ^^^"
  `)
})

test('a place at the end of a line, of a file, and beyond', () => {
  expect(codeFrame('abc\r\nd', { line: 1, column: 4 })).toBe('   1 | abc\n     |    ^')
  expect(codeFrame('abc\n', { line: 2, column: 1 })).toBe('   2 |\n     | ^')
  expect(codeFrame('abc', { line: 1, column: 99 })).toBe('   1 | abc\n     |    ^')
  expect(codeFrame('abc', { line: 2, column: 1 })).toBe('')
  expect(codeFrame('', { line: 1, column: 1 })).toBe('   1 |\n     | ^')
})
