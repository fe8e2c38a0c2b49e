import { expect, test } from 'vitest'
import { compose, type Selected, type Selection, select } from './compose.ts'
import type { Content } from './content.ts'
import type { Localized } from './locale.ts'
import type { Edition, Highlight, Project, Role } from './schema.ts'
import { backgroundSchema } from './schema-background.ts'

const text = (word: string) => ({ zh: `${word}字`, en: word }) as Localized
const highlight = (id: string, priority: number, ...tags: string[]): Highlight => ({
  ...{ id, priority, tags },
  text: text(id),
  short: text(`short ${id}`),
})
const project = (id: string, kind: Project['kind'], tags: string[], highlights: Highlight[]): Project => ({
  ...{ id, kind, tags, highlights },
  ...{ order: 1, name: text(id), summary: text(id), short: text(`short ${id}`), caseStudy: false, draft: false },
  ...{ roles: [], figures: [], links: [], references: [], diagrams: [] },
})
const role: Role = {
  ...{ id: 'engineer', organization: 'acme', title: text('engineer'), tags: ['delivery'] },
  highlights: [highlight('releases', 1, 'delivery'), highlight('alerts', 2, 'reliability')],
}
const content: Content = {
  profile: {
    ...{ name: text('Ada'), headline: text('headline'), summary: text('summary'), contacts: [] },
    skills: ['go', 'sql', 'english'].map((id) => ({
      id,
      label: text(id),
      text: text(id),
      tags: id === 'go' ? ['go'] : [],
    })),
  },
  roles: [role],
  projects: [
    project('store', 'work', ['storage', 'go'], [highlight('upload', 1, 'reliability'), highlight('sdk', 3, 'go')]),
    project('alarm', 'work', ['reliability'], [highlight('rules', 2), highlight('paging', 4, 'reliability')]),
    project('queue', 'open-source', ['go'], [highlight('retries', 1, 'reliability', 'go')]),
  ],
  background: backgroundSchema.parse({
    education: [{ id: 'school', institution: 'School', highlights: [highlight('thesis', 1), highlight('club', 3)] }],
    awards: [
      { id: 'prize', title: 'Prize' },
      { id: 'medal', title: 'Medal' },
    ],
  }),
  ...{ locales: ['zh', 'en'], tags: [], organizations: [], editions: [] },
}

/** What is shown, by id: entries with their highlights, then the skills. */
function shown({ roles, projects, profile }: Selected): string[] {
  const entries = [...roles, ...projects].map(
    ({ id, highlights }) => `${id}: ${highlights.map((one) => one.id).join(' ')}`,
  )
  return [...entries, `skills: ${profile.skills.map(({ id }) => id).join(' ')}`].map((line) => line.trim())
}
const selected = (selection: Selection) => shown(select(content, selection))

const everything = [
  'engineer: releases alerts',
  'store: upload sdk',
  'alarm: rules paging',
  'queue: retries',
  'skills: go sql english',
]

test('without a limit everything is shown, as it stands in the facts', () => {
  expect(selected({})).toEqual(everything)
  expect(select(content, {}).sections).toEqual([
    ...['summary', 'experience', 'projects', 'open-source', 'skills', 'education', 'awards'],
  ])
})

test('only what is included is shown, in the order of the list', () => {
  expect(selected({ include: ['queue', 'alarm', 'store'] })).toEqual([
    ...['queue: retries', 'alarm: rules paging', 'store: upload sdk'],
    'skills: go sql english',
  ])
})

test('a tag includes every entry that has it, in the order of the facts', () => {
  expect(selected({ include: ['tag:go', 'engineer'] })).toEqual([
    ...['engineer: releases alerts', 'store: upload sdk', 'queue: retries'],
    'skills: go sql english',
  ])
})

test('highlights can be picked, by id or tag, and bring their entry along', () => {
  expect(selected({ include: ['store/sdk', 'engineer/tag:reliability'] }).slice(0, -1)).toEqual([
    'engineer: alerts',
    'store: sdk',
  ])
  expect(selected({ include: ['*/tag:reliability'] }).slice(0, -1)).toEqual([
    ...['engineer: alerts', 'store: upload', 'alarm: paging', 'queue: retries'],
  ])
  expect(selected({ include: ['tag:storage/tag:go'] }).slice(0, -1)).toEqual(['store: sdk'])
})

