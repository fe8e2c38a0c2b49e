import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { fromJsonResume, toJsonResume } from './json-resume.ts'
import { loadContent } from './load.ts'
import { locales } from './locale.ts'
import { emptyFolder, writeFiles } from './test-data.ts'

const require = createRequire(import.meta.url)
const examples = ['examples/senior-engineer', 'examples/new-grad', 'examples/career-changer', 'sample']
const example = (name: string) => require(`@jsonresume/schema/${name}.resume.json`)

const ajv = new Ajv({ strict: true, allErrors: true })
formats.default(ajv)
const validate = ajv.compile(require('@jsonresume/schema/schema.json'))

/** A résumé as facts: read, written, and loaded like anybody's. */
async function imported(resume: unknown) {
  const { files, notes } = fromJsonResume(resume, 'en')
  const folder = emptyFolder()
  writeFiles(folder, Object.fromEntries(Object.entries(files).map(([name, file]) => [name, stringify(file)])))
  return { content: await loadContent(folder, { audience: 'private' }), files, notes }
}

/** Every value of a résumé by its path. */
function values(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, child]) => values(child, path ? `${path}.${key}` : key))
}

describe.each(examples)('the %s résumé of the JSON Resume project', (name) => {
  test('comes back with every value, but for those that the report names', async () => {
    const { content, notes } = await imported(example(name))
    const after = new Map(values(toJsonResume(content, 'en').resume))
    const named = new Map(notes.map(({ path, reason }) => [path.join('.'), reason]))
    for (const [path, value] of values(example(name))) {
      if (value === '' || ['$schema', 'meta.version'].includes(path)) continue
      if (after.get(path) === value) expect([path, named.get(path)]).toEqual([path, undefined])
      else expect([path, named.get(path)]).toEqual([path, expect.any(String)])
    }
  })

  test('gains nothing', async () => {
    const { content } = await imported(example(name))
    const before = new Map(values(example(name)))
    const added = values(toJsonResume(content, 'en').resume).filter(([path]) => !before.has(path))
    expect(added).toEqual([])
  })

  test('is the same facts after a second round', async () => {
    const first = await imported(example(name))
    const second = await imported(toJsonResume(first.content, 'en').resume)
    expect(second.files).toEqual(first.files)
  })
})

test.each(locales)('the facts of this package are a valid JSON Resume (%s)', async (locale) => {
  const { resume } = toJsonResume(await loadContent(), locale)
  validate(resume)
  expect(validate.errors ?? []).toEqual([])
})

test('an exported example is valid too', async () => {
  for (const name of examples) {
    validate(toJsonResume((await imported(example(name))).content, 'en').resume)
    expect(validate.errors ?? []).toEqual([])
  }
})

test('everything that JSON Resume cannot hold of the facts is named', async () => {
  const { notes } = toJsonResume(await loadContent(), 'en')
  const kinds = new Set(notes.map(({ path }) => path.filter((key) => typeof key === 'string').join('.')))
  expect([...kinds].filter((kind) => !/(^|\.)(id|priority|order|kind|tags)$/.test(kind))).toMatchInlineSnapshot(`
    [
      "projects.highlights.text.en",
      "roles.department.en",
      "roles.highlights.short.en",
      "projects.figures.value.en",
      "projects.figures.label.en",
      "projects.highlights.short.en",
      "projects.references.authors",
      "projects.references.title",
      "projects.references.venue",
      "projects.references.lang",
      "projects.references.year",
      "projects.references.url",
      "projects.diagrams.title.en",
      "projects.diagrams.groups.label.en",
      "projects.diagrams.nodes.label.en",
      "projects.diagrams.nodes.group",
      "projects.diagrams.edges.from",
      "projects.diagrams.edges.to",
      "projects.diagrams.edges.label.en",
      "projects.caseStudy",
      "projects.short.en",
      "projects.links.label.en",
    ]
  `)
})

test('private details are exported for the private audience only', async () => {
  const { content } = await imported(example('sample'))
  const { private: _, ...open } = content
  expect(toJsonResume(content, 'en').resume.basics).toMatchObject({ phone: '(912) 555-4321' })
  expect(JSON.stringify(toJsonResume(open, 'en').resume)).not.toMatch(/555-4321|hendriks@|2712 Broadway|94115/)
})

test('a field that Diglot does not have is named, wherever it is', () => {
  const resume = {
    basics: { name: 'Ada', shoes: 38, pets: [{ name: 'Byron' }] },
    hobbies: ['chess'],
    work: [{ name: 'Acme', pay: 1 }],
  }
  expect(fromJsonResume(resume, 'en').notes.map(({ path, value, kind }) => [path.join('.'), value, kind])).toEqual([
    ['basics.shoes', '38', 'lost'],
    ['basics.pets.0.name', 'Byron', 'lost'],
    ['hobbies.0', 'chess', 'lost'],
    ['work.0.pay', '1', 'lost'],
  ])
})

