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
    "experience.yaml:3:11 The id "acme" stands twice in organizations. Give each its own.
    experience.yaml:5:132 The id "a" stands twice in highlights. Give each its own.
    experience.yaml:6:11 The id "r" stands twice in roles. Give each its own.
    profile.yaml:4:57 The id "a" stands twice in contacts. Give each its own.
    profile.yaml:5:82 The id "a" stands twice in skills. Give each its own.
    projects/bfs/project.yaml:5:71 The id "a" stands twice in highlights. Give each its own.
    projects/bfs/project.yaml:5:122 The id "a" stands twice in highlights. Give each its own.
    projects/bfs/project.yaml:6:68 The id "a" stands twice in figures. Give each its own.
    projects/bfs/project.yaml:7:54 The id "a" stands twice in links. Give each its own.
    projects/bfs/project.yaml:8:75 The id "a" stands twice in references. Give each its own."
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
