import { expect, test } from 'vitest'
import { formatDiagnostic } from './diagnostics.ts'
import { parseYamlFile } from './yaml-file.ts'

const finding = { rule: 'test', message: '', hint: '' }
const problemsOf = (source: string) => parseYamlFile('f.yaml', source).problems.map(formatDiagnostic).join('\n')

test('reads YAML 1.2, whatever a directive asks for', () => {
  const source = '%YAML 1.1\n---\nno: no\nmonth: 2021-06\nday: 2021-06-01\nyear: 2021\ntime: 1:30\nflag: true\n'
  expect(parseYamlFile('f.yaml', source)).toMatchObject({
    problems: [],
    value: { no: 'no', month: '2021-06', day: '2021-06-01', year: 2021, time: '1:30', flag: true },
  })
})

test('an empty file and a file of comments have no value', () => {
  expect(parseYamlFile('f.yaml', '')).toMatchObject({ value: null, problems: [] })
  expect(parseYamlFile('f.yaml', '# nothing\n')).toMatchObject({ value: null, problems: [] })
})

test('knows where a value, a key and the parent of a missing value stand', () => {
  const file = parseYamlFile('f.yaml', 'a:\n  - b: 1\n    c: 2\n')
  expect(file.at(['a', 0, 'c'], finding)).toMatchObject({ file: 'f.yaml', line: 3, column: 8 })
  expect(file.atKey(['a', 0], 'c', finding)).toMatchObject({ line: 3, column: 5 })
  expect(file.at(['a', 0, 'd', 'e'], finding)).toMatchObject({ line: 2, column: 5 })
  expect(file.at([], finding)).toMatchObject({ line: 1, column: 1 })
})

test.each([
  ['duplicate key', 'a: 1\na: 2', 'f.yaml:2:1 This key stands twice in its mapping. Keep one of the two.'],
  ['tab', 'a:\n\tb: 1', 'f.yaml:2:1 This line is indented with a tab. Use spaces.'],
  ['colon in a text', 'a: b: c', 'f.yaml:1:4 A second colon stands on this line. If it is a text, put it in quotes.'],
  ['forbidden first sign', 'a: @b', 'f.yaml:1:4 A text cannot begin with this sign. Put it in quotes.'],
  [
    'link first',
    'a: [b](https://c.d) e',
    'f.yaml:1:7 The value ends before this sign or word. Put the whole text in quotes, or correct the line.',
  ],
  [
    'quotation first',
    'a: "b" c',
    'f.yaml:1:8 The value ends before this sign or word. Put the whole text in quotes, or correct the line.',
  ],
  [
    'strong first',
    'a: **b**',
    'f.yaml:1:4 This begins with an asterisk, which YAML takes for the alias of an anchor. If it is a text, put it in quotes.',
  ],
  [
    'exclamation mark first',
    'a: !b c',
    'f.yaml:1:4 This begins with an exclamation mark, which YAML takes for a tag. If it is a text, put it in quotes.',
  ],
  [
    'known tag',
    'a: !!binary aGk=',
    'f.yaml:1:4 This begins with an exclamation mark, which YAML takes for a tag. If it is a text, put it in quotes.',
  ],
  [
    'text that goes on without indentation',
    'a: b\nc',
    'f.yaml:2:1 This line has no key of its own. Write `key: text`, or indent it further if it continues a text.',
  ],
  [
    'open bracket',
    'a: [b\nc: d',
    'f.yaml:2:1 A bracket that was opened before is still open here. Close it with ], or put a text in quotes.',
  ],
  ['open quote', 'a: "b\n', 'f.yaml:1:4 A quotation mark is never closed. Close it where the text ends.'],
  ['second document', 'a: 1\n---\nb: 1', 'f.yaml:2:1 A second document begins here. Remove the line ---.'],
  ['complex key', '? [a]\n: b', 'f.yaml:1:3 This key is not a text. Write a word before the colon.'],
  ['__proto__', 'a:\n  __proto__: 1', 'f.yaml:2:3 The key "__proto__" is not allowed. Remove it.'],
])('says what is wrong: %s', (_, source, expected) => {
  expect(problemsOf(source)).toBe(expected)
})

test('reports every line that is wrong, and each line once', () => {
  expect(problemsOf('a: 1\na: 2\nb: [@x, @y]\na: 3\n')).toBe(
    [
      'f.yaml:2:1 This key stands twice in its mapping. Keep one of the two.',
      'f.yaml:3:5 A text cannot begin with this sign. Put it in quotes.',
      'f.yaml:4:1 This key stands twice in its mapping. Keep one of the two.',
    ].join('\n'),
  )
})

test('a mistake that leaves no doubt hides nothing else in the file', () => {
  expect(parseYamlFile('f.yaml', 'a: **b**\nc: @d\ne: 1\ne: 2\n')).toMatchObject({
    value: { a: '**b**', c: '@d', e: 2 },
    problems: [{ line: 1 }, { line: 2 }, { line: 4 }],
  })
  expect(parseYamlFile('f.yaml', 'a: [\nb: 1\n').value).toBeUndefined()
})

test('anchors may save writing', () => {
  expect(parseYamlFile('f.yaml', 'a: &x [1]\nb: *x\n')).toMatchObject({ value: { a: [1], b: [1] }, problems: [] })
})

test('refuses a bomb of aliases', { timeout: 10_000 }, () => {
  const levels = Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join()}]`)
  expect(problemsOf(['a0: &a0 [x]', ...levels].join('\n'))).toBe(
    'f.yaml:1:1 The file repeats its anchors too often. Write the values out.',
  )
})

test.each([
  ['[', '['.repeat(10_000)],
  ['[]', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['{', `${'{ a: '.repeat(6_000)}1${' }'.repeat(6_000)}`],
  ['-', '- '.repeat(10_000)],
  ['indented keys', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('refuses thousands of levels of %s', { timeout: 10_000 }, (_, source) => {
  // How deep is too deep depends on the stack, and so does the place.
  expect(problemsOf(source).replace(/:\d+:\d+/, '')).toBe('f.yaml The file is nested too deeply. Write it flatter.')
})

test('refuses every depth that the parser takes and the stack does not', { timeout: 10_000 }, () => {
  for (let depth = 600; depth < 1500; depth += 200) {
    const file = parseYamlFile('f.yaml', `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`)
    expect(file.problems.length > 0 || file.value).toBeTruthy()
  }
})

test('refuses an alias inside its own anchor, which would go on for ever', () => {
  expect(problemsOf('a: &a { b: *a }\n')).toBe(
    'f.yaml:1:12 This alias stands inside its own anchor. Write the values out.',
  )
})