test('what is named first stands first, and the rest of its entry may follow', () => {
  expect(selected({ include: ['store/sdk', 'store'] })[0]).toBe('store: sdk upload')
  expect(selected({ include: ['store', 'store/sdk'] })[0]).toBe('store: upload sdk')
})

test('the priority is a limit for all highlights but those that are named by their id', () => {
  expect(selected({ priority: 1 }).slice(0, -1)).toEqual([
    'engineer: releases',
    'store: upload',
    'alarm:',
    'queue: retries',
  ])
  expect(selected({ priority: 2, include: ['alarm/tag:reliability', 'store', 'store/sdk'] }).slice(0, -1)).toEqual([
    'store: upload sdk',
  ])
})

test('what is excluded is not shown, even where it is included', () => {
  expect(selected({ exclude: ['tag:go', 'alarm/paging', 'skills/sql'] })).toEqual([
    ...['engineer: releases alerts', 'alarm: rules', 'skills: go english'],
  ])
  expect(selected({ include: ['store', 'store/sdk'], exclude: ['*/tag:go'] })[0]).toBe('store: upload')
  expect(selected({ include: ['store/sdk', 'queue'], exclude: ['store'] })[0]).toBe('queue: retries')
})

test('skills are picked like highlights, and all stand where none is picked', () => {
  expect(selected({ include: ['store', 'skills/sql', 'skills/tag:go'] }).at(-1)).toBe('skills: sql go')
  expect(selected({ include: ['skills/sql', 'skills'] }).at(-1)).toBe('skills: sql go english')
})

test('so are the entries of every other list, with their highlights up to the priority', () => {
  const { background } = select(content, { include: ['store', 'awards/medal'], priority: 2, wording: 'short' })
  expect(background.awards.map(({ id }) => id)).toEqual(['medal'])
  expect(background.education[0]?.highlights).toMatchObject([{ id: 'thesis', text: text('short thesis') }])
})

test('a section that is not asked for, or that nothing is left in, is not there', () => {
  const { sections, roles, projects } = select(content, {
    sections: ['skills', 'open-source', 'projects'],
    exclude: ['queue'],
  })
  expect(sections).toEqual(['skills', 'projects'])
  expect(roles).toEqual([])
  expect(projects.map(({ id }) => id)).toEqual(['store', 'alarm'])
})

test('short wordings stand in the place of the long ones, and nothing else is left of either', () => {
  const [store] = select(content, { wording: 'short' }).projects
  expect(store).toMatchObject({ summary: text('short store'), highlights: [{ text: text('short upload') }, {}] })
  const [long] = select(content, {}).projects
  expect(long).toMatchObject({ summary: text('store'), highlights: [{ text: text('upload') }, {}] })
  expect(JSON.stringify(long)).not.toContain('short')
})

const edition = {
  ...{ id: 'tailored', title: text('title'), headline: text('own headline') },
  ...{ audience: 'public', notes: false, listed: true, facing: false, papers: ['a4'], wording: 'full', priority: 5 },
  ...{
    contents: false,
    links: false,
    caseStudies: false,
    sections: ['projects', 'skills'],
    pages: { max: 2, fill: 0.5 },
  },
  locales: { en: { pages: { max: 1 }, include: ['store'], wording: 'short' } },
} satisfies Edition

test('a language may differ in its selection and in its budget', () => {
  const [zh, en] = [compose(content, edition, 'zh'), compose(content, edition, 'en')]
  expect(zh.projects.map(({ id }) => id)).toEqual(['store', 'alarm'])
  expect(en.projects.map(({ id }) => id)).toEqual(['store'])
  expect([zh.edition.pages, en.edition.pages]).toEqual([{ max: 2, fill: 0.5 }, { max: 1 }])
  expect(en.projects[0]?.summary).toEqual(text('short store'))
  expect(zh.edition).not.toHaveProperty('locales')
})

test('an edition may have a headline of its own', () => {
  expect(compose(content, edition, 'zh').profile).toMatchObject({
    headline: text('own headline'),
    summary: text('summary'),
  })
})

test('the facts stay as they are', () => {
  const before = structuredClone(content)
  compose(content, edition, 'en')
  expect(content).toEqual(before)
})