test('fields by their names from before 1.0 are understood', () => {
  const work = [
    { company: 'Acme', website: 'acme.example', position: 'Engineer', startDate: '2020', endDate: 'Present' },
  ]
  const { files, notes } = fromJsonResume({ basics: { name: 'Ada' }, work }, 'en')
  expect(files['experience.yaml']).toEqual({
    organizations: [{ id: 'acme', name: 'Acme', url: 'https://acme.example' }],
    roles: [
      {
        id: 'acme-engineer',
        organization: 'acme',
        title: { en: 'Engineer' },
        period: { start: '2020', end: 'present' },
      },
    ],
  })
  expect(notes.map(({ reason }) => reason)).toEqual(['It was given the scheme https://.'])
})

test.each([
  ['javascript:alert(1)', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  ['//evil.example', undefined],
  ['file:///etc/passwd', undefined],
])('the address %s is left out, and named', (url) => {
  const { files, notes } = fromJsonResume({ basics: { name: 'Ada', url } }, 'en')
  expect(files['profile.yaml']).toEqual({ locales: ['en'], name: 'Ada' })
  expect(notes).toMatchObject([{ kind: 'lost', path: ['basics', 'url'] }])
})

test.each([
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '**not bold** and `no code` and __init__.py',
  '# Not a heading',
  '{alert(1)} <Component /> import x from "y"',
  '&lt;b&gt; &amp; \\*',
  '[link](https://example.org)',
])('a text is shown as it is written: %s', async (summary) => {
  const { content } = await imported({ basics: { name: 'Ada', summary } })
  expect(toJsonResume(content, 'en').resume.basics.summary).toBe(summary)
})

test('what nobody sees in a text is removed, and named', async () => {
  const summary = 'a\u202Eb\u200Bc\u0000d\uD800 \u{1F600}'
  const { files, notes } = fromJsonResume({ basics: { name: 'Ada', summary } }, 'en')
  expect(files['profile.yaml']).toMatchObject({ summary: { en: 'abcd \u{1F600}' } })
  expect(notes).toMatchObject([{ kind: 'changed', reason: 'Invisible characters were removed.' }])
})

test('a text that is too long is left out, and named', () => {
  const { files, notes } = fromJsonResume({ basics: { name: 'Ada', summary: 'x'.repeat(5001) } }, 'en')
  expect(files['profile.yaml']).toEqual({ locales: ['en'], name: 'Ada' })
  expect(notes).toMatchObject([{ kind: 'lost', reason: 'It is longer than a text may be.' }])
})

test('a text that grows too long when its signs are escaped is left out, and named', () => {
  const { files, notes } = fromJsonResume({ basics: { name: 'Ada', summary: '*_'.repeat(2000) } }, 'en')
  expect(files['profile.yaml']).toEqual({ locales: ['en'], name: 'Ada' })
  expect(notes).toMatchObject([{ kind: 'lost', path: ['basics', 'summary'] }])
})

test.each([
  ['nothing', {}],
  ['null', null],
  ['a list', []],
  ['a text', 'Ada'],
  ['sections of the wrong kind', { basics: [], work: 'Acme', skills: { name: 'Go' }, education: [null, 1, 'x', []] }],
])('%s names nobody', (_, resume) => {
  expect(() => fromJsonResume(resume, 'en')).toThrow('The résumé has no name.')
})

test('values of the wrong kind are named and break nothing', () => {
  const { files, notes } = fromJsonResume(
    { basics: { name: 'Ada', summary: { a: 1 }, profiles: 'none' }, work: [null, 1, 'x', [2]], skills: { name: 'Go' } },
    'en',
  )
  expect(files['profile.yaml']).toEqual({ locales: ['en'], name: 'Ada' })
  expect(notes.map(({ path }) => path.join('.')).sort()).toEqual([
    ...['basics.profiles', 'basics.summary.a', 'skills.name', 'work.1', 'work.2', 'work.3'],
  ])
})

test('facts survive the way to JSON Resume and back, but for what the export named', async () => {
  const { content, files } = await imported(example('examples/new-grad'))
  const again = fromJsonResume(toJsonResume(content, 'en').resume, 'en')
  expect(again.files).toEqual(files)
  expect(again.notes.filter(({ path }) => !['$schema', 'meta'].includes(String(path[0])))).toEqual([])
})
