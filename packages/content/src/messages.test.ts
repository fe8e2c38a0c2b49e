/** Every message that the facts can cause, as the owner sees it: one data set each. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { factChecks } from './check.ts'
import { problemsOf, readDataSet } from './data-set.ts'
import { report } from './report/report.ts'
import { dataFolderWith, goodFiles, text } from './test-data.ts'

type Files = Record<string, string | Uint8Array | null>

const profile = (more: string) => ({ 'profile.yaml': `${goodFiles['profile.yaml']}${more}\n` })
const bfs = (more: string) => ({ 'projects/bfs/project.yaml': `${goodFiles['projects/bfs/project.yaml']}${more}\n` })
const resume = (more: string) => ({ 'editions.yaml': `${goodFiles['editions.yaml']}  ${more}\n` })
const tags = (source: string) => ({ 'tags.yaml': source })
const study = (en: string) => ({
  ...bfs('references: [{ id: haystack, authors: A, title: B, venue: C, year: 2010 }]'),
  'projects/bfs/en.mdx': `${en}\n`,
  'projects/bfs/zh.mdx': '字\n',
})

const dataSets: Record<string, Files> = {
  // Reading files
  'profile.yaml is not there': { 'profile.yaml': null },
  'project.yaml is not there': { 'projects/empty/notes.txt': 'a' },
  'a file with a misspelt name': { 'backgroud.yaml': 'interests: []' },
  'a file with another extension': { 'private.yml': 'phone: "1"' },
  'a case study with another extension': { 'projects/bfs/zh.md': '字', 'projects/bfs/EN.mdx': 'word' },
  'a file of too many signs': { 'tags.yaml': `[${','.repeat(20_000)}]` },
  'a file is a folder': { 'tags.yaml': null, 'tags.yaml/a': '' },
  'a folder is a file': { 'projects/bfs/project.yaml': null, projects: '' },
  'a file is far too large': tags(`# ${'a'.repeat(300_000)}`),
  'a file is not UTF-8': { 'tags.yaml': Buffer.from('23200a676f3a207b206e616d653a20b7e720', 'hex') },

  // YAML
  'a tab as indentation': tags('go:\n\tname: Go\n'),
  'a colon in a text': profile('note: Remember: ask'),
  'an at sign first': profile('note: @ada'),
  'an asterisk first': profile('note: **ask**'),
  'an exclamation mark first': profile('note: !important'),
  'a link first': profile('note: [a](https://b.c) d'),
  'a bracket that is never closed': profile('skills: [\nnote: a'),
  'a bracket that is never closed at the end': tags('['),
  'a quotation mark that is never closed': profile('note: "a'),
  'a text that goes on without indentation': profile('note: a\nb'),
  'a line that is indented further than its sibling': tags('go:\n  name: Go\n   kind: topic\n'),
  'a full-width colon': tags('go：\n  name: Go\n  kind: topic\n'),
  'a full-width colon before a text': profile('note：去问'),
  'a colon without a space': profile('note:ask'),
  'a merge that Git could not finish': tags(
    '<<<<<<< HEAD\ngo: { name: Go, kind: topic }\n=======\ngo: { name: Golang, kind: topic }\n>>>>>>> other\n',
  ),
  'two documents': tags('go: { name: Go, kind: topic }\n---\n{}\n'),
  'a key that is no text': tags('? [a]\n: b\n'),
  'a key that stands twice': tags('go: { name: Go, kind: topic }\ngo: { name: Go, kind: topic }\n'),
  'a key of JavaScript’s objects': tags('__proto__: { name: Go, kind: topic }\n'),
  'anchors that repeat too often': tags(
    Array.from(
      { length: 20 },
      (_, n) =>
        `a${n}: &a${n} [${
          n
            ? Array(9)
                .fill(`*a${n - 1}`)
                .join()
            : 'x'
        }]`,
    ).join('\n'),
  ),
  'an alias inside its own anchor': tags('go: &a { name: *a }\n'),
  'nesting without end': tags('['.repeat(5000)),

  // Values of one file
  'a misspelt key': profile('sumary: a'),
  'a misspelt key of an item': profile('contacts: [{ id: a, lable: A, url: https://a.b }]'),
  'an unknown key': profile('favourite: a'),
  'a missing value': tags('go: { name: Go }\n'),
  'a missing language': profile(`skills: [{ id: a, label: { zh: 语言 } }]`),
  'an empty value': profile('note:'),
  'an empty text': profile(`skills: [{ id: a, label: { zh: 语言, en: " " } }]`),
  'an empty list item': bfs('tags: [ , go]'),
  'a text instead of two languages': bfs('short: one language'),
  'a text instead of a list': bfs('tags: go'),
  'a number instead of a text': profile('note: 1984'),
  'a list instead of a text': profile('note: [a]'),
  'a text instead of a number': {
    'projects/bfs/project.yaml': `name: bfs\nkind: work\norder: first\nsummary: ${text}\n`,
  },
  'a text instead of yes or no': bfs('draft: maybe'),
  'a list instead of a mapping': profile('location: [a]'),
  'a list instead of a file': tags('- go\n'),
  'a number instead of a name': bfs(`figures: [{ id: a, value: 500, label: ${text} }]`),
  'an unknown word': tags('go: { name: Go, kind: technolgy }\n'),
  'a number that is too large': resume('priority: 9'),
  'a number that is too small': resume('pages: { max: 0 }'),
  'an id that is none': tags('Go: { name: Go, kind: topic }\n'),
  'an id that is none, in a list': bfs('links: [{ id: A B, label: A, url: https://a.b }]'),
  'an address of another scheme': bfs('links: [{ id: a, label: A, url: "javascript:alert(1)" }]'),
  'an address that is none': bfs('links: [{ id: a, label: A, url: "https://[" }]'),
  'a country that is none': profile('location: { countryCode: China }'),
  'a mail address that is none': { 'private.yaml': 'email: nobody\n' },
  'a month that is none': bfs('period: { start: 2023-13 }'),
  'a month written otherwise': bfs('period: { start: 2023/3, end: 2023年4月 }'),
  'a year that is none': bfs('period: { start: 999 }'),
  'a word for the present': bfs('period: { start: 2023, end: now }'),
  'something twice in a list': bfs('tags: [go, go]'),
  'an unprintable character': profile('note: "a\\u0007"'),
  'half a character': profile('note: "a\\uD800"'),
  'a link of another scheme': bfs('short: { zh: "[字](/a)", en: word }'),
  'two paragraphs': bfs('short: { zh: 字, en: "a\\n\\nb" }'),
  'a text without end': bfs(`short: { zh: 字, en: ${'a'.repeat(5001)} }`),
  'marks without end': bfs(`short: { zh: 字, en: "${'**a'.repeat(500)}" }`),
  'a selector that is none': resume('include: [Bfs]'),

  // Across files
  'an unknown tag': bfs('tags: [goo]'),
  'an unknown tag that is like no other': bfs('tags: [rust]'),
  'an unknown organization': bfs('organization: acmee'),
  'an unknown organization that is like no other': bfs('organization: somebody-else'),
  'an id that stands twice': profile(
    'contacts:\n  - { id: a, label: A, url: https://a.b }\n  - { id: a, label: B, url: https://b.c }',
  ),
  'a role with the id of a project': { 'experience.yaml': `${goodFiles['experience.yaml']}roles: [{ id: bfs }]\n` },
  'a role with the id of a section': { 'experience.yaml': `${goodFiles['experience.yaml']}roles: [{ id: skills }]\n` },
  'a project with the id of a section': { 'projects/skills/project.yaml': goodFiles['projects/bfs/project.yaml'] },
  'a project whose folder is no id': { 'projects/My Project/project.yaml': goodFiles['projects/bfs/project.yaml'] },
  'an end before its start': bfs('period: { start: 2022-03, end: 2022-02 }'),
  'a start in the future': bfs('period: { start: 2099-01 }'),

  // Editions
  'an edition that names what is not there': resume('include: [bsf]'),
  'an edition that names a highlight that is not there': resume('include: [bfs/sdk]'),
  'an edition that names an unknown tag': resume('include: ["tag:goo"]'),
  'an edition that names a tag that nothing has': resume('include: ["tag:go"]'),
  'an edition that includes and excludes the same': resume('include: [bfs]\n  exclude: [bfs]'),
  'an edition that names what it does not print': resume('sections: [summary]\n  include: [bfs]'),
  'an edition that prints nothing': resume('sections: []'),
  'an edition that empties a section': resume('sections: [summary, projects]\n  exclude: [bfs]'),
  'notes in a public edition': resume('notes: true'),
  'a facing edition whose languages differ': resume('facing: true\n  locales: { en: { priority: 1 } }'),
  'a facing edition of facts in one language': { ...resume('facing: true'), ...profile('locales: [en]') },

  // Case studies
  'a case study in one language': { 'projects/bfs/en.mdx': 'word\n' },
  'a tag that is never closed': study('<Technique title="a">\n\nword'),
  'a tag that another closes': study('<Technique title="a">\n\nword\n\n</Techniqe>'),
  'a closing tag alone': study('word </Technique>'),
  'a file that ends in a tag': study('word <Ref id="haystack"'),
  'a sign that is taken for a tag': study('fewer <3 words'),
  'a comment of HTML': study('<!-- a -->'),
  'a link in angle brackets': study('<https://a.b>'),
  'braces that hold no code': study('a {b c} d'),
  'a tag that goes on outside its block': study('> <Ref\nid="haystack" />'),
  'two exports of one name': study('export const a = 1\nexport const a = 2'),
  'code in a case study': study('a {1 + 1} b'),
  'an import in a case study': study('import a from "b"'),
  'an unknown component': study('<Techniqe title="a">word</Techniqe>'),
  'an unknown explainer': study('<Explainer name="hopskotch" />'),
  'an explainer within a sentence': study('It works so: <Explainer name="hopscotch" />'),
  'a picture that is not there': study('<Figure src="upload.png" alt="An upload" />'),
  'a picture of Markdown': study('![An upload](upload.png)'),
  'an attribute twice': study('<Explainer name="haystack" name="hopscotch" />'),
  'an unknown attribute': study('<Technique titel="a">word</Technique>'),
  'a missing attribute': study('word<Ref />'),
  'a diagram that names what is not in it': bfs(
    `diagrams: [{ id: parts, title: ${text}, nodes: [{ id: proxy, label: A, group: storage }], edges: [{ from: proxi, to: proxy }] }]`,
  ),
  'an unknown reference': study('word<Ref id="haystak" />'),
  'an address that runs code': study('[word](javascript:alert(1))'),
  'a case study of endless marks': study('**a'.repeat(2000)),
}

const produced = new Set<string>()

test.each(Object.entries(dataSets))('%s', async (_, files) => {
  const folder = dataFolderWith(files)
  const problems = await problemsOf(await readDataSet(folder, 'private'), factChecks)
  expect(problems).not.toEqual([])
  for (const { rule } of problems) produced.add(rule)
  const said = await report(folder, problems, 'text')
  expect(`\n${said.replaceAll(folder, 'FOLDER')}\n`).toMatchSnapshot()
})

test('more problems than anybody mends at once', async () => {
  const folder = dataFolderWith(tags(Array.from({ length: 200 }, (_, n) => `t${n}:`).join('\n')))
  const problems = await problemsOf(await readDataSet(folder, 'public'), factChecks)
  for (const { rule } of problems) produced.add(rule)
  const said = await report(folder, problems, 'text')
  expect(`\n${said.slice(said.indexOf('tags.yaml:100:')).replaceAll(folder, 'FOLDER')}\n`).toMatchSnapshot()
})

/** Where the rules of this folder stand; those of `parity/`, `lint/` and `exchange/` are pinned by the tests there. */
afterAll(() => {
  const folder = import.meta.dirname
  const sources = readdirSync(folder).filter((name) => /(?<!\.test|\.gen)\.ts$/.test(name))
  const rules = sources.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\brule(?::| =) '([a-z-]+)'/g)].map(([, rule]) => rule),
  )
  expect(rules.filter((rule) => rule && !produced.has(rule))).toEqual([])
})
