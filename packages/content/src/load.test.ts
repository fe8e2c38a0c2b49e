import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { type DeepReadonly, deepFreeze } from './content.ts'
import { type Audience, audience, dataFolder, loadContent } from './load.ts'
import { dataFolderWith, everything, goodFiles, problemsWith, text, writeFiles } from './test-data.ts'

const project = goodFiles['projects/bfs/project.yaml']
const ofPublic = { audience: 'public' } as const
const ofPrivate = { audience: 'private' } as const

const keysOf = (value: unknown) => [...everything(value)].map(([path]) => path.split('.').at(-1))

test('a plain name is the same in every language, and defaults are filled in', async () => {
  const { profile, projects, editions, organizations } = await loadContent(dataFolderWith(), ofPublic)
  expect(profile).toEqual({
    name: { zh: 'Ada', en: 'Ada' },
    headline: { zh: '字', en: 'word' },
    summary: { zh: '字', en: 'word' },
    contacts: [],
    skills: [],
  })
  expect(projects).toMatchObject([{ id: 'bfs', caseStudy: false, draft: false, tags: [], highlights: [] }])
  expect(organizations).toEqual([{ id: 'acme', name: { zh: 'Acme', en: 'Acme' } }])
  expect(editions).toMatchObject([{ id: 'resume', papers: ['a4', 'letter'], priority: 5, wording: 'full' }])
})

test('a name that differs is kept as it is written', async () => {
  const files = { 'profile.yaml': goodFiles['profile.yaml'].replace('Ada', '{ zh: 爱达, en: Ada }') }
  expect((await loadContent(dataFolderWith(files), ofPublic)).profile.name).toEqual({ zh: '爱达', en: 'Ada' })
})

test('only profile.yaml has to be there', async () => {
  const others = Object.keys(goodFiles).filter((name) => name !== 'profile.yaml')
  const folder = dataFolderWith(Object.fromEntries(others.map((name) => [name, null])))
  expect(await loadContent(folder, ofPublic)).toMatchObject({ tags: [], roles: [], projects: [], editions: [] })
})

test('facts that were edited since are read again, and what they decide of others as well', async () => {
  const folder = dataFolderWith()
  const titles = async () => (await loadContent(folder, ofPublic)).editions.map(({ title }) => title)
  expect(await titles()).toEqual([{ zh: '字', en: 'word' }])
  writeFiles(folder, { 'editions.yaml': 'resume:\n  title: { en: other }\n' })
  await expect(titles()).rejects.toThrow('editions.yaml:2:10 resume.title.zh is missing.')
  writeFiles(folder, { 'profile.yaml': `locales: [en]\n${goodFiles['profile.yaml']}` })
  expect(await titles()).toEqual([{ zh: 'other', en: 'other' }])
})

test('a private edition is there for the private audience alone', async () => {
  const files = {
    'editions.yaml': `${goodFiles['editions.yaml']}interview: { title: ${text}, audience: private, notes: true }\n`,
  }
  const ids = async (reader: Audience) =>
    (await loadContent(dataFolderWith(files), { audience: reader })).editions.map(({ id }) => id)
  expect(await ids('public')).toEqual(['resume'])
  expect(await ids('private')).toEqual(['resume', 'interview'])
})

test('work stands before open source, each in its stated order', async () => {
  const folder = dataFolderWith({
    'projects/a/project.yaml': project.replace('kind: work', 'kind: open-source').replace('order: 1', 'order: 0'),
    'projects/b/project.yaml': project.replace('order: 1', 'order: 2'),
    'projects/c/project.yaml': project.replace('order: 1', 'order: -1'),
    'projects/d/project.yaml': project,
  })
  expect((await loadContent(folder, ofPublic)).projects.map(({ id }) => id)).toEqual(['c', 'bfs', 'd', 'b', 'a'])
})

test('what lies beside the project folders is no project', async () => {
  const files = { 'projects/README.md': '# Projects', 'projects/.cache/x': '' }
  expect((await loadContent(dataFolderWith(files), ofPublic)).projects).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')('a project folder may be a link', async () => {
  const folder = dataFolderWith()
  symlinkSync(join(folder, 'projects/bfs'), join(folder, 'projects/linked'))
  expect((await loadContent(folder, ofPublic)).projects.map(({ id }) => id)).toEqual(['bfs', 'linked'])
})

