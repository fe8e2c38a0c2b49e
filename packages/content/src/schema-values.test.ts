import { expect, test } from 'vitest'
import { editionsSchema, experienceSchema, profileSchema, projectSchema, tagsSchema } from './schema.ts'
import { problemsOf, text } from './test-data.ts'

const profile = `name: Ada\nheadline: ${text}\nsummary: ${text}\n`
const project = `name: bfs\nkind: work\norder: 1\nsummary: ${text}\n`

test('something that stands twice in a list of words', () => {
  expect(problemsOf(projectSchema, `${project}tags: [go, java, go]\n`)).toMatchInlineSnapshot(
    `"f.yaml:5:18 tags[2] is "go". Remove it: the list has it already."`,
  )
  expect(problemsOf(editionsSchema, `a: { title: ${text}, sections: [skills, skills] }\n`)).toMatchInlineSnapshot(
    `"f.yaml:1:53 a.sections[1] is "skills". Remove it: the list has it already."`,
  )
})

test('an id that is none', () => {
  expect(problemsOf(tagsSchema, 'C++: { name: C++, kind: technology }\n')).toMatchInlineSnapshot(
    `"f.yaml:1:1 "C++" is not an id. Use lower-case letters and digits, joined by single hyphens, starting with a letter."`,
  )
  expect(problemsOf(experienceSchema, 'organizations: [{ id: Red Book, name: RED }]\n')).toMatchInlineSnapshot(
    `"f.yaml:1:23 organizations[0].id is "Red Book". Use lower-case letters and digits, joined by single hyphens, starting with a letter."`,
  )
})

test('a month that is none', () => {
  const periods = [
    '{ start: 2023-13, end: 2023-00 }',
    '{ start: 1890, end: 20 }',
    '{ start: present, end: today }',
    '{ start: [], end: true }',
    '{ start: 2021.06 }',
  ]
  expect(
    periods.map((period) => problemsOf(projectSchema, `${project}period: ${period}\n`)).join('\n'),
  ).toMatchInlineSnapshot(`
    "f.yaml:5:18 period.start is "2023-13". There is no month 13: they run from 01 to 12.
    f.yaml:5:32 period.end is "2023-00". There is no month 00: they run from 01 to 12.
    f.yaml:5:18 period.start is 1890. Write a month like 2021-06, or a year like 2021.
    f.yaml:5:29 period.end is 20. Write a month like 2021-06, a year like 2021, or present.
    f.yaml:5:18 period.start is "present". Write a month like 2021-06, or a year like 2021.
    f.yaml:5:32 period.end is "today". Did you mean "present"?
    f.yaml:5:18 period.start is a list. Write a month like 2021-06, or a year like 2021.
    f.yaml:5:27 period.end is true. Write a month like 2021-06, a year like 2021, or present.
    f.yaml:5:18 period.start is 2021.06. Write a month like 2021-06, or a year like 2021."
  `)
  for (const period of ['{ start: 2021 }', '{ start: 2021-06, end: present }', '{ end: "2021" }', '{}']) {
    expect(problemsOf(projectSchema, `${project}period: ${period}\n`)).toBe('')
  }
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'https:a.b',
  'https://',
  'https://a b',
  ' https://a.b',
  'https://a.b/\\0',
  '//a.b',
  'www.a.b',
  'https://github.com@a.b/',
  'https://a.b/\u202Egnp.exe',
])('an address that does not lead to the web: %s', (url) => {
  const problems = problemsOf(profileSchema, `${profile}contacts: [{ id: a, label: A, url: "${url}" }]\n`)
  expect(problems).toContain('f.yaml:4:36 contacts[0].url ')
  expect(problems).toMatch(/ Use an address that starts with https:\/\/ or http:\/\/\.$/)
})

test('a text that turns its direction around', () => {
  expect(problemsOf(profileSchema, profile.replace('Ada', '"Ada\\u202Egnp.exe"'))).toMatchInlineSnapshot(
    `"f.yaml:1:7 name holds the unprintable character U+202E. Remove it."`,
  )
})

test('a link in a text', () => {
  const source = profile.replace('zh: 字', 'zh: "[字](javascript:alert(1))和[字](/relative)"')
  expect(problemsOf(profileSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:2:17 headline.zh links to "javascript:alert(1)". Use an address that starts with https://, http:// or mailto:.
    f.yaml:2:17 headline.zh links to "/relative". Use an address that starts with https://, http:// or mailto:."
  `)
})

test('a text in paragraphs, and one without end', { timeout: 10_000 }, () => {
  expect(problemsOf(profileSchema, profile.replace('en: word', 'en: "a\\n\\nb"'))).toMatchInlineSnapshot(
    `"f.yaml:2:24 headline.en holds a blank line. Keep it to one paragraph."`,
  )
  const endless = `"${'**a'.repeat(300_000)}"`
  expect(problemsOf(profileSchema, profile.replace('en: word', `en: ${endless}`))).toMatchInlineSnapshot(
    `"f.yaml:2:24 headline.en holds 900000 characters. Keep it under 5000; more belongs in a case study."`,
  )
})

test('characters that no output can show', () => {
  const source = `name: a\0b\nheadline: { zh: "\\x1B[31m", en: "\\uD800" }\nsummary: { zh: "a\\tb\\nc", en: word }\n`
  expect(problemsOf(profileSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:1:7 name holds the unprintable character U+0000. Remove it.
    f.yaml:2:17 headline.zh holds the unprintable character U+001B. Remove it.
    f.yaml:2:33 headline.en holds the unprintable character U+D800. Remove it."
  `)
})
