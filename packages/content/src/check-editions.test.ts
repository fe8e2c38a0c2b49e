import { expect, test } from 'vitest'
import { goodFiles, problemsWith, text } from './test-data.ts'

const highlight = (id: string, tag: string) => `{ id: ${id}, priority: 1, tags: [${tag}], text: ${text} }`
const files = {
  'tags.yaml': ['go', 'storage', 'java'].map((tag) => `${tag}: { name: ${tag}, kind: topic }\n`).join(''),
  'profile.yaml': `${goodFiles['profile.yaml']}skills: [{ id: languages, label: ${text}, text: ${text} }]\n`,
  'experience.yaml': `${goodFiles['experience.yaml']}roles: [{ id: engineer, organization: acme, title: ${text} }]\n`,
  'projects/bfs/project.yaml': `${goodFiles['projects/bfs/project.yaml']}tags: [storage]\nhighlights: [${highlight('go-sdk', 'go')}]\n`,
}

/** What is said of one edition with some settings. */
const said = (...settings: string[]) =>
  problemsWith({ ...files, 'editions.yaml': ['resume:', `title: ${text}`, ...settings].join('\n  ') })

test('an edition may name all that is there', async () => {
  expect(
    await said('include: [engineer, bfs, bfs/go-sdk, tag:storage, bfs/tag:go, "*/tag:go", skills/languages]'),
  ).toBe('')
})

test('what an edition names and what is not there', async () => {
  expect(
    await said(
      'include:',
      ...['engineer', 'bsf', 'go-sdk', 'storage', 'nothing-like-it'].map((name) => `  - ${name}`),
      ...['bfs/go-skd', 'engineer/go-sdk', 'skills/language', 'bfs/storage'].map((name) => `  - ${name}`),
      ...['tag:storag', 'tag:java', 'bfs/tag:java', '"*/tag:java"'].map((name) => `  - ${name}`),
    ),
  ).toMatchInlineSnapshot(`
    "editions.yaml:5:7 There is no entry "bsf". Did you mean "bfs"?
    editions.yaml:6:7 There is no entry "go-sdk". Did you mean "bfs/go-sdk"?
    editions.yaml:7:7 There is no entry "storage". Did you mean "tag:storage"?
    editions.yaml:8:7 There is no entry "nothing-like-it". Use one of: bfs, engineer, skills.
    editions.yaml:9:7 "bfs" has no highlight "go-skd". Did you mean "go-sdk"?
    editions.yaml:10:7 "engineer" has no highlight "go-sdk". Did you mean "bfs/go-sdk"?
    editions.yaml:11:7 "skills" has no entry "language". Did you mean "languages"?
    editions.yaml:12:7 "bfs" has no highlight "storage". Did you mean "tag:storage"?
    editions.yaml:13:7 Unknown tag "storag". Did you mean "storage"?
    editions.yaml:14:7 No entry has the tag "java". Remove it, or tag one.
    editions.yaml:15:7 No highlight of "bfs" has the tag "java". Remove it, or tag one.
    editions.yaml:16:7 No highlight has the tag "java". Remove it, or tag one."
  `)
})

test('a selector of another shape', async () => {
  expect(await said('include: [Bfs, bfs/, tag:, bfs/go-sdk/x, tags:go]', 'exclude: bfs')).toMatchInlineSnapshot(`
    "editions.yaml:3:13 resume.include[0] is "Bfs". Name an entry like bfs, one of its highlights like bfs/go-sdk, or a tag like tag:storage or bfs/tag:storage.
    editions.yaml:3:18 resume.include[1] is "bfs/". Name an entry like bfs, one of its highlights like bfs/go-sdk, or a tag like tag:storage or bfs/tag:storage.
    editions.yaml:3:24 resume.include[2] is a mapping. Write one text.
    editions.yaml:3:30 resume.include[3] is "bfs/go-sdk/x". Name an entry like bfs, one of its highlights like bfs/go-sdk, or a tag like tag:storage or bfs/tag:storage.
    editions.yaml:3:44 resume.include[4] is "tags:go". Name an entry like bfs, one of its highlights like bfs/go-sdk, or a tag like tag:storage or bfs/tag:storage.
    editions.yaml:4:12 resume.exclude is "bfs". Write a list: each item on its own line, after a dash."
  `)
})

test('what is both included and excluded', async () => {
  expect(await said('include: [bfs, engineer]', 'exclude: [bfs]')).toMatchInlineSnapshot(
    `"editions.yaml:4:13 "bfs" is both included and excluded. Remove one of the two."`,
  )
})

