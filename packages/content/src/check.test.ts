import { expect, test } from 'vitest'
import { goodFiles, problemsWith, text } from './test-data.ts'

const project = goodFiles['projects/bfs/project.yaml']
const bfs = (more: string) => ({ 'projects/bfs/project.yaml': project + more })
const experience = (more: string) => ({ 'experience.yaml': goodFiles['experience.yaml'] + more })

test('good files have no problem', async () => {
  expect(await problemsWith({})).toBe('')
})

test('an unknown tag, wherever tags may stand', async () => {
  const files = {
    'tags.yaml': 'kubernetes: { name: Kubernetes, kind: technology }\n',
    'profile.yaml': `${goodFiles['profile.yaml']}skills: [{ id: s, label: ${text}, text: ${text}, tags: [kubernets] }]\n`,
    ...experience(`roles: [{ id: r, organization: acme, title: ${text}, tags: [c] }]\n`),
    ...bfs(`tags: [kubernetes, rust]\nhighlights: [{ id: h, priority: 1, text: ${text}, tags: [constructor] }]\n`),
  }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "experience.yaml:3:73 Unknown tag "c". Add it to tags.yaml, or remove it.
    profile.yaml:4:81 Unknown tag "kubernets". Did you mean "kubernetes"? If not, add it to tags.yaml.
    projects/bfs/project.yaml:5:20 Unknown tag "rust". Add it to tags.yaml, or remove it.
    projects/bfs/project.yaml:6:70 Unknown tag "constructor". Add it to tags.yaml, or remove it."
  `)
})

test('an organization that is not there', async () => {
  expect(await problemsWith(bfs('organization: acmee\n'))).toMatchInlineSnapshot(
    `"projects/bfs/project.yaml:5:15 There is no organization "acmee". Did you mean "acme"?"`,
  )
  expect(await problemsWith(bfs('organization: bilibili\n'))).toMatchInlineSnapshot(
    `"projects/bfs/project.yaml:5:15 There is no organization "bilibili". Add it to the organizations in experience.yaml, or remove it."`,
  )
  expect(
    await problemsWith(experience(`roles: [{ id: r, organization: bilibili, title: ${text} }]\n`)),
  ).toMatchInlineSnapshot(
    `"experience.yaml:3:32 There is no organization "bilibili". Add it to the organizations in experience.yaml, or remove it."`,
  )
})

test('a problem of one file is not repeated for the files that refer to it', async () => {
  const files = {
    'tags.yaml': 'go: { name: Go }\n',
    'experience.yaml': 'organizations: [{ id: acme }]\n',
    'editions.yaml': `${goodFiles['editions.yaml']}  include: [bfs, new]\n`,
    ...bfs('tags: [go]\norganization: acme\n'),
    'projects/new/project.yaml': project.replace('order: 1', 'order: first'),
  }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "experience.yaml:1:17 organizations[0].name is missing. Add it, or remove organizations[0].
    projects/new/project.yaml:3:8 order is "first". Write a whole number.
    tags.yaml:1:5 go.kind is missing. Use one of: technology, topic."
  `)
})

