/**
 * The schemas of the data files. Every type of the package is inferred from here; nothing is written twice.
 *
 * A file's own keys are strict: an unknown key is an error, because a misspelt key is a lost fact.
 */
import { z } from 'zod'
import { locales } from './locale.ts'
import type { backgroundSchema } from './schema-background.ts'
import { highlight, link, note, period } from './schema-parts.ts'
import { countryCode, distinct, filled, id, name, text, url } from './schema-values.ts'

export { backgroundSchema } from './schema-background.ts'
export { type Edition, editionsSchema } from './schema-editions.ts'
export { type SectionName, sectionNames } from './sections.ts'

/** A figure that says how large the work was: `500+` and what it counts. */
const figure = z.strictObject({ id, value: name, label: text })

/** A published work that a case study explains. */
const reference = z.strictObject({
  id,
  authors: filled,
  title: filled,
  venue: filled,
  /** The language of the work, as a BCP 47 tag. */
  lang: filled.default('en'),
  year: z.int().min(1900).max(2100),
  url: url.optional(),
})

/** `profile.yaml`: who it is. */
export const profileSchema = z.strictObject({
  /**
   * The languages that the facts are written in; all of them where it is left out. A text has to be there in each of
   * these, so a résumé of which only one language exists yet is held as what it is.
   */
  locales: distinct(z.enum(locales)).min(1).optional(),
  name,
  headline: text.optional(),
  summary: text.optional(),
  /** Where the owner lives, as far as everybody may know. The street belongs in `private.yaml`. */
  location: z
    .strictObject({ city: name.optional(), region: name.optional(), countryCode: countryCode.optional() })
    .optional(),
  /** `username` is the owner's name there, where the address does not say it. */
  contacts: z.array(link.extend({ username: filled.optional() })).default([]),
  skills: z
    .array(
      z.strictObject({
        id,
        label: text,
        /** How well, in a word. */
        level: text.optional(),
        /** A sentence; where there is none, the names of the tags say what it is about. */
        text: text.optional(),
        tags: distinct(id).default([]),
        note: note.optional(),
      }),
    )
    .default([]),
  note: note.optional(),
})

/** `tags.yaml`: the vocabulary that highlights, projects and skills are tagged with. */
export const tagsSchema = z.record(id, z.strictObject({ name, kind: z.enum(['technology', 'topic']) }))

/** `experience.yaml`: organizations, and the roles that were held there. */
export const experienceSchema = z.strictObject({
  organizations: z.array(z.strictObject({ id, name, url: url.optional(), description: text.optional() })).default([]),
  roles: z
    .array(
      z.strictObject({
        id,
        /** Work of one's own needs none. */
        organization: id.optional(),
        title: text.optional(),
        /** Where it was done: `Palo Alto`. */
        location: name.optional(),
        department: text.optional(),
        period: period.optional(),
        summary: text.optional(),
        tags: distinct(id).default([]),
        highlights: z.array(highlight).default([]),
        note: note.optional(),
      }),
    )
    .default([]),
})

/** `projects/<id>/project.yaml`: one system. Its id is the folder's name. */
export const projectSchema = z.strictObject({
  name,
  kind: z.enum(['work', 'open-source']),
  /** Where it stands among its kind: smallest first. */
  order: z.int(),
  organization: id.optional(),
  /** What the owner was there: `Team lead`. */
  roles: z.array(name).default([]),
  /** What sort of thing it is, in a word: `application`, `talk`. */
  type: name.optional(),
  period: period.optional(),
  summary: text.optional(),
  /** A shorter summary for paper. */
  short: text.optional(),
  figures: z.array(figure).default([]),
  tags: distinct(id).default([]),
  highlights: z.array(highlight).default([]),
  links: z.array(link).default([]),
  references: z.array(reference).default([]),
  /** A draft is checked like any other project and shown nowhere. */
  draft: z.boolean().default(false),
  note: note.optional(),
})

/** One way of writing a term, or several; the first is the preferred one. */
const forms = z.union([filled.transform((form) => [form]), z.array(filled).min(1)], {
  error: 'Write a text in quotes, or a list of texts.',
})

/** `glossary.yaml`: how names and terms are written, in every language. */
export const glossarySchema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        /** The name as its makers write it, or the term; what a language calls otherwise stands under the language. */
        term: filled,
        zh: forms.optional(),
        en: forms.optional(),
        /** `exact`: no other casing is right. `word`: neither, but in English the word in small letters means something else. */
        casing: z.enum(['exact', 'word']).optional(),
        /** What is not to be written instead: `Golang` for Go. */
        avoid: z.array(filled).default([]),
      }),
    )
    .default([]),
})

/** `private.yaml`: what may stand on private paper and nowhere else. Git ignores the file. */
export const privateSchema = z.strictObject({
  phone: filled.optional(),
  email: z.email({ error: 'Write an address like you@example.com.' }).optional(),
  address: text.optional(),
  postalCode: filled.optional(),
})

/** What the reader of the data sees: defaults filled in, names expanded, ids added. */
export type Profile = z.output<typeof profileSchema>
export type Tag = z.output<typeof tagsSchema>[string] & { id: string }
export type Organization = z.output<typeof experienceSchema>['organizations'][number]
export type Role = z.output<typeof experienceSchema>['roles'][number]
export type Skill = Profile['skills'][number]
export type Highlight = z.output<typeof highlight>
export type Period = z.output<typeof period>
export type Background = z.output<typeof backgroundSchema>
export type PrivateDetails = z.output<typeof privateSchema>
export type Project = z.output<typeof projectSchema> & {
  id: string
  /** Whether there is a case study, in every language, beside the project file. */
  caseStudy: boolean
}
