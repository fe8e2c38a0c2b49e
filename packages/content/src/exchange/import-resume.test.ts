import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ContentError } from '../diagnostics.ts'
import { loadContent } from '../load.ts'
import { emptyFolder, writeFiles } from '../test-data.ts'
import { formatImport } from './import-report.ts'
import { importResume } from './import-resume.ts'

const english = {
  basics: { name: 'Ada Lovelace', label: 'Programmer', url: 'https://ada.example', email: 'ada@example.com' },
  work: [
    {
      name: 'Analytical Engines',
      position: 'Engineer',
      startDate: '1901-03',
      endDate: '1902',
      highlights: ['Wrote notes', 'Found a bug'],
    },
    { name: 'Acme', position: 'Lead', startDate: '1903' },
  ],
  skills: [{ name: 'Machines', keywords: ['Go', 'Machine learning'] }],
  projects: [{ name: 'Note G', description: 'A program', keywords: ['Go'] }],
  interests: [{ name: 'Horses', keywords: ['Racing'] }],
}
const chinese = {
  basics: { name: '埃达', label: '程序员', url: 'https://ada.example' },
  work: [
    { name: 'Acme', position: '组长', startDate: '1903' },
    {
      name: '分析机公司',
      position: '工程师',
      startDate: '1901-03',
      endDate: '1902',
      highlights: ['写了注释', '发现缺陷'],
    },
  ],
  skills: [{ name: '机器', keywords: ['Go', '机器学习'] }],
  projects: [{ name: '注记G', description: '一个程序', keywords: ['Go'] }],
  interests: [{ name: '马', keywords: ['赛马'] }],
}

