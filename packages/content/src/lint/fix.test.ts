import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDataSet } from '../data-set.ts'
import { confirm } from '../parity/confirm.ts'
import { checkAgreement } from '../parity/staleness.ts'
import { dataFolderWith } from '../test-data.ts'
import { fixWriting } from './fix.ts'
import { checkWriting } from './lint.ts'

async function fixed(files: Record<string, string>) {
  const folder = dataFolderWith({ 'agreed.lock.yaml': null, ...files })
  const data = await readDataSet(folder, 'public')
  expect(data.problems).toEqual([])
  const written = await fixWriting(data, 'public')
  const left = checkWriting(await readDataSet(folder, 'public'))
  return { folder, written, left, read: (name: string) => readFile(join(folder, name), 'utf8') }
}

test('comments, order and quotation marks of YAML stay', async () => {
  const before = `# Who it is.
summary: # both languages
    zh:   "通⽤ Go 服务\\u200B, \\"稳定\\"." # mine
    en: 'It''s "fine"'
name: Ada

headline: { en: "the platform's",   zh: 平台 }
skills:
- id: go
  label: { zh: 语言, en: Languages }
  text:
    zh: >-
      用 Go 开发,
      也用 Java。
    en: |
      Go and Java
`
  const { read, written, left } = await fixed({ 'profile.yaml': before })
  expect(written).toEqual(['profile.yaml'])
  expect(await read('profile.yaml')).toBe(`# Who it is.
summary: # both languages
    zh:   "通用Go服务，“稳定”。" # mine
    en: 'It’s “fine”'
name: Ada

headline: { en: "the platform’s",   zh: 平台 }
skills:
- id: go
  label: { zh: 语言, en: Languages }
  text:
    zh: >-
      用Go开发，也用Java。
    en: |
      Go and Java
`)
  expect(left).toEqual([])
})

test('a case study is mended around its code, its tags and its tables', async () => {
  const before = `## 用 Go 开发

<Technique title="原理 A">

用 \`a, b\` 封装, 见**Go SDK** 。

| 问题 | 用 Go |
| --- | --- |
| 是 | 否, 或 |

\`\`\`js
a("用 Go, b")
\`\`\`

</Technique>
`
  const en = before.replaceAll(/[\u4e00-\u9fff。]+/g, 'word')
  const { read } = await fixed({ 'projects/bfs/zh.mdx': before, 'projects/bfs/en.mdx': en })
  expect(await read('projects/bfs/zh.mdx')).toBe(`## 用Go开发

<Technique title="原理A">

用\`a, b\`封装，见**Go SDK**。

| 问题 | 用Go |
| --- | --- |
| 是 | 否，或 |

\`\`\`js
a("用 Go, b")
\`\`\`

</Technique>
`)
})

test('an edit that would break the YAML or the Markdown is not made, and stays to be told', async () => {
  const before = 'name: Ada\nsummary: { zh: 用 **（Go）** 写, en: Fine：word }\nheadline: { zh: 用 Go, en: Go }\n'
  const { read, left } = await fixed({ 'profile.yaml': before })
  expect(await read('profile.yaml')).toBe(
    'name: Ada\nsummary: { zh: 用 **（Go）** 写, en: Fine：word }\nheadline: { zh: 用Go, en: Go }\n',
  )
  expect(left.map(({ rule, line, column }) => [rule, line, column])).toEqual([
    ['typed-space', 2, 17],
    ['typed-space', 2, 26],
    ['full-width', 2, 38],
  ])
})

test('what can be mended is, where very much else cannot', async () => {
  const bad = Array.from(
    { length: 300 },
    (_, index) => `b${index}: { name: { zh: 字, en: Fine：word }, kind: topic }\n`,
  )
  const { read } = await fixed({ 'tags.yaml': `a: { name: { zh: 用 Go, en: Go }, kind: topic }\n${bad.join('')}` })
  expect(await read('tags.yaml')).toBe(`a: { name: { zh: 用Go, en: Go }, kind: topic }\n${bad.join('')}`)
})

test('a text that was agreed is agreed when it has been mended, and a stale one is stale', async () => {
  const profile = (zh: string) =>
    `name: Ada\nsummary: { zh: 用 Go 开发, en: "It's Go" }\nheadline: { zh: ${zh}, en: Lead }\n`
  const study = { 'projects/bfs/zh.mdx': '## 用 Go\n\n文字,好。\n', 'projects/bfs/en.mdx': "## It's Go\n\nWord's.\n" }
  const folder = dataFolderWith({ 'profile.yaml': profile('组长'), ...study, 'agreed.lock.yaml': null })
  await confirm(await readDataSet(folder, 'public'))
  await writeFile(join(folder, 'profile.yaml'), profile('经理'))
  expect(await fixWriting(await readDataSet(folder, 'public'), 'public')).toHaveLength(3)
  const found = await checkAgreement(await readDataSet(folder, 'public'))
  expect(found.map(({ rule, file, line }) => [rule, file, line])).toEqual([['translation-stale', 'profile.yaml', 3]])
})

test('nothing to mend writes nothing', async () => {
  expect((await fixed({})).written).toEqual([])
})
