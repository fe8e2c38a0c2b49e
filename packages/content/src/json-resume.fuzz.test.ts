import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJsonResume } from './json-resume.ts'
import { fillLanguages } from './languages.ts'
import {
  backgroundSchema,
  experienceSchema,
  privateSchema,
  profileSchema,
  projectSchema,
  tagsSchema,
} from './schema.ts'
import { everything } from './test-data.ts'

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

test('whatever a JSON Resume holds, the facts are valid and nothing is lost without a word', () => {
  fc.assert(
    fc.property(resume, (source) => {
      const { files, notes } = fromJsonResume(source, 'en')
      for (const [name, file] of Object.entries(files)) {
        if (name === 'editions.yaml') continue
        const schema = name.startsWith('projects/')
          ? projectSchema
          : schemas[name.replace('.yaml', '') as keyof typeof schemas]
        expect(schema.safeParse(fillLanguages(file, ['en'])).error?.issues ?? []).toEqual([])
      }
      const written = JSON.stringify(files)
      const named = notes.map(({ path }) => path.join('.'))
      for (const [path, found] of everything(source)) {
        if (typeof found !== 'string' || found.trim() === '') continue
        const isNamed = named.some((one) => path === one || path.startsWith(`${one}.`))
        const isThere =
          written.includes(JSON.stringify(found).slice(1, -1).replaceAll('\\', '')) ||
          written.replace(/\\/g, '').includes(JSON.stringify(found).slice(1, -1).replace(/\\/g, ''))
        if (!isNamed && !isThere) throw new Error(`${path} ${JSON.stringify(found)} is neither in the facts nor named`)
      }
    }),
    { numRuns: 300 },
  )
})
