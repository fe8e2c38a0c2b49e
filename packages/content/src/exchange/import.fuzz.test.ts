import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJsonResume } from '../json-resume.ts'
import { fillLanguages } from '../languages.ts'
import {
  backgroundSchema,
  experienceSchema,
  privateSchema,
  profileSchema,
  projectSchema,
  tagsSchema,
} from '../schema.ts'
import { everything } from '../test-data.ts'
import { toDataFiles } from './data-files.ts'
import { plainValue } from './draft.ts'
import { fromRenderCv } from './from-rendercv.ts'
import { fromYamlResume } from './from-yamlresume.ts'
import { Reader } from './reader.ts'
import type { Resume } from './resume.ts'

const schemas = {
  profile: profileSchema,
  tags: tagsSchema,
  experience: experienceSchema,
  background: backgroundSchema,
  private: privateSchema,
}

/** Texts as people and their enemies write them. */
const hostile = [
  '<script>x</script>',
  '[a](javascript:1)',
  '**',
  '`',
  '\u202E',
  '\u0000',
  '  ',
  '',
  'é中\u{1F600}',
  '2014-06-29',
  '2023-13',
  'present',
  'https://a.example',
  'data:,x',
  '__proto__',
  '&lt;',
  '\n\n',
  '{x}',
]
const value = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('x'.repeat(3000), '*_'.repeat(2400)),
  fc.constantFrom(null, 0, 1e300, true, [], {}),
)
const entry = (...keys: string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, fc.oneof(value, fc.array(value, { maxLength: 3 }))])), {
    requiredKeys: [],
  })
const list = (...keys: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.array(entry(...keys), { maxLength: 4 }) }, { weight: 1, arbitrary: value })
const resume = fc.record({
  basics: entry('label', 'summary', 'url', 'email', 'phone', 'image').map((basics) => ({ ...basics, name: 'Ada' })),
  work: list('name', 'position', 'url', 'description', 'location', 'startDate', 'endDate', 'summary', 'highlights'),
  volunteer: list('organization', 'position', 'startDate', 'endDate', 'summary', 'highlights'),
  education: list('institution', 'area', 'studyType', 'score', 'courses', 'startDate', 'endDate', 'url'),
  projects: list('name', 'description', 'highlights', 'keywords', 'url', 'roles', 'entity', 'type', 'startDate'),
  skills: list('name', 'level', 'keywords', 'summary'),
  awards: list('title', 'date', 'awarder', 'summary'),
  languages: list('language', 'fluency'),
  interests: list('name', 'keywords'),
  references: list('name', 'reference'),
})

/** Problems that the schemas find in the files that were made. */
function problemsIn(files: Record<string, unknown>) {
  return Object.entries(files).flatMap(([name, file]) => {
    if (name === 'editions.yaml') return []
    const schema = name.startsWith('projects/')
      ? projectSchema
      : schemas[name.replace('.yaml', '') as keyof typeof schemas]
    return schema.safeParse(fillLanguages(file, ['en'])).error?.issues ?? []
  })
}

test('whatever a JSON Resume holds, the facts are valid and nothing is lost without a word', () => {
  fc.assert(
    fc.property(resume, (source) => {
      const { files, notes } = fromJsonResume(source, 'en')
      expect(problemsIn(files)).toEqual([])
      const written = withoutEscapes(JSON.stringify(files))
      const named = notes.map(({ path }) => path.join('.'))
      for (const [path, found] of everything(source)) {
        if (typeof found !== 'string' || found.trim() === '') continue
        const isNamed = named.some((one) => path === one || path.startsWith(`${one}.`))
        const isThere = written.includes(withoutEscapes(JSON.stringify(found).slice(1, -1)))
        if (!isNamed && !isThere) throw new Error(`${path} ${JSON.stringify(found)} is neither in the facts nor named`)
      }
    }),
    { numRuns: 150 },
  )
})

const dates = ['startDate', 'endDate', 'date', 'start_date', 'end_date', 'releaseDate']
const names = [
  'name',
  'title',
  'position',
  'institution',
  'degree',
  'area',
  'label',
  'company',
  'organization',
  'location',
]
const anything = entry(
  ...dates,
  ...names,
  'url',
  'summary',
  'highlights',
  'keywords',
  'authors',
  'doi',
  'journal',
  'details',
  'bullet',
)
const entries = fc.array(fc.oneof(anything, value), { maxLength: 4 })
const titles = [
  'experience',
  'education',
  'skills',
  'Selected Honors',
  'Languages',
  '项目',
  'interests',
  'volunteer',
  'other',
]

test('whatever a YAMLResume holds, the facts are valid', () => {
  const sections = ['work', 'education', 'projects', 'skills', 'awards', 'certificates', 'publications', 'volunteer']
  const content = fc.record(
    Object.fromEntries(
      [...sections, 'languages', 'interests', 'references', 'profiles'].map((name) => [name, entries]),
    ),
  )
  fc.assert(
    fc.property(content, entry('email', 'phone', 'url', 'summary', 'headline'), (content, basics) => {
      const source = { content: { ...content, basics: { ...basics, name: 'Ada' } } }
      expect(problemsIn(filesOf(fromYamlResume(new Reader(source), 'en')))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('whatever a RenderCV holds, the facts are valid', () => {
  const sections = fc.dictionary(fc.constantFrom(...titles), entries)
  fc.assert(
    fc.property(sections, entry('email', 'phone', 'website', 'headline', 'location'), (sections, head) => {
      const source = { cv: { ...head, name: 'Ada', sections } }
      expect(problemsIn(filesOf(fromRenderCv(new Reader(source), 'en')))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

function filesOf(resume: Resume): Record<string, unknown> {
  const drafts = Object.entries(toDataFiles(resume, 'en'))
  return Object.fromEntries(drafts.map(([name, file]) => [name, plainValue(file, 'en')]))
}

function withoutEscapes(text: string): string {
  return text.replaceAll('\\', '')
}
