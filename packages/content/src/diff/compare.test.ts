import { expect, test } from 'vitest'
import type { Content, DeepReadonly } from '../content.ts'
import { loadContent } from '../load.ts'
import type { Locale } from '../locale.ts'
import { dataFolderWith } from '../test-data.ts'
import { compareSubjects } from './compare.ts'
import { formatDifferences } from './format.ts'
import { subjectsOfContent } from './subjects.ts'

type Files = Record<string, string | null>

const both = (zh: string, en: string) => `{ zh: ${zh}, en: ${en} }`
const system = (order: number, ...more: string[]) =>
  [`name: ${both('系统', 'System')}`, 'kind: work', `order: ${order}`, ...more, ''].join('\n')
const highlights = (...ids: string[]) =>
  `highlights: [${ids.map((id) => `{ id: ${id}, priority: 1, text: ${both(`做了${id}。`, `Did ${id}.`)} }`).join(', ')}]`
const figure = (value: string) =>
  `figures: [{ id: pods, value: ${value}, label: Pods }]`.replace('Pods', both('个', 'Pods'))

const subjectsOf = (content: DeepReadonly<Content>) => (locale: Locale) => subjectsOfContent(content, new Map(), locale)

/** What is said of facts that come of two sets of files. */
async function said(before: Files, after: Files): Promise<string> {
  const old = await loadContent(dataFolderWith(before), { audience: 'public' })
  const now = await loadContent(dataFolderWith(after), { audience: 'public' })
  return formatDifferences(compareSubjects(['zh', 'en'], subjectsOf(old), subjectsOf(now)))
}

const path = (id: string) => `projects/${id}/project.yaml`

test('the same facts do not differ, however they are written', async () => {
  const plain = { [path('bfs')]: system(1, highlights('a'), figure('500+')) }
  const quoted = { [path('bfs')]: `# A comment.\n${system(7, figure('"500+"'), highlights('a'))}` }
  expect(await said(plain, quoted)).toBe('No difference.')
})

test('a text that was changed shows its words, in the language in which it was', async () => {
  const summary = (zh: string, en: string) => ({ [path('bfs')]: system(1, `summary: ${both(zh, en)}`) })
  expect(
    await said(summary('支撑500个服务。', 'Runs 500 services.'), summary('支撑600个服务。', 'Runs 600 services.')),
  ).toMatchInlineSnapshot(`
    "~ bfs summary
        zh 支撑[-500-]{+600+}个服务。
        en Runs [-500 -]{+600 +}services.

    1 difference: 1 changed."
  `)
  expect(
    await said(summary('支撑服务。', 'Runs services.'), summary('支撑服务。', 'Runs all services.')),
  ).toMatchInlineSnapshot(`
    "~ bfs summary
        en Runs {+all +}services.

    1 difference: 1 changed."
  `)
})

test('what is the same in every language is said once: figures, periods, tags', async () => {
  const before = { [path('bfs')]: system(1, figure('500+'), 'period: { start: 2021-06 }', 'tags: [go]') }
  const after = { [path('bfs')]: system(1, figure('600+'), 'period: { start: 2021-07, end: present }') }
  expect(await said(before, after)).toMatchInlineSnapshot(`
    "~ bfs period.start
        2021-[-06-]{+07+}

    + bfs period.end
        present

    - bfs tags
        go

    ~ bfs/figures/pods value
        [-500-]{+600+}+

    4 differences: 1 added, 1 removed, 2 changed."
  `)
})

test('entries and highlights are added and removed as wholes', async () => {
  const before = { [path('bfs')]: system(1, highlights('a', 'b')), [path('old')]: system(2, highlights('x', 'y')) }
  const after = { [path('bfs')]: system(1, highlights('a', 'c')), [path('new')]: system(2, highlights('x', 'y')) }
  expect(await said(before, after)).toMatchInlineSnapshot(`
    "- bfs/b
        zh 做了b。
        en Did b.

    - old
        zh 系统
        en System

    + bfs/c
        zh 做了c。
        en Did c.

    + new
        zh 系统
        en System

    4 differences: 2 added, 2 removed."
  `)
})

test('what stands in another order was moved, and nothing else was', async () => {
  const order = (...ids: string[]) => Object.fromEntries(ids.map((id, index) => [path(id), system(index)]))
  expect(await said(order('bfs', 'a', 'b', 'c'), order('c', 'bfs', 'a', 'b'))).toMatchInlineSnapshot(`
    "> c
        now first, formerly after b

    1 difference: 1 moved."
  `)
  const bfs = (...ids: string[]) => ({ [path('bfs')]: system(1, highlights(...ids)) })
  expect(await said(bfs('a', 'b', 'c'), bfs('a', 'c', 'b'))).toMatchInlineSnapshot(`
    "> bfs/b
        now after bfs/c, formerly after bfs/a

    1 difference: 1 moved."
  `)
})

test('a project that changes its kind has not moved among its kind', async () => {
  const open = { [path('bfs')]: system(1).replace('work', 'open-source') }
  expect(await said({ [path('bfs')]: system(1) }, open)).toMatchInlineSnapshot(`
    "~ bfs kind
        [-work-]{+open-source+}

    1 difference: 1 changed."
  `)
})

test('what is no entry goes by its file, whatever entries are called', async () => {
  const profile = (name: string) => ({ 'profile.yaml': `name: ${name}\n`, [path('profile')]: system(2) })
  const tags = { 'tags.yaml': 'go: { name: Go, kind: technology }\nprofile: { name: Profile, kind: topic }\n' }
  expect(await said(profile('Ada'), { ...profile('Eva'), ...tags })).toMatchInlineSnapshot(`
    "~ profile.yaml name
        [-Ada-]{+Eva+}

    + tags.yaml/profile
        Profile

    2 differences: 1 added, 1 changed."
  `)
})

test('a case study that was changed shows its words', async () => {
  const study = (word: string) => (locale: Locale) =>
    subjectsOfContent(content, new Map([['bfs', `## ${locale}\n\nIt is ${word}.\n`]]), locale)
  const content = await loadContent(dataFolderWith(), { audience: 'public' })
  expect(formatDifferences(compareSubjects(['en'], study('small'), study('large')))).toMatchInlineSnapshot(`
    "~ bfs case-study
        en ## en⏎⏎It is [-small-]{+large+}.⏎

    1 difference: 1 changed."
  `)
})

test('of a long text only what stands beside the change is shown, and nothing that a terminal obeys', async () => {
  const long = (word: string) => {
    const text = `${'before '.repeat(30)}${word} ${'between '.repeat(30)}${word} ${'behind '.repeat(30)}`.trim()
    return { [path('bfs')]: system(1, `summary: ${both('字', JSON.stringify(text))}`) }
  }
  expect(await said(long('one'), long('"\u200Ftwo"'))).toMatchInlineSnapshot(`
    "~ bfs summary
        en …fore before before before before before [-one -]{+"<U+200F>two" +}between between between between between …between between between between between [-one -]{+"<U+200F>two" +}behind behind behind behind behind behin…

    1 difference: 1 changed."
  `)
})
