import { expect, test } from 'vitest'
import { readDataSet } from '../data-set.ts'
import { formatDiagnostic } from '../diagnostics.ts'
import { dataFolderWith, goodFiles, text } from '../test-data.ts'
import { checkContents } from './contents.ts'

async function found(files: Record<string, string>): Promise<string> {
  const data = await readDataSet(dataFolderWith(files), 'public')
  expect(data.problems).toEqual([])
  return checkContents(data)
    .map((problem) => `${formatDiagnostic(problem)} (${problem.rule})`)
    .join('\n')
}

const summary = (zh: string, en: string, more: Record<string, string> = {}) =>
  found({ 'profile.yaml': `name: Ada\nsummary:\n  zh: ${zh}\n  en: ${en}\n`, ...more })
const study = (zh: string, en: string) => found({ 'projects/bfs/zh.mdx': zh, 'projects/bfs/en.mdx': en })

test('a number that one language lacks, or says otherwise', async () => {
  expect(await summary('支撑500+个服务，1.3万个Pod', 'Supports 500 services')).toMatchInlineSnapshot(`
    "profile.yaml:4:7 profile.summary says 500 in English and 500+ in Chinese. State the same number in each language. (parity-number)
    profile.yaml:4:7 profile.summary lacks the number 1.3万 in English, which it has in Chinese. State the same number in each language. (parity-number)
    profile.yaml:4:7 profile.summary lacks the name Pod in English, which it has in Chinese. Name it in each language, or say in glossary.yaml what it is called there. (parity-name)"
  `)
})

test('a name that one language lacks, as a warning', async () => {
  expect(await summary('以HBase存储元数据', 'Stores metadata in Redis')).toMatchInlineSnapshot(`
    "profile.yaml:4:7 profile.summary lacks the name HBase in English, which it has in Chinese. Name it in each language, or say in glossary.yaml what it is called there. (parity-name)
    profile.yaml:3:7 profile.summary lacks the name Redis in Chinese, which it has in English. Name it in each language, or say in glossary.yaml what it is called there. (parity-name)"
  `)
})

test('a name that the facts know is one at the beginning of a sentence too, in small letters too', async () => {
  const glossary = {
    'glossary.yaml': 'terms: [{ term: bfs, casing: exact }]\n',
    'tags.yaml': 'redis: { name: Redis, kind: technology }\n',
  }
  const told = await summary('存储服务，用于缓存', 'Redis runs it. The store bfs keeps files.', glossary)
  expect(told.match(/lacks the name \w+/g)).toEqual(['lacks the name Redis', 'lacks the name bfs'])
})

test('a figure of the facts is not found inside of a larger number', async () => {
  const figures = (value: string) => `figures: [{ id: services, value: ${value}, label: ${text} }]`
  const project = (value: string) => ({
    'projects/bfs/project.yaml': `${goodFiles['projects/bfs/project.yaml']}${figures(value)}`,
  })
  expect(await summary('500+个、1500+个', '500+ of one, 1,500+ of another', project('500+'))).toBe('')
  expect(await summary('共500GB、1500GB', '500GB and 1,500GB', project('500GB'))).toBe('')
  expect(await summary('150万+次、50万+次', '1,500K+ and 500K+', project('{ zh: 50万+, en: 500K+ }'))).toBe('')
  expect(await summary('500+个服务', 'Many services', project('500+'))).toContain('lacks the number 500+')
})

test('a name may be digits in one language', async () => {
  const experience = { 'experience.yaml': 'organizations: [{ id: qihoo, name: { zh: 三六零, en: "360" } }]\n' }
  expect(await summary('在三六零工作', 'He works at 360', experience)).toBe('')
})

test('a term of the glossary is the counterpart of its translations', async () => {
  const glossary = 'terms: [{ term: Xiaohongshu, zh: 小红书 }, { term: around the clock, zh: 7×24小时 }]\n'
  const text = ['在小红书7×24小时值班', 'On call around the clock at Xiaohongshu'] as const
  expect(await summary(...text)).toContain('lacks the name Xiaohongshu')
  expect(await summary(...text, { 'glossary.yaml': glossary })).toBe('')
})

test('a term of the glossary is translated as the glossary says', async () => {
  const glossary = { 'glossary.yaml': 'terms: [{ term: metadata, zh: 元数据, en: [metadata, descriptors] }]\n' }
  expect(await summary('存储元数据', 'Stores descriptors', glossary)).toBe('')
  expect(await summary('存储元数据', 'Stores information', glossary)).toMatchInlineSnapshot(
    `"profile.yaml:4:7 profile.summary has 元数据 in Chinese, and no “metadata” in English. Write “metadata”, or add to glossary.yaml what else it is called. (term-translation)"`,
  )
})

test('a text that is no translation', async () => {
  expect(
    await summary('参数服务器', '参数服务器', {
      'glossary.yaml': 'terms: [{ term: parameter server, zh: 参数服务器 }]\n',
    }),
  ).toContain('(translation-missing)')
  expect(await summary('A storage service', 'A storage service')).toMatchInlineSnapshot(
    `"profile.yaml:4:7 profile.summary is the same in Chinese and in English. Translate it. If it is a name, add it to glossary.yaml, or write it once where a name may be plain. (translation-missing)"`,
  )
  expect(await summary('A storage service', '存储服务，用于图片')).toMatchInlineSnapshot(`
    "profile.yaml:3:7 profile.summary is not in Chinese here. Translate it. If it is a name, add it to glossary.yaml. (wrong-language)
    profile.yaml:4:7 profile.summary is not in English here. Translate it. If it is a name, add it to glossary.yaml. (wrong-language)"
  `)
  expect(await summary('存储服务', 'A storage 服务')).toMatchInlineSnapshot(
    `"profile.yaml:4:7 profile.summary is not in English here. Translate it. If it is a name, add it to glossary.yaml. (wrong-language)"`,
  )
})

