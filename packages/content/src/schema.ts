/**
 * The schemas of the data files. Every type of the package is inferred from here, and the JSON Schema for editors is
 * made from here; nothing is written twice. A field's meaning and an example stand with it.
 *
 * A file's own keys are strict: an unknown key is an error, because a misspelt key is a lost fact.
 */
import { z } from 'zod'
import { locales } from './locale.ts'
import type { backgroundSchema } from './schema-background.ts'
import type { experienceSchema } from './schema-experience.ts'
import { type highlight, link, note, type period, tags } from './schema-parts.ts'
import type { projectSchema } from './schema-project.ts'
import { countryCode, distinct, field, filled, id, name, text } from './schema-values.ts'

export { backgroundSchema } from './schema-background.ts'
export { type Edition, editionsSchema } from './schema-editions.ts'
export { experienceSchema } from './schema-experience.ts'
export { glossarySchema } from './schema-glossary.ts'
export { projectSchema } from './schema-project.ts'
export { type SectionName, sectionNames } from './sections.ts'

const location = z.strictObject({
  city: field(name.optional(), 'The town.', { zh: '上海', en: 'Shanghai' }),
  region: field(name.optional(), 'The province or state.', { zh: '加州', en: 'California' }),
  countryCode: field(countryCode.optional(), 'The country, by the two letters of ISO 3166-1.', 'CN'),
})

const contact = link.extend({
  username: field(filled.optional(), 'Your name there, where the address does not say it.', 'ada'),
})

const skill = z.strictObject({
  id: field(id, 'Unique among the skills.', 'languages'),
  label: field(text, 'The name of the group.', { zh: '语言', en: 'Languages' }),
  level: field(text.optional(), 'How well, in a word.', { zh: '熟练', en: 'Advanced' }),
  text: field(text.optional(), 'A sentence; where there is none, the names of the tags say what it is about.', {
    zh: '熟悉Go。',
    en: 'Proficient in Go.',
  }),
  tags,
  note,
})

/** `profile.yaml`: who it is. */
export const profileSchema = z
  .strictObject({
    locales: field(
      distinct(z.enum(locales)).min(1).optional(),
      'The languages that the facts are written in; all of them where it is left out. A text has to be there in each of ' +
        'these, so a résumé of which only one language exists yet is held as what it is.',
      [...locales],
    ),
    name: field(name, 'Your name, as it is shown.', 'Ada Lovelace', { zh: '爱达', en: 'Ada' }),
    headline: field(text.optional(), 'What you are, in a few words.', { zh: '云原生工程师', en: 'Cloud Engineer' }),
    summary: field(text.optional(), 'Who you are, in a few sentences.', {
      zh: '开发持续交付平台。',
      en: 'Builds continuous delivery platforms.',
    }),
    location: field(
      location.optional(),
      'Where you live, as far as everybody may know. The street belongs in `private.yaml`.',
      { city: { zh: '上海', en: 'Shanghai' }, countryCode: 'CN' },
    ),
    contacts: field(
      z.array(contact).default([]),
      'Where you can be found. Phone, e-mail and street belong in `private.yaml`.',
      [{ id: 'github', label: 'GitHub', url: 'https://github.com/ada' }],
    ),
    skills: field(z.array(skill).default([]), 'What you know, in groups.', [
      { id: 'languages', label: { zh: '语言', en: 'Languages' }, tags: ['go', 'java'] },
    ]),
    note,
  })
  .meta({ description: 'profile.yaml: who it is. The only file that has to be there.' })

const tag = z.strictObject({
  name: field(name, 'What is shown for the tag.', 'Kubernetes', { zh: '存储', en: 'Storage' }),
  kind: field(z.enum(['technology', 'topic']), 'Whether it is a thing that is used or a field of work.', 'technology'),
})

/** `tags.yaml`: the vocabulary that highlights, projects and skills are tagged with. */
export const tagsSchema = z
  .record(id, tag.meta({ description: 'A tag, under its id.' }))
  .meta({ description: 'tags.yaml: the vocabulary that highlights, projects and skills are tagged with.' })

/** `private.yaml`: what may stand on private paper and nowhere else. Git ignores the file. */
export const privateSchema = z
  .strictObject({
    phone: field(filled.optional(), 'In quotes, as it is shown.', '+86 138 0000 0000'),
    email: field(
      z.email({ error: 'Write an address like you@example.com.' }).optional(),
      'Where you read mail.',
      'you@example.com',
    ),
    address: field(text.optional(), 'Where you live.', { zh: '某路1号', en: '1 Some Road' }),
    postalCode: field(filled.optional(), 'In quotes, as it is shown.', '200000'),
  })
  .meta({ description: 'private.yaml: what may stand on private paper and nowhere else. Git ignores the file.' })

/** What the reader of the data sees: defaults filled in, names expanded, ids added. */
export type Profile = z.output<typeof profileSchema>
export type Tag = z.output<typeof tagsSchema>[string] & { id: string }
export type Organization = z.output<typeof experienceSchema>['organizations'][number]
export type Role = z.output<typeof experienceSchema>['roles'][number]
export type Skill = Profile['skills'][number]
export type Highlight = z.output<typeof highlight>
export type Period = NonNullable<z.output<typeof period>>
export type Background = z.output<typeof backgroundSchema>
export type PrivateDetails = z.output<typeof privateSchema>
export type Project = z.output<typeof projectSchema> & {
  id: string
  /** Whether there is a case study, in every language, beside the project file. */
  caseStudy: boolean
}
