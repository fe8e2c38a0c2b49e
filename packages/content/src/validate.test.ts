import { expect, test } from 'vitest'
import type { Diagnostic } from './diagnostics.ts'
import { editionsSchema, privateSchema, profileSchema, projectSchema, tagsSchema } from './schema.ts'
import { problemsOf, text } from './test-data.ts'
import { validate } from './validate.ts'
import { parseYamlFile } from './yaml-file.ts'

const profile = `name: Ada\nheadline: ${text}\nsummary: ${text}\n`
const project = `name: bfs\nkind: work\norder: 1\nsummary: ${text}\n`

test('what is right is returned', () => {
  const problems: Diagnostic[] = []
  expect(validate(parseYamlFile('f.yaml', profile), profileSchema, problems)).toMatchObject({ name: { en: 'Ada' } })
  expect(problems).toEqual([])
})

test('a language that is missing or empty', () => {
  const source = `
name: { zh: 名 }
headline:
  zh: 字
summary:
  zh: "  "
  en:
skills:
  - id: go
    label: { zh: 字 }
    text: ${text}
`
  expect(problemsOf(profileSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:2:7 name.en is missing. Add the English text.
    f.yaml:4:3 headline.en is missing. Add the English text, or remove headline.
    f.yaml:6:7 summary.zh is empty. Add the Chinese text, or remove summary.
    f.yaml:7:6 summary.en is empty. Add the English text, or remove summary.
    f.yaml:10:12 skills[0].label.en is missing. Add the English text, or remove skills[0]."
  `)
})

test('a language that may be left out together with the other one', () => {
  const source = `${project}highlights:\n  - id: a\n    priority: 1\n    text: ${text}\n    short: { zh: "", en: word }\n`
  expect(problemsOf(projectSchema, source)).toMatchInlineSnapshot(
    `"f.yaml:9:18 highlights[0].short.zh is empty. Add the Chinese text, or remove highlights[0].short."`,
  )
})

test('an empty file', () => {
  for (const source of ['', '# only a comment\n', '{}', '~']) {
    expect(problemsOf(profileSchema, source)).toMatch(/^f\.yaml:1:1 name is missing\. Add it\.$/m)
  }
  expect(problemsOf(profileSchema, '')).toMatchInlineSnapshot(`"f.yaml:1:1 name is missing. Add it."`)
  expect(problemsOf(tagsSchema, '')).toBe('')
})

test('values that are empty', () => {
  const source = 'name:\nkind:\norder:\nsummary:\nperiod:\nhighlights:\n  -\nfigures: [{ id: "", value: "", label: }]\n'
  expect(problemsOf(projectSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:1:6 name is empty. Fill it in.
    f.yaml:2:6 kind is empty. Use one of: open-source, work.
    f.yaml:3:7 order is empty. Fill it in.
    f.yaml:4:9 summary is empty. Fill it in, or remove it.
    f.yaml:5:8 period is empty. Fill it in, or remove it.
    f.yaml:7:4 highlights[0] is empty. Fill it in, or remove it.
    f.yaml:8:17 figures[0].id is empty. Fill it in, or remove figures[0].
    f.yaml:8:28 figures[0].value is empty. Fill it in, or remove figures[0].
    f.yaml:8:39 figures[0].label is empty. Fill it in, or remove figures[0]."
  `)
})

test('a mistyped key', () => {
  const source = `${profile}sumary: x\ncontacts:\n  - { id: a, lable: A, url: https://a.b }\n  - { id: b, label: B, url: https://a.b, colour: red }\n`
  expect(problemsOf(profileSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:4:1 Unknown key "sumary". Did you mean "summary"?
    f.yaml:6:14 Unknown key "lable" in contacts[0]. Did you mean "label"?
    f.yaml:7:42 Unknown key "colour" in contacts[1]. Use one of: id, label, url, username."
  `)
})

test('keys that JavaScript knows are as unknown as others', () => {
  expect(problemsOf(profileSchema, `${profile}constructor: 1\n"toString": 2\n__proto__: 3\n`)).toMatchInlineSnapshot(
    `"f.yaml:6:1 The key "__proto__" is not allowed. Remove it."`,
  )
  expect(problemsOf(profileSchema, `${profile}constructor: 1\nvalueOf: 2\n`)).toMatchInlineSnapshot(`
    "f.yaml:4:1 Unknown key "constructor". Use one of: contacts, headline, locales, location, name, note, skills, summary.
    f.yaml:5:1 Unknown key "valueOf". Use one of: contacts, headline, locales, location, name, note, skills, summary."
  `)
  expect(problemsOf(tagsSchema, 'constructor:\n')).toMatchInlineSnapshot(
    `"f.yaml:1:13 constructor is empty. Fill it in, or remove it."`,
  )
  expect(problemsOf(tagsSchema, 'constructor: { name: New, kind: topic }\n')).toBe('')
})

test('a language that the data does not have', () => {
  expect(problemsOf(profileSchema, profile.replace('en: word', 'en: word, fr: mot'))).toMatchInlineSnapshot(
    `"f.yaml:2:30 Unknown key "fr" in headline. Use one of: en, zh."`,
  )
})

test('a value of the wrong type', () => {
  const source = `
name: [bfs]
kind: 1
order: first
summary: only one language
period: 2020
figures: [{ id: a, value: 500, label: ${text} }]
tags: go
highlights: {}
links: [https://a.b]
references: [{ id: r, authors: [A, B], title: 1984, venue: true, year: "2010" }]
draft: maybe
`
  expect(problemsOf(projectSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:2:7 name is a list. Write a text in quotes, or one text per language.
    f.yaml:3:7 kind is 1. Use one of: open-source, work.
    f.yaml:4:8 order is "first". Write a whole number.
    f.yaml:5:10 summary is "only one language". Write one text per language, under zh and en.
    f.yaml:6:9 period is 2020. Write a mapping with the keys start, end.
    f.yaml:7:27 figures[0].value is 500. Write a text in quotes, or one text per language.
    f.yaml:8:7 tags is "go". Write a list: each item on its own line, after a dash.
    f.yaml:9:13 highlights is a mapping. Write a list: each item on its own line, after a dash.
    f.yaml:10:9 links[0] is "https://a.b". Write a mapping with the keys id, label, url.
    f.yaml:11:32 references[0].authors is a list. Write one text.
    f.yaml:11:47 references[0].title is 1984. Put it in quotes.
    f.yaml:11:60 references[0].venue is true. Put it in quotes.
    f.yaml:11:72 references[0].year is "2010". Write a whole number.
    f.yaml:12:8 draft is "maybe". Write true or false."
  `)
})

test('a file of the wrong shape', () => {
  expect(problemsOf(profileSchema, '- a\n')).toMatchInlineSnapshot(
    `"f.yaml:1:1 The file is a list. Write a mapping with the keys locales, name, headline, summary, location, contacts, skills, note."`,
  )
  expect(problemsOf(tagsSchema, 'go\n')).toMatchInlineSnapshot(
    `"f.yaml:1:1 The file is "go". Write a mapping: each entry under its id."`,
  )
})

test('a word or a number that is not allowed', () => {
  const source = `resume:\n  title: ${text}\n  papers: [a5]\n  pages: { max: 0 }\n  sections: [sumary, tables]\n  wording: long\n  priority: 6\n`
  expect(problemsOf(editionsSchema, source)).toMatchInlineSnapshot(`
    "f.yaml:3:12 resume.papers[0] is "a5". Did you mean "a4"?
    f.yaml:4:17 resume.pages.max is 0. Use 1 or more.
    f.yaml:5:14 resume.sections[0] is "sumary". Did you mean "summary"?
    f.yaml:5:22 resume.sections[1] is "tables". Use one of: awards, certificates, education, experience, interests, languages, open-source, projects, publications, recommendations, skills, summary, volunteer.
    f.yaml:6:12 resume.wording is "long". Use one of: full, short.
    f.yaml:7:13 resume.priority is 6. Use 5 or less."
  `)
  expect(problemsOf(projectSchema, project.replace('order: 1', 'order: 1.5'))).toMatchInlineSnapshot(
    `"f.yaml:3:8 order is 1.5. Write a whole number."`,
  )
  expect(problemsOf(projectSchema, project.replace('order: 1', 'order: .inf'))).toMatchInlineSnapshot(
    `"f.yaml:3:8 order is Infinity. Write a whole number."`,
  )
})

test('long values are cut in messages', () => {
  expect(problemsOf(projectSchema, project.replace('kind: work', `kind: ${'w'.repeat(10_000)}`))).toMatchInlineSnapshot(
    `"f.yaml:2:7 kind is "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…". Use one of: open-source, work."`,
  )
})

test('private details', () => {
  expect(
    problemsOf(privateSchema, 'phone: +8613800000000\nemail: you(at)example.com\naddress: Road 1\n'),
  ).toMatchInlineSnapshot(`
    "f.yaml:1:8 phone is 8613800000000. Put it in quotes.
    f.yaml:2:8 email is "you(at)example.com". Write an address like you@example.com.
    f.yaml:3:10 address is "Road 1". Write one text per language, under zh and en."
  `)
  expect(problemsOf(privateSchema, '')).toBe('')
})