test('a section that the selection empties, and an entry of a section that is not printed', async () => {
  expect(await said('include: [bfs]')).toMatchInlineSnapshot(
    `"editions.yaml:3:12 The edition selects nothing in the section "experience". Include something of it, or list the sections without it."`,
  )
  expect(await said('exclude: [tag:storage, skills]')).toMatchInlineSnapshot(`
    "editions.yaml:3:12 The edition selects nothing in the section "projects". Include something of it, or list the sections without it.
    editions.yaml:3:12 The edition selects nothing in the section "skills". Include something of it, or list the sections without it."
  `)
  expect(await said('sections: [summary]', 'include: [bfs, skills/languages]')).toMatchInlineSnapshot(`
    "editions.yaml:4:13 "bfs" stands in the section "projects", which the edition does not print. Add the section, or remove it.
    editions.yaml:4:18 "skills/languages" stands in the section "skills", which the edition does not print. Add the section, or remove it."
  `)
  expect(await said('sections: []')).toMatchInlineSnapshot(
    `"editions.yaml:3:13 The edition prints nothing. List a section that holds something."`,
  )
})

test('a draft leaves nothing', async () => {
  const draft = { ...files, 'projects/bfs/project.yaml': `${files['projects/bfs/project.yaml']}draft: true\n` }
  const edition = `resume:\n  title: ${text}\n  sections: [projects]\n  include: [bfs]\n`
  expect(await problemsWith({ ...draft, 'editions.yaml': edition })).toMatchInlineSnapshot(
    `"editions.yaml:3:13 The edition prints nothing. List a section that holds something."`,
  )
})

test('the settings of one language', async () => {
  expect(
    await said('locales:', '  en:', '    include: [engineer, bsf]', '    page: { max: 1 }', '  fr: {}'),
  ).toMatchInlineSnapshot(`
    "editions.yaml:6:7 Unknown key "page" in resume.locales.en. Did you mean "pages"?
    editions.yaml:7:5 Unknown key "fr" in resume.locales. Use one of: en, zh."
  `)
  expect(await said('locales:', '  en:', '    include: [engineer]')).toMatchInlineSnapshot(
    `"editions.yaml:5:16 The edition selects nothing in the section "projects". Include something of it, or list the sections without it."`,
  )
  expect(await said('facing: true', 'locales:', '  en: { priority: 1 }')).toMatchInlineSnapshot(
    `"editions.yaml:5:5 A facing edition is one book, in which the languages cannot differ. Remove it, or facing."`,
  )
})

test('notes are never printed for the public', async () => {
  expect(await said('notes: true')).toMatchInlineSnapshot(
    `"editions.yaml:3:10 A public edition cannot print notes. Add audience: private, or remove it."`,
  )
  expect(await said('notes: true', 'audience: private')).toBe('')
})

test('a mistake elsewhere hides none here', async () => {
  const broken = {
    'experience.yaml': 'roles: [{ id: engineer, titel: Engineer }]\n',
    'editions.yaml': `resume:\n  title: ${text}\n  include: [engineer, bsf]\nother:\n  titel: ${text}\n`,
  }
  expect(await problemsWith({ ...files, ...broken })).toMatchInlineSnapshot(`
    "editions.yaml:3:23 There is no entry "bsf". Did you mean "bfs"?
    editions.yaml:5:3 Unknown key "titel" in other. Did you mean "title"?
    experience.yaml:1:25 Unknown key "titel" in roles[0]. Did you mean "title"?"
  `)
})

test('where a file is not valid nobody can say what it lacks', async () => {
  const broken = { 'experience.yaml': 'roles: [{ title: Engineer }]\n', 'projects/bfs/project.yaml': 'name: bfs\n' }
  const edition = `resume:\n  title: ${text}\n  include: [engineer, bfs/go-sdk, tag:java, skills/nothing]\n`
  expect(await problemsWith({ ...files, ...broken, 'editions.yaml': edition })).toMatchInlineSnapshot(`
    "editions.yaml:3:45 "skills" has no entry "nothing". Use one of: languages.
    experience.yaml:1:9 roles[0].id is missing. Add it, or remove roles[0].
    experience.yaml:1:18 roles[0].title is "Engineer". Write one text per language, under zh and en.
    projects/bfs/project.yaml:1:1 kind is missing. Use one of: open-source, work.
    projects/bfs/project.yaml:1:1 order is missing. Add it."
  `)
})
