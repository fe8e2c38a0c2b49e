import { expect, test } from 'vitest'
import { readDataSet } from '../data-set.ts'
import { formatDiagnostic } from '../diagnostics.ts'
import { dataFolderWith } from '../test-data.ts'
import { checkWriting } from './lint.ts'

async function found(files: Record<string, string>): Promise<string> {
  const problems = checkWriting(await readDataSet(dataFolderWith(files), 'public'))
  return problems.map((problem) => `${formatDiagnostic(problem)} (${problem.rule})`).join('\n')
}

test('every fault is told at its own place, with what to do', async () => {
  const profile = `name: Ada
summary:
  zh: 负责通⽤ Go 服务,支持mysql(内部)和a\u200Bb，切流 限流，MySQL,Redis
  en: "The team's \\"store\\"， and\\u202E 'golang'"
`
  const files = {
    'profile.yaml': profile,
    'tags.yaml': 'mysql: { name: MySQL, kind: technology }\n',
    'glossary.yaml': 'terms: [{ term: Go, avoid: [Golang] }]\n',
    'projects/bfs/zh.mdx': '## 用Go\n\n<Technique title="原 A">\n\n| 甲 | 用 Go |\n| --- | --- |\n\n</Technique>\n',
    'projects/bfs/en.mdx': '## Go\n\n<Technique title="A">\n\n| a | "Go" |\n| --- | --- |\n\n</Technique>\n',
  }
  expect(await found(files)).toMatchInlineSnapshot(`
    "profile.yaml:3:10 The character U+2F64 looks like 用, and is another character. Write 用. (lookalike)
    profile.yaml:3:31 The character U+200B cannot be seen. Remove it. (invisible)
    profile.yaml:3:17 The half-width , stands in Chinese text. Write ， (half-width)
    profile.yaml:3:25 Half-width brackets stand in Chinese text. Write （ and ）. (half-width)
    profile.yaml:3:28 Half-width brackets stand in Chinese text. Write （ and ）. (half-width)
    profile.yaml:3:45 A half-width comma stands in Chinese text. Write 、 or ， (half-width)
    profile.yaml:3:11 A space is typed between Chinese and other characters. Remove it: the style sheet sets the gap. (typed-space)
    profile.yaml:3:14 A space is typed between Chinese and other characters. Remove it: the style sheet sets the gap. (typed-space)
    profile.yaml:3:36 A space or a line break stands between Chinese characters. Write 、 or ， for it, or remove it. (typed-space)
    profile.yaml:3:20 mysql is not how MySQL is written. Write MySQL. (term-casing)
    profile.yaml:4:33 The character U+202E turns the direction of the text. Remove it. (invisible)
    profile.yaml:4:28 The full-width ， stands in English text. Write , (full-width)
    profile.yaml:4:19 The quotation mark " is straight. Write “ or ”. (straight-quote)
    profile.yaml:4:26 The quotation mark " is straight. Write “ or ”. (straight-quote)
    profile.yaml:4:16 The quotation mark ' is straight. Write ‘ or ’. (straight-quote)
    profile.yaml:4:40 The quotation mark ' is straight. Write ‘ or ’. (straight-quote)
    profile.yaml:4:47 The quotation mark ' is straight. Write ‘ or ’. (straight-quote)
    profile.yaml:4:41 golang is another word for Go. Write Go, as glossary.yaml says. (term-avoid)
    projects/bfs/zh.mdx:3:20 A space is typed between Chinese and other characters. Remove it: the style sheet sets the gap. (typed-space)
    projects/bfs/zh.mdx:5:8 A space is typed between Chinese and other characters. Remove it: the style sheet sets the gap. (typed-space)
    projects/bfs/en.mdx:5:7 The quotation mark " is straight. Write “ or ”. (straight-quote)
    projects/bfs/en.mdx:5:10 The quotation mark " is straight. Write “ or ”. (straight-quote)"
  `)
})

test('a place in a text that is folded over lines is the place in the file', async () => {
  const profile = "name: Ada\nsummary:\n  zh: >-\n    第一行\n    第二行用 Go\n  en: |\n    One\n    It's\n"
  const places = (await found({ 'profile.yaml': profile })).match(/^profile\.yaml:\d+:\d+/gm)
  expect(places?.sort()).toEqual(['profile.yaml:4:8', 'profile.yaml:5:9', 'profile.yaml:8:7'])
})

test('names, notes and references are read for their characters only; ids, comments and code for nothing', async () => {
  const files = {
    'profile.yaml': 'name: ⽤ Ada # 通⽤\nsummary: { zh: "用`a, ⽤b`", en: "Uses `it\'s`" }\n',
    'projects/bfs/project.yaml':
      'name: bfs\nkind: work\norder: 1\nsummary: { zh: 字, en: word }\nreferences:\n' +
      '  - { id: a, authors: "O\'Neil", title: "\\"ﬁle\\"", venue: V, year: 2010 }\n',
  }
  expect(await found(files)).toMatchInlineSnapshot(`
    "profile.yaml:1:7 The character U+2F64 looks like 用, and is another character. Write 用. (lookalike)
    projects/bfs/project.yaml:6:43 The character U+FB01 looks like fi, and is another character. Write fi. (lookalike)"
  `)
})