/** Imports a résumé into a folder, as the command does. */
async function run(folder: string, resume: unknown, name = 'resume.json') {
  const place = emptyFolder()
  writeFiles(place, { [name]: typeof resume === 'string' ? resume : JSON.stringify(resume, null, 2) })
  return importResume(join(place, name), folder)
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')

test('one command makes facts that load, from a résumé in one language', async () => {
  const folder = join(emptyFolder(), 'me')
  await run(folder, english)
  const content = await loadContent(folder)
  expect(content.locales).toEqual(['en'])
  expect(content.roles.map(({ id }) => id)).toEqual(['analytical-engines-engineer', 'acme-lead'])
})

test('what is private goes where nobody publishes it, and Git does not see it', async () => {
  const folder = join(emptyFolder(), 'me')
  await run(folder, english)
  expect(read(folder, 'private.yaml')).toContain('email: ada@example.com')
  expect(read(folder, '.gitignore')).toBe('private.yaml\n')
  expect(JSON.stringify(await loadContent(folder, { audience: 'public' }))).not.toContain('ada@')
})

test('Git sees what is private no more where it ignores other files already', async () => {
  const folder = emptyFolder()
  writeFiles(folder, { '.gitignore': 'node_modules' })
  await run(folder, english)
  await run(folder, chinese)
  expect(read(folder, '.gitignore')).toBe('node_modules\nprivate.yaml\n')
})

test('a second résumé in the other language joins the first: one fact, both languages', async () => {
  const folder = emptyFolder()
  await run(folder, english)
  const { joined, conflicts } = await run(folder, chinese)
  expect(conflicts).toEqual([])
  expect(joined.map(({ file, path, by }) => `${file} ${path.join('.')} by ${by}`)).toMatchInlineSnapshot(`
    [
      "profile.yaml contacts.0 by id",
      "profile.yaml skills.0 by position",
      "experience.yaml organizations.1 by words",
      "experience.yaml organizations.0 by position",
      "experience.yaml roles.1 by dates",
      "experience.yaml roles.0 by dates",
      "experience.yaml roles.0.highlights.0 by position",
      "experience.yaml roles.0.highlights.1 by position",
      "background.yaml interests.0 by position",
      "projects/note-g/project.yaml  by position",
    ]
  `)
  const content = await loadContent(folder)
  expect(content.locales).toEqual(['zh', 'en'])
  expect(content.profile.name).toEqual({ zh: '埃达', en: 'Ada Lovelace' })
  expect(content.roles[0]).toMatchObject({
    title: { zh: '工程师', en: 'Engineer' },
    highlights: [{ text: { zh: '写了注释', en: 'Wrote notes' } }, { text: { zh: '发现缺陷', en: 'Found a bug' } }],
  })
  expect(content.organizations.map(({ name }) => name)).toEqual([
    { zh: '分析机公司', en: 'Analytical Engines' },
    { zh: 'Acme', en: 'Acme' },
  ])
  expect(content.tags.map(({ name }) => name)).toEqual([
    { zh: 'Go', en: 'Go' },
    { zh: '机器学习', en: 'Machine learning' },
  ])
  expect(content.projects).toMatchObject([{ id: 'note-g', name: { zh: '注记G', en: 'Note G' } }])
})

test.each([
  ['English, then Chinese', english, chinese],
  ['Chinese, then English', chinese, english],
])('the same résumés again change nothing (%s)', async (_, first, second) => {
  const folder = emptyFolder()
  await run(folder, first)
  expect((await run(folder, first)).edits).toEqual([])
  await run(folder, second)
  for (const resume of [first, second]) {
    expect(await run(folder, resume)).toMatchObject({ edits: [], conflicts: [] })
  }
})

test('nothing that the owner wrote is overwritten: the other value is named with its place', async () => {
  const folder = emptyFolder()
  await run(folder, english)
  const changed = { ...english, basics: { ...english.basics, label: 'Countess' } }
  const done = await run(folder, changed)
  expect(done.edits).toEqual([])
  expect(await formatImport(done, folder)).toContain(
    'profile.yaml:7:7 headline.en is "Programmer"; the résumé says "Countess".',
  )
})

test('the comments of the owner stay, and so does the order of his keys', async () => {
  const folder = emptyFolder()
  const profile = '# Me.\nheadline:\n  # What I am.\n  en: Programmer # for now\nname: Ada Lovelace\nlocales: [en]\n'
  writeFiles(folder, { 'profile.yaml': profile })
  await run(folder, { basics: { name: '埃达', label: '程序员' } })
  expect(read(folder, 'profile.yaml')).toBe(
    '# Me.\nheadline:\n  # What I am.\n  en: Programmer # for now\n  zh: 程序员\nname:\n  en: Ada Lovelace\n  zh: 埃达\n',
  )
})

test('lists that do not answer each other are not guessed at: what is new stands alone, and check names it', async () => {
  const folder = emptyFolder()
  await run(folder, english)
  const [, acme] = english.work
  const { conflicts } = await run(folder, { ...chinese, work: [{ ...chinese.work[0], highlights: ['甲'] }, acme] })
  expect(conflicts).toEqual([])
  await expect(loadContent(folder)).rejects.toThrow(ContentError)
})

test('the résumé of somebody else is refused before anything is written', async () => {
  const folder = emptyFolder()
  await run(folder, english)
  const before = read(folder, 'experience.yaml')
  const other = run(folder, { basics: { name: 'Charles' }, work: [{ name: 'Cambridge', position: 'Professor' }] })
  await expect(other).rejects.toThrow(
    /resume.json:1:1 The résumé is “Charles”’s, and the facts in .* are “Ada Lovelace”’s/,
  )
  expect(read(folder, 'experience.yaml')).toBe(before)
})

test('a folder whose files cannot be read is not touched', async () => {
  const folder = emptyFolder()
  writeFiles(folder, { 'experience.yaml': 'roles: [\n' })
  await expect(run(folder, english)).rejects.toThrow(
    'experience.yaml:2:1 A bracket that was opened before is still open here.',
  )
  expect(() => read(folder, 'profile.yaml')).toThrow('ENOENT')
})

test.each(['- a role\n- another # mine\n', 'What I did.\n'])(
  'a file that is no mapping is not overwritten: %j',
  async (own) => {
    const folder = emptyFolder()
    writeFiles(folder, { 'experience.yaml': own })
    await expect(run(folder, english)).rejects.toThrow('experience.yaml:1:1 The file is no mapping')
    expect(read(folder, 'experience.yaml')).toBe(own)
    expect(() => read(folder, 'profile.yaml')).toThrow('ENOENT')
  },
)

test.each([
  [
    'an empty file',
    '',
    'r.json:1:1 This is no résumé in a format that is known. Use JSON Resume, YAMLResume or RenderCV.',
  ],
  ['broken JSON', '{ "basics": { "name": "Ada", }', 'r.json:1:31'],
  [
    'a key that stands twice',
    '{ "basics": {}, "basics": {} }',
    'r.json:1:17 This key stands twice in its mapping. Keep one of the two.',
  ],
  [
    '__proto__',
    '{ "basics": { "name": "Ada", "__proto__": { "polluted": 1 } } }',
    'r.json:1:30 The key "__proto__" is not allowed.',
  ],
  ['nobody', '{ "basics": { "label": "Engineer" } }', 'r.json:1:1 The résumé names nobody. Add the name.'],
  ['10 MB', `{ "basics": { "name": "${'x'.repeat(10_000_000)}" } }`, 'r.json:1:1 The file holds 10000028 bytes.'],
  ['deep nesting', `{ "basics": ${'['.repeat(9_000)}${']'.repeat(9_000)} }`, 'The file is nested too deeply.'],
])('%s is refused in one sentence', async (_, source, message) => {
  await expect(run(emptyFolder(), source, 'r.json')).rejects.toThrow(message)
})

test('a file with tabs and escapes, as JSON allows them, is read', async () => {
  const folder = emptyFolder()
  await run(
    folder,
    '{\n\t"basics": {\n\t\t"name": "A\\u0064a \\ud83d\\ude00",\n\t\t"url": "https:\\/\\/ada.example"\n\t}\n}\n',
  )
  expect((await loadContent(folder)).profile).toMatchObject({
    name: { en: 'Ada 😀' },
    contacts: [{ id: 'website', url: 'https://ada.example' }],
  })
})

test('what a file says of its language reaches no terminal as it is', async () => {
  const folder = join(emptyFolder(), 'me')
  const done = await run(folder, { ...english, locale: { language: 'en\u001B[31m' } })
  expect(await formatImport(done, folder)).toContain('(the file says en<U+001B>[31m).')
})

test('a language that was said and is not the one of the letters is doubted', async () => {
  const place = emptyFolder()
  writeFiles(place, { 'resume.json': JSON.stringify(chinese) })
  const { why } = await importResume(join(place, 'resume.json'), join(place, 'me'), 'en')
  expect(why).toMatch(/^as you said, but \d+ % of its letters are Chinese; was --lang zh meant\?$/)
})

test.each([
  ['a PDF', '%PDF-1.7\n'],
  ['a PDF with bytes', Buffer.from('%PDF-1.7\n%\xE2\xE3', 'latin1')],
  ['a document of Word', Buffer.from('PK\x03\x04\x14\x00\xFF', 'latin1')],
])('%s is named as what it is, and makes nothing', async (_, source) => {
  const place = emptyFolder()
  writeFiles(place, { resume: source })
  await expect(importResume(join(place, 'resume'), join(place, 'me'))).rejects.toThrow(
    /a PDF, a picture or a document of Word cannot be read\. Use JSON Resume/,
  )
})
