/**
 * The schemas of the data files. Every type of the package is inferred from here; nothing is written twice.
 *
 * A file's own keys are strict: an unknown key is an error, because a misspelt key is a lost fact.
 */
import { z } from 'zod'
import { locales } from './locale.ts'
import { type backgroundSchema, backgroundSections } from './schema-background.ts'
import { highlight, link, note, period } from './schema-parts.ts'
import { countryCode, distinct, filled, id, name, text, url } from './schema-values.ts'

export { backgroundSchema } from './schema-background.ts'

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

/** The parts that an edition can print, in the order in which it lists them. */
export const sectionNames = Object.freeze([
  ...(['summary', 'experience', 'projects', 'open-source', 'skills'] as const),
  ...backgroundSections,
] as const)

/** `editions.yaml`: what each printed edition holds. Its key is the edition's id. */
export const editionsSchema = z.record(
  id,
  z.strictObject({
    title: text,
    papers: distinct(z.enum(['a4', 'letter'])).default(['a4', 'letter']),
    /** The page budget: a document that needs more is an error, and the last page should be filled to a share of `fill`. */
    pages: z.strictObject({ max: z.int().min(1).optional(), fill: z.number().min(0).max(1).optional() }).optional(),
    sections: distinct(z.enum(sectionNames)).default([...sectionNames]),
    /** Project ids to print, in this order; all of them where it is left out. */
    projects: distinct(id).optional(),
    /** Print highlights whose priority is this or more important (smaller). */
    priority: z.int().min(1).max(5).default(5),
    /** `short` takes a text's short wording where there is one. */
    wording: z.enum(['full', 'short']).default('full'),
    /** Whether it is one book in two languages, which face each other on its pages. */
    facing: z.boolean().default(false),
    /** Who reads it. A `private` edition is made only with `DIGLOT_AUDIENCE=private`. */
    audience: z.enum(['public', 'private']).default('public'),
    /** Whether the owner's notes stand beside what they are about; for a `private` edition only. */
    notes: z.boolean().default(false),
    contents: z.boolean().default(false),
    /** Whether links are numbered and their addresses listed, for a reader of paper. */
    links: z.boolean().default(false),
    caseStudies: z.boolean().default(false),
  }),
)

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
export type Highlight = z.output<typeof highlight>
export type Period = z.output<typeof period>
export type Background = z.output<typeof backgroundSchema>
export type Edition = z.output<typeof editionsSchema>[string] & { id: string }
export type SectionName = (typeof sectionNames)[number]
export type PrivateDetails = z.output<typeof privateSchema>
export type Project = z.output<typeof projectSchema> & {
  id: string
  /** Whether there is a case study, in every language, beside the project file. */
  caseStudy: boolean
}
