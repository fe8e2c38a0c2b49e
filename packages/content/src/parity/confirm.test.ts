import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDataSet } from '../data-set.ts'
import { ContentError, formatDiagnostic } from '../diagnostics.ts'
import { dataFolderWith } from '../test-data.ts'
import { confirm } from './confirm.ts'
import { lockName } from './lock.ts'
import { checkAgreement } from './staleness.ts'

const project = 'projects/bfs/project.yaml'
const facts = (zh: string, en: string) =>
  `name: bfs\nkind: work\norder: 1\nsummary: { zh: ${zh}, en: ${en} }\nhighlights:\n` +
  '  - { id: sdk, priority: 1, text: { zh: 开发SDK, en: Built an SDK } }\n'
const original = facts('支撑500个服务', 'Supports 500 services')
const zhStudy = '## 问题\n\n第一段。\n\n第二段。\n'
const enStudy = '## Problem\n\nThe first.\n\nThe second.\n'
const study = { 'projects/bfs/zh.mdx': zhStudy, 'projects/bfs/en.mdx': enStudy }

const stateOf = async (folder: string) =>
  (await checkAgreement(await readDataSet(folder, 'public'))).map(formatDiagnostic).join('\n')
const agree = async (folder: string, selector?: string) =>
  (await confirm(await readDataSet(folder, 'public'), selector)).map(({ translation }) => translation.address)

async function agreedFolder() {
  const folder = dataFolderWith({ [project]: original, ...study, [lockName]: null })
  await agree(folder)
  const change = (name: string, source: string) => writeFile(join(folder, name), source)
  return { folder, change, lock: () => readFile(join(folder, lockName), 'utf8') }
}

test('a data set without a lock is told so once, as a warning', async () => {
  const folder = dataFolderWith({ [project]: original, [lockName]: null })
  const found = await checkAgreement(await readDataSet(folder, 'public'))
  expect(found).toMatchObject([{ file: lockName, severity: 'warning', rule: 'translation-unlocked' }])
})

test('what was agreed is agreed, also when lines are broken elsewhere', async () => {
  const { folder, change } = await agreedFolder()
  expect(await stateOf(folder)).toBe('')
  await change('projects/bfs/en.mdx', enStudy.replace('The first.', 'The\nfirst.').replaceAll('\n', '\r\n'))
  expect(await stateOf(folder)).toBe('')
})

test('a text that changed alone makes the other language stale, at the place of the other', async () => {
  const { folder, change } = await agreedFolder()
  await change(project, facts('支撑600个服务', 'Supports 500 services'))
  expect(await stateOf(folder)).toMatchInlineSnapshot(
    `"projects/bfs/project.yaml:4:30 bfs.summary may be stale in English: the Chinese has changed, “支撑[-500-]{+600+}个服务”. Change it too, or leave it if it still says the same; then agree: pnpm content confirm bfs.summary"`,
  )
  await change(project, facts('支撑500个服务', 'Supports 600 services'))
  expect(await stateOf(folder)).toContain('project.yaml:4:16 bfs.summary may be stale in Chinese')
})

test('a text that changed in both languages, or is new, needs somebody to agree as well', async () => {
  const { folder, change } = await agreedFolder()
  const more = '  - { id: api, priority: 1, text: { zh: 接口, en: API } }\n'
  await change(project, facts('支撑600个服务', 'Supports 600 services') + more)
  expect(await stateOf(folder)).toMatchInlineSnapshot(`
    "projects/bfs/project.yaml:4:16 bfs.summary has changed in Chinese and English: “支撑[-500-]{+600+}个服务” / “Supports [-500 -]{+600 +}services”. Read them side by side, then agree: pnpm content confirm bfs.summary
    projects/bfs/project.yaml:7:41 bfs.highlights.api.text has never been agreed to say the same in Chinese and English. Read them side by side, then agree: pnpm content confirm bfs.highlights.api.text"
  `)
  expect(await agree(folder, 'bfs.summary')).toEqual(['bfs.summary'])
  expect(await stateOf(folder)).toContain('highlights.api.text has never been agreed')
  expect(await agree(folder, `${project}:7:41`)).toEqual(['bfs.highlights.api.text'])
  expect(await stateOf(folder)).toBe('')
})

test('passages of a case study are told by what they say, wherever they have moved', async () => {
  const { folder, change } = await agreedFolder()
  await change('projects/bfs/zh.mdx', zhStudy.replace('第一段', '新的一段。\n\n第一段'))
  await change('projects/bfs/en.mdx', enStudy.replace('The first', 'A new one.\n\nThe very first'))
  expect(await stateOf(folder)).toMatchInlineSnapshot(`
    "projects/bfs/zh.mdx:3:1 The passage has never been agreed to say the same in Chinese and English. Read them side by side, then agree: pnpm content confirm projects/bfs/en.mdx:3
    projects/bfs/zh.mdx:5:1 The passage may be stale in Chinese: the English has changed, “The {+very +}first.”. Change it too, or leave it if it still says the same; then agree: pnpm content confirm projects/bfs/en.mdx:5"
  `)
  expect(await agree(folder, 'projects/bfs/en.mdx:5')).toEqual(['projects/bfs/en.mdx:5'])
  expect(await stateOf(folder)).toContain('zh.mdx:3:1')
  expect(await agree(folder, 'bfs.case-study')).toEqual(['projects/bfs/en.mdx:3'])
  expect(await stateOf(folder)).toBe('')
})