test('a name in two languages that are the same, and no name by its looks', async () => {
  expect(await found({ 'profile.yaml': 'name: { zh: Storage, en: Storage }\n' })).toContain('(translation-missing)')
})

test('a name that the facts have in each language is no missing name', async () => {
  const experience = 'organizations: [{ id: acme, name: { zh: 河湾图书馆, en: Riverbend Library } }]\n'
  const text = ['在河湾图书馆工作', 'He works at the Riverbend Library'] as const
  expect(await summary(...text)).toContain('lacks the name Riverbend')
  expect(await summary(...text, { 'experience.yaml': experience })).toBe('')
})

test('a text may be the same where it holds names only, and English may quote Chinese', async () => {
  const glossary = { 'glossary.yaml': 'terms: [{ term: Redis Cluster }]\n' }
  expect(await summary('Redis Cluster, Go', 'Redis Cluster, Go', glossary)).toBe('')
  expect(await summary('Redis Cluster', 'Redis Clusters', glossary)).toBe('')
  expect(await summary('500+', '500+')).toBe('')
  expect(await summary('HTTP API, BM25', 'HTTP API, BM25')).toBe('')
  expect(await summary('称为双读', 'Called “double read” (双读)')).toBe('')
})

test('code and links that differ, in the facts', async () => {
  expect(
    await summary(
      '用`cgo`封装，见[文档](https://a.example/zh)',
      'Wraps it with `gcc`, see [the docs](https://a.example/en)',
    ),
  ).toMatchInlineSnapshot(`
    "profile.yaml:3:7 profile.summary lacks the code gcc in Chinese, which it has in English. Use the same in each language. (parity-code)
    profile.yaml:3:7 profile.summary lacks the link to https://a.example/en in Chinese, which it has in English. Use the same in each language. (parity-link)
    profile.yaml:4:7 profile.summary lacks the code cgo in English, which it has in Chinese. Use the same in each language. (parity-code)
    profile.yaml:4:7 profile.summary lacks the link to https://a.example/zh in English, which it has in Chinese. Use the same in each language. (parity-link)"
  `)
})

const section = (title: string, ...blocks: string[]) => `## ${title}\n\n${blocks.join('\n\n')}\n`

test('case studies that are alike', async () => {
  const zh = section('问题', '文字。', '```js\na()\n```', '- 一\n- 二', '| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |')
  const en = section('Problem', 'Words.', '```js\na()\n```', '- one\n- two', '| A1 | B1 |\n|---|---|\n| C | D |')
  expect(await study(zh, en.replace('A1', 'a').replace('B1', 'b'))).toBe('')
})

test('headings that differ in level, order or number', async () => {
  const zh = section('问题', '文字。') + section('方案', '文字。')
  expect(await study(zh, section('Problem', 'Words.'))).toMatchInlineSnapshot(
    `"projects/bfs/zh.mdx:4:1 Here stands the heading 2 “方案”, and projects/bfs/en.mdx has no heading in its place. Use the same headings, on the same levels and in the same order, in each language. (case-study-headings)"`,
  )
  expect(
    await study(zh, section('Problem', 'Words.') + section('Way', 'Words.').replace('##', '###')),
  ).toMatchInlineSnapshot(
    `"projects/bfs/en.mdx:4:1 Here stands the heading 3 “Way”, and projects/bfs/zh.mdx has the heading 2 “方案” in its place. Use the same headings, on the same levels and in the same order, in each language. (case-study-headings)"`,
  )
  expect(await study(`文字。\n\n${zh}`, section('Problem', 'Words.') + section('Way', 'Words.'))).toMatchInlineSnapshot(
    `"projects/bfs/zh.mdx:1:1 The paragraph at the beginning has nothing as its counterpart in projects/bfs/en.mdx. Build the section alike in each language, paragraph by paragraph. (case-study-shape)"`,
  )
})

test('blocks that differ below a heading', async () => {
  expect(await study(section('问题', '文字。', '更多。'), section('Problem', 'Words.'))).toMatchInlineSnapshot(
    `"projects/bfs/zh.mdx:5:1 The paragraph under the heading 2 “Problem” has nothing as its counterpart in projects/bfs/en.mdx. Build the section alike in each language, paragraph by paragraph. (case-study-shape)"`,
  )
  expect(await study(section('问题', '文字。'), section('Problem', '- Words.'))).toMatchInlineSnapshot(
    `"projects/bfs/en.mdx:3:3 The item under the heading 2 “Problem” has a paragraph as its counterpart in projects/bfs/zh.mdx. Build the section alike in each language, paragraph by paragraph. (case-study-shape)"`,
  )
})

test('code, components and numbers that differ in a block', async () => {
  const technique = (title: string, text: string) => `<Technique title="${title}">\n\n${text}\n\n</Technique>`
  const zh = section('问题', technique('原理', '读3次。'), '```js\na()\n```')
  const en = section('Problem', technique('How it works', 'Reads four times.'), '```js\nb()\n```')
  expect(await study(zh, en)).toMatchInlineSnapshot(`
    "projects/bfs/en.mdx:5:1 The passage lacks the number 3 in English, which it has in Chinese. State the same number in each language. (parity-number)
    projects/bfs/zh.mdx:9:1 The passage lacks the code b() in Chinese, which it has in English. Use the same in each language. (parity-code)
    projects/bfs/en.mdx:9:1 The passage lacks the code a() in English, which it has in Chinese. Use the same in each language. (parity-code)"
  `)
})