test('a case study is there when every language has it', async () => {
  const files = { 'projects/bfs/zh.mdx': '字', 'projects/bfs/en.mdx': 'word' }
  expect((await loadContent(dataFolderWith(files), ofPublic)).projects[0]?.caseStudy).toBe(true)
})

test('a case study in one language is a problem', async () => {
  expect(await problemsWith({ 'projects/bfs/en.mdx': 'word' })).toMatchInlineSnapshot(
    `"projects/bfs/zh.mdx:1:1 The case study is missing in this language. Write it, or remove en.mdx."`,
  )
  expect(await problemsWith({ 'projects/bfs/zh.mdx': '字' })).toMatchInlineSnapshot(
    `"projects/bfs/en.mdx:1:1 The case study is missing in this language. Write it, or remove zh.mdx."`,
  )
})

const noted = {
  'profile.yaml': `${goodFiles['profile.yaml']}note: remark\nskills: [{ id: s, label: { zh: 字, en: word }, text: { zh: 字, en: word }, note: remark }]\n`,
  'experience.yaml': `${goodFiles['experience.yaml']}roles: [{ id: r, organization: acme, title: { zh: 字, en: word }, note: remark }]\n`,
  'projects/bfs/project.yaml': `${project}note: remark\nhighlights: [{ id: h, priority: 1, text: { zh: 字, en: word }, note: remark }]\n`,
}

test('notes are for the private audience only', async () => {
  const folder = dataFolderWith(noted)
  const published = await loadContent(folder, ofPublic)
  expect(keysOf(published)).not.toContain('note')
  expect(JSON.stringify(published)).not.toContain('remark')
  expect(keysOf(await loadContent(folder, ofPrivate)).filter((key) => key === 'note')).toHaveLength(5)
})

test('a tag or an edition may be called note', async () => {
  const folder = dataFolderWith({
    'tags.yaml': 'note: { name: Note, kind: topic }\n',
    'editions.yaml': goodFiles['editions.yaml'].replace('resume', 'note'),
  })
  expect(await loadContent(folder, ofPublic)).toMatchObject({ tags: [{ id: 'note' }], editions: [{ id: 'note' }] })
})

test('private.yaml is for the private audience only', async () => {
  const folder = dataFolderWith({ 'private.yaml': 'phone: "123"\n' })
  expect(await loadContent(folder, ofPublic)).not.toHaveProperty('private')
  expect((await loadContent(folder, ofPrivate)).private).toEqual({ phone: '123' })
  expect((await loadContent(dataFolderWith(), ofPrivate)).private).toEqual({})
})

test('a broken private.yaml is not even read for the public', async () => {
  const files = { 'private.yaml': 'phone: 123\nemail: nobody\nfax: "1"\n' }
  expect(await problemsWith(files, 'public')).toBe('')
  expect(await problemsWith(files, 'private')).toMatchInlineSnapshot(`
    "private.yaml:1:8 phone is 123. Put it in quotes.
    private.yaml:2:8 email is "nobody". Write an address like you@example.com.
    private.yaml:3:1 Unknown key "fax". Use one of: address, email, phone, postalCode."
  `)
})

test('a draft is not in the output, nor in an edition that lists it', async () => {
  const folder = dataFolderWith({
    'projects/new/project.yaml': `${project}draft: true\n`,
    'editions.yaml': `${goodFiles['editions.yaml']}  include: [new, bfs]\n`,
  })
  const content = await loadContent(folder, ofPublic)
  expect(content.projects.map(({ id }) => id)).toEqual(['bfs'])
  expect(content.editions[0]?.include).toEqual(['bfs'])
})

test('a draft is checked', async () => {
  const draft = `${project}draft: true\n`.replace('order: 1', 'order: first')
  expect(await problemsWith({ 'projects/new/project.yaml': draft })).toMatchInlineSnapshot(
    `"projects/new/project.yaml:3:8 order is "first". Write a whole number."`,
  )
})

test('the result is frozen, all the way down', async () => {
  for (const options of [ofPublic, ofPrivate]) {
    const content = await loadContent(dataFolderWith({ ...noted, 'private.yaml': 'phone: "123"\n' }), options)
    for (const [path, value] of everything(content)) expect(Object.isFrozen(value), path).toBe(true)
  }
  const cyclic: { self?: unknown } = {}
  cyclic.self = cyclic
  expect((deepFreeze(cyclic) as DeepReadonly<typeof cyclic>).self).toBe(cyclic)
})