test('an id that stands twice', async () => {
  const contact = '{ id: a, label: A, url: https://a.b }'
  const skill = `{ id: a, label: ${text}, text: ${text} }`
  const highlight = `{ id: a, priority: 1, text: ${text} }`
  const role = `{ id: r, organization: acme, title: ${text}, highlights: [${highlight}, ${highlight}] }`
  const figure = `{ id: a, value: "1", label: ${text} }`
  const reference = '{ id: a, authors: A, title: A, venue: A, year: 2000 }'
  const files = {
    'profile.yaml': `${goodFiles['profile.yaml']}contacts: [${contact}, ${contact}]\nskills: [${skill}, ${skill}]\n`,
    ...experience(
      `  - { id: acme, name: Acme }\nroles:\n  - ${role}\n  - { id: r, organization: acme, title: ${text} }\n`,
    ),
    ...bfs(
      [
        `highlights: [${highlight}, ${highlight}, ${highlight}]`,
        `figures: [${figure}, ${figure}]`,
        `links: [${contact}, ${contact}]`,
        `references: [${reference}, ${reference}]\n`,
      ].join('\n'),
    ),
  }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "experience.yaml:3:11 The id "acme" stands twice in organizations, first on line 2. Give each its own.
    experience.yaml:5:132 The id "a" stands twice in highlights, first on line 5. Give each its own.
    experience.yaml:6:11 The id "r" stands twice in roles, first on line 5. Give each its own.
    profile.yaml:4:57 The id "a" stands twice in contacts, first on line 4. Give each its own.
    profile.yaml:5:82 The id "a" stands twice in skills, first on line 5. Give each its own.
    projects/bfs/project.yaml:5:71 The id "a" stands twice in highlights, first on line 5. Give each its own.
    projects/bfs/project.yaml:5:122 The id "a" stands twice in highlights, first on line 5. Give each its own.
    projects/bfs/project.yaml:6:68 The id "a" stands twice in figures, first on line 6. Give each its own.
    projects/bfs/project.yaml:7:54 The id "a" stands twice in links, first on line 7. Give each its own.
    projects/bfs/project.yaml:8:75 The id "a" stands twice in references, first on line 8. Give each its own."
  `)
})

test('a period that ends before it starts', async () => {
  expect(await problemsWith(bfs('period:\n  start: 2022-03\n  end: 2022-02\n'))).toMatchInlineSnapshot(
    `"projects/bfs/project.yaml:7:8 The period ends (2022-02) before it starts (2022-03). Correct one of the two."`,
  )
  const role = `{ id: r, organization: acme, title: ${text}, period: { start: 2022, end: 2021-12 } }`
  expect(await problemsWith(experience(`roles:\n  - ${role}\n`))).toMatchInlineSnapshot(
    `"experience.yaml:4:90 The period ends (2021-12) before it starts (2022). Correct one of the two."`,
  )
  for (const period of ['{ start: 2022-03, end: 2022-03 }', '{ start: 2022-03, end: 2022 }', '{ end: present }']) {
    expect(await problemsWith(bfs(`period: ${period}\n`))).toBe('')
  }
})

test('a start in the future', async () => {
  expect(await problemsWith(bfs('period: { start: 2099-01, end: present }\n'))).toMatchInlineSnapshot(
    `"projects/bfs/project.yaml:5:18 The period starts in the future (2099-01). Correct it, or leave it out."`,
  )
  expect(await problemsWith(bfs('period: { start: 2098, end: 2097 }\n'))).toMatchInlineSnapshot(`
    "projects/bfs/project.yaml:5:18 The period starts in the future (2098). Correct it, or leave it out.
    projects/bfs/project.yaml:5:29 The period ends (2097) before it starts (2098). Correct one of the two."
  `)
  expect(await problemsWith(bfs('period: { start: 2021, end: 2099 }\n'))).toBe('')
})

test('a mistake hides none that refers to it, nor one elsewhere in its file', async () => {
  const files = {
    'tags.yaml': 'go: { name: Go }\n',
    'experience.yaml': `organizations: [{ id: acme }]\nroles: [{ id: bfs, organization: acmee, titel: x, tags: [goo] }]\n`,
    ...bfs(
      'tags: [go, rust]\norganization: nobody\nsummry: x\nperiod: { start: 2022, end: 2021 }\norganization: acme\n',
    ),
    'projects/My Project/project.yaml': '[',
  }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "experience.yaml:1:17 organizations[0].name is missing. Add it, or remove organizations[0].
    experience.yaml:2:15 The role id "bfs" is already a project. Choose another.
    experience.yaml:2:34 There is no organization "acmee". Did you mean "acme"?
    experience.yaml:2:41 Unknown key "titel" in roles[0]. Did you mean "title"?
    experience.yaml:2:58 Unknown tag "goo". Did you mean "go"? If not, add it to tags.yaml.
    projects/My Project/project.yaml:1:1 The folder name "My Project" is not an id. Rename it. Use lower-case letters and digits, joined by single hyphens, starting with a letter.
    projects/My Project/project.yaml:1:2 A bracket that was opened before is still open here. Close it with ], or put a text in quotes.
    projects/bfs/project.yaml:5:12 Unknown tag "rust". Add it to tags.yaml, or remove it.
    projects/bfs/project.yaml:7:1 Unknown key "summry". Did you mean "summary"?
    projects/bfs/project.yaml:8:29 The period ends (2021) before it starts (2022). Correct one of the two.
    projects/bfs/project.yaml:9:1 This key stands twice in its mapping. Keep one of the two.
    tags.yaml:1:5 go.kind is missing. Use one of: technology, topic."
  `)
})

