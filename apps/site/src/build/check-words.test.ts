import { expect, test } from 'vitest'
import { checkWords } from './check-words.ts'

/** What is said of a Chinese and an English file, on one line each. */
const said = (zh: string, en: string) =>
  checkWords({ zh, en }).map(({ file, line, column, message, hint }) =>
    [file.replace('apps/site/src/locales/', ''), line, `${column} ${message} ${hint}`].join(':'),
  )

const en = '{\n  "nav": {\n    "skip": "Skip to {{place}}"\n  }\n}\n'

test('words that every language has are good', () => {
  expect(said('{ "nav": { "skip": "跳到{{place}}" } }', en)).toEqual([])
})

test('a missing, misspelt or empty word has its place, and says what to write', () => {
  expect(said('{\n  "nav": {\n    "skp": "跳到{{place}}"\n  }\n}', en)).toEqual([
    'zh.json:2:3 nav.skip is missing. Add it; in English it is “Skip to {{place}}”.',
    'zh.json:3:5 nav.skp is a word that no page knows. Remove it, or correct its name.',
  ])
  expect(said('{ "nav": { "skip": " " } }', en)).toEqual([
    'zh.json:1:12 nav.skip is empty. Fill it in; in English it is “Skip to {{place}}”.',
  ])
})

test('a blank that another language has not stays empty on the page', () => {
  expect(said('{ "nav": { "skip": "跳到{{plcae}}" } }', en)).toEqual([
    'zh.json:1:12 nav.skip differs from its English in {{plcae}}, {{place}}. Use the same.',
  ])
})

test('a plural has the forms that its language has: one of Chinese, two of English', () => {
  const plural = (...forms: string[]) =>
    `{ "years": { ${forms.map((form) => `"span_${form}": "{{count}} ${form}"`).join(', ')} } }`
  expect(said(plural('other'), plural('one', 'other'))).toEqual([])
  expect(said(plural('one', 'other'), plural('one', 'other'))).toEqual([
    'zh.json:1:14 years.span_one is a word that no page knows. Remove it, or correct its name.',
  ])
  expect(said(plural('other'), plural('other'))).toEqual(['en.json:1:3 years.span_one is missing. Add it.'])
})

test('“one year” needs no figure', () => {
  const words = '{ "span_one": "one year", "span_other": "{{count}} years" }'
  expect(said('{ "span_other": "{{count}}年" }', words)).toEqual([])
})

test('a file that is not there, or no JSON, has its place', () => {
  expect(said('', en)).toEqual(['zh.json:1:1 The file is missing or empty. Copy en.json and translate it.'])
  expect(said('{ "nav": { "skip": "跳到{{place}}" }', en)[0]).toMatch(/^zh.json:1:\d+ This is no JSON: /)
  expect(said('{\n  "nav": { "skip": "跳到{{place}}" },\n}', en)[0]).toMatch(/^zh.json:3:1 This is no JSON: /)
})