test('every problem of every file is reported, by file, line and column', async () => {
  const files = {
    'profile.yaml': 'nam: Ada\nsummary: { zh: 字 }\nheadline: { zh: "", en: word }\n',
    'tags.yaml': 'Go: { name: Go, kind: technology }\n',
    'experience.yaml': 'organizations: [\n',
    'editions.yaml': `${goodFiles['editions.yaml']}  wording: long\n`,
    'projects/bfs/project.yaml': `${project}period: { start: 2023-13 }\n`,
    'projects/bfs/en.mdx': '',
    'projects/abc/project.yaml': `${project}period: { start: 2023, end: 2022 }\n`,
  }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "editions.yaml:3:12 resume.wording is "long". Use one of: full, short.
    experience.yaml:2:1 A bracket that was opened before is still open here. Close it with ], or put a text in quotes.
    profile.yaml:1:1 Unknown key "nam". Did you mean "name"?
    profile.yaml:2:10 summary.en is missing. Add the English text, or remove summary.
    profile.yaml:3:17 headline.zh is empty. Add the Chinese text, or remove headline.
    projects/abc/project.yaml:5:29 The period ends (2022) before it starts (2023). Correct one of the two.
    projects/bfs/project.yaml:5:18 period.start is "2023-13". There is no month 13: they run from 01 to 12.
    projects/bfs/zh.mdx:1:1 The case study is missing in this language. Write it, or remove en.mdx.
    tags.yaml:1:1 "Go" is not an id. Use lower-case letters and digits, joined by single hyphens, starting with a letter."
  `)
})

test('a file that has to be there', async () => {
  expect(await problemsWith({ 'profile.yaml': null })).toMatchInlineSnapshot(
    `"profile.yaml:1:1 There is no such file. Add it to FOLDER, or name another folder with DIGLOT_DATA."`,
  )
  expect(await problemsWith({ 'projects/new/notes.txt': '' })).toMatchInlineSnapshot(
    `"projects/new/project.yaml:1:1 There is no such file. Add it, or remove its folder."`,
  )
})

test('a data folder that is not there', async () => {
  const folder = join(dataFolderWith(), 'nowhere')
  await expect(loadContent(folder, ofPublic)).rejects.toThrow(
    `profile.yaml:1:1 There is no such file. Add it to ${folder}, or name another folder with DIGLOT_DATA.`,
  )
})

test('DIGLOT_AUDIENCE is public, private, or a mistake', async () => {
  expect(audience({})).toBe('public')
  expect(audience({ DIGLOT_AUDIENCE: '' })).toBe('public')
  expect(audience({ DIGLOT_AUDIENCE: 'public' })).toBe('public')
  expect(audience({ DIGLOT_AUDIENCE: 'private' })).toBe('private')
  for (const DIGLOT_AUDIENCE of ['Private', 'privat', ' private', 'true']) {
    expect(() => audience({ DIGLOT_AUDIENCE })).toThrow(
      `DIGLOT_AUDIENCE is "${DIGLOT_AUDIENCE}". Use public or private.`,
    )
  }
})

test('loadContent asks DIGLOT_AUDIENCE where nothing else is said', async () => {
  const folder = dataFolderWith({ 'private.yaml': 'phone: "123"\n' })
  vi.stubEnv('DIGLOT_AUDIENCE', 'private')
  expect(await loadContent(folder)).toHaveProperty('private')
  vi.stubEnv('DIGLOT_AUDIENCE', 'privte')
  await expect(loadContent(folder)).rejects.toThrow('DIGLOT_AUDIENCE is "privte".')
  vi.stubEnv('DIGLOT_AUDIENCE', '')
  expect(await loadContent(folder)).not.toHaveProperty('private')
  vi.unstubAllEnvs()
})

test('DIGLOT_DATA names the data folder', () => {
  expect(dataFolder({ DIGLOT_DATA: 'somewhere' })).toBe(resolve('somewhere'))
  expect(dataFolder({ DIGLOT_DATA: '' })).toBe(dataFolder({}))
})