test('nothing is said of what cannot be told', async () => {
  const referring = bfs('tags: [rust, C++]\norganization: nobody\n')
  // The first lost its id, and who knows whether it was this one.
  const nameless = { 'experience.yaml': 'organizations: [{ name: Acme }]\n' }
  expect(await problemsWith({ 'tags.yaml': 'go: [\n', ...nameless, ...referring })).toMatchInlineSnapshot(`
    "experience.yaml:1:17 organizations[0].id is missing. Add it, or remove organizations[0].
    projects/bfs/project.yaml:5:14 tags[1] is "C++". Use lower-case letters and digits, joined by single hyphens, starting with a letter.
    tags.yaml:2:1 A bracket that was opened before is still open here. Close it with ], or put a text in quotes."
  `)
})

test('of a file without end the first hundred problems are told', async () => {
  const keys = Array.from({ length: 15_000 }, (_, index) => `k${index}: a`)
  const tags = Array.from({ length: 15_000 }, (_, index) => `t${index}`)
  const told = (files: Record<string, string>) => problemsWith(files).then((problems) => problems.split('\n'))
  for (const files of [
    { 'profile.yaml': `${goodFiles['profile.yaml']}${keys.join('\n')}\n` },
    { 'profile.yaml': `${goodFiles['profile.yaml']}${'note: a\n'.repeat(15_000)}` },
    { 'experience.yaml': `organizations: [${'{ id: a, name: A },'.repeat(3_000)}]\n` },
    { 'tags.yaml': `${tags.slice(0, 15_000).join(': a\n')}: a\n` },
    bfs(`tags: [${tags.join(', ')}]\n`),
  ]) {
    const problems = await told(files)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatch(
      /From here on the file has more problems\. Mend the ones before, and check again\.$/,
    )
  }
})

test('an id that the page needs for something else', async () => {
  const roles = ['bfs', 'skills'].map((id) => `  - { id: ${id}, organization: acme, title: ${text} }\n`)
  const files = { 'projects/summary/project.yaml': project, ...experience(`roles:\n${roles.join('')}`) }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "experience.yaml:4:11 The role id "bfs" is already a project. Choose another.
    experience.yaml:5:11 The role id "skills" is already a section of the page. Choose another.
    projects/summary/project.yaml:1:1 The project id "summary" is already a section of the page. Rename the folder."
  `)
})

test('a folder whose name is no id', async () => {
  expect(await problemsWith({ 'projects/My Project/project.yaml': project })).toMatchInlineSnapshot(
    `"projects/My Project/project.yaml:1:1 The folder name "My Project" is not an id. Rename it. Use lower-case letters and digits, joined by single hyphens, starting with a letter."`,
  )
})

test('a file of the owner’s own is no mistake, nor is a copy beside the file that is read', async () => {
  const own = { 'profile2.yaml': 'a', 'notes.yaml': 'a', 'README.md': 'a', 'projects/bfs/notes.md': 'a' }
  expect(await problemsWith(own)).toBe('')
})