test('a rewritten passage shows what it was', async () => {
  const { folder, change } = await agreedFolder()
  await change('projects/bfs/zh.mdx', zhStudy.replace('第二段', '第三段'))
  await change('projects/bfs/en.mdx', enStudy.replace('second', 'third'))
  expect(await stateOf(folder)).toContain('“The [-second-]{+third+}.”')
})

test('the lock is sorted, changes by one text at a time, and keeps comments and other languages', async () => {
  const { folder, change, lock } = await agreedFolder()
  const before = await lock()
  expect(before).toMatch(
    /^# Which texts.*profile\.yaml:.*highlights\.sdk\.text:.*summary:.*projects\/bfs\/\*\.mdx:|^#/s,
  )
  await change(
    lockName,
    before.replace('  summary:\n    zh: 支撑', '  # mine\n  summary:\n    fr: Prend en charge\n    zh: 支撑'),
  )
  await change(project, facts('支撑600个服务', 'Supports 600 services'))
  await agree(folder, 'bfs.summary')
  const after = await lock()
  expect(after).toContain(
    '  # mine\n  summary:\n    fr: Prend en charge\n    zh: 支撑600个服务\n    en: Supports 600 services\n',
  )
  expect(after.split('\n').filter((line) => !before.includes(line))).toHaveLength(4)
})

test('nothing is agreed, and no lock lost, where facts or the lock have problems', async () => {
  const { folder, change, lock } = await agreedFolder()
  const before = await lock()
  await change('tags.yaml', 'go: 1\n')
  await expect(agree(folder)).rejects.toThrow(ContentError)
  await change('tags.yaml', '{}\n')
  await change('projects/bfs/en.mdx', `${enStudy}\nMore.\n`)
  await expect(agree(folder)).rejects.toThrow(
    'The paragraph under the heading 2 “Problem” has nothing as its counterpart',
  )
  expect(await agree(folder, 'bfs.summary')).toEqual([])
  expect(await lock()).toBe(before)
  await change(lockName, '<<<<<<< HEAD\n')
  await expect(agree(folder, 'bfs.summary')).rejects.toThrow('Take it back from your version control')
  expect(await lock()).toBe('<<<<<<< HEAD\n')
})

test('what is private is never agreed: Git keeps the lock', async () => {
  const { folder, change, lock } = await agreedFolder()
  await change('private.yaml', 'address: { zh: 虚构路1号, en: 1 Fictional Road }\n')
  const data = await readDataSet(folder, 'private')
  expect(await checkAgreement(data)).toEqual([])
  expect(await confirm(data)).toEqual([])
  expect(await lock()).not.toMatch(/private|Fictional/)
})

test('a lock may be larger than any of the files', async () => {
  const { folder, change, lock } = await agreedFolder()
  const names = Array.from({ length: 30 }, (_, index) => `p${index}`)
  const long = '文字。'.repeat(900)
  for (const name of names) await mkdir(join(folder, 'projects', name))
  for (const name of names) await change(`projects/${name}/project.yaml`, facts(long, 'word'))
  expect(await agree(folder)).toHaveLength(60)
  expect(Buffer.byteLength(await lock())).toBeGreaterThan(200_000)
  expect(await stateOf(folder)).toBe('')
})

test('what is not there any more is forgotten when all is agreed', async () => {
  const { folder, lock } = await agreedFolder()
  await rm(join(folder, 'projects'), { recursive: true })
  await agree(folder, 'profile')
  expect(await lock()).toContain('projects/bfs')
  await agree(folder)
  expect(await lock()).not.toContain('projects/bfs')
})

test.each([
  ['bsf.summary', 'Did you mean "bfs.summary"?'],
  ['projects/bsf', 'Did you mean "projects/bfs"?'],
  ['projects/bfs/fr.mdx', 'Did you mean "projects/bfs/en.mdx"?'],
  ['', 'Name a file, an entry, or a field'],
  ['constructor', 'Name a file, an entry, or a field'],
])('a name that nothing goes by: %j', async (selector, hint) => {
  const { folder } = await agreedFolder()
  await expect(agree(folder, selector)).rejects.toThrow(hint)
})

test.each(['bfs', 'projects/bfs', './projects/bfs/project.yaml', 'projects\\bfs\\project.yaml', `${project}:summary`])(
  'a text is found by its file, its folder, its entry or its field: %s',
  async (selector) => {
    const { folder, change } = await agreedFolder()
    await change(project, facts('支撑600个服务', 'Supports 600 services'))
    expect(await agree(folder, selector)).toEqual(['bfs.summary'])
  },
)

test('facts in one language have nothing to agree, and keep what was agreed', async () => {
  const { folder, change, lock } = await agreedFolder()
  const before = await lock()
  await change('profile.yaml', 'locales: [en]\nname: Ada\n')
  expect(await stateOf(folder)).toBe('')
  await expect(agree(folder)).rejects.toThrow('There is nothing to agree')
  expect(await lock()).toBe(before)
})
