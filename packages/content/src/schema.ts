/**
 * The schemas of the data files. Every type of the package is inferred from here; nothing is written twice.
 *
 * A file's own keys are strict: an unknown key is an error, because a misspelt key is a lost fact.
 */
import { z } from 'zod'
import { distinct, filled, id, name, text, url, yearMonth } from './schema-values.ts'

/** When something was done. Each side may be left out when it is not known. */
const period = z.strictObject({
  start: yearMonth('Write a month like 2021-06, or a year like 2021.').optional(),
  end: yearMonth('Write a month like 2021-06, a year like 2021, or present.', 'present').optional(),
})

/** A remark of the owner to himself, shown as it is written: for the private audience, in an edition that prints notes. */
const note = filled

const highlight = z.strictObject({
  /** Unique within its project or role. */
  id,
  /** 1 is the most important; an edition keeps highlights up to a priority of its choice. */
  priority: z.int().min(1).max(5),
  tags: distinct(id).default([]),
  text,
  /** A shorter wording for paper. */
  short: text.optional(),
  note: note.optional(),
})

const link = z.strictObject({ id, label: name, url })

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
  name,
  headline: text,
  summary: text,
  contacts: z.array(link).default([]),
  skills: z
    .array(z.strictObject({ id, label: text, text, tags: distinct(id).default([]), note: note.optional() }))
    .default([]),
  note: note.optional(),
})

/** `tags.yaml`: the vocabulary that highlights, projects and skills are tagged with. */
export const tagsSchema = z.record(id, z.strictObject({ name, kind: z.enum(['technology', 'topic']) }))

/** `experience.yaml`: organizations, and the roles that were held there. */
export const experienceSchema = z.strictObject({
  organizations: z.array(z.strictObject({ id, name, url: url.optional() })).default([]),
  roles: z
    .array(
      z.strictObject({
        id,
        organization: id,
        title: text,
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
  period: period.optional(),
  summary: text,
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
export const sectionNames = ['summary', 'experience', 'projects', 'open-source', 'skills'] as const

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
})

/** What the reader of the data sees: defaults filled in, names expanded, ids added. */
export type Profile = z.output<typeof profileSchema>
export type Tag = z.output<typeof tagsSchema>[string] & { id: string }
export type Organization = z.output<typeof experienceSchema>['organizations'][number]
export type Role = z.output<typeof experienceSchema>['roles'][number]
export type Highlight = z.output<typeof highlight>
export type Period = z.output<typeof period>
export type Edition = z.output<typeof editionsSchema>[string] & { id: string }
export type SectionName = (typeof sectionNames)[number]
export type PrivateDetails = z.output<typeof privateSchema>
export type Project = z.output<typeof projectSchema> & {
  id: string
  /** Whether there is a case study, in every language, beside the project file. */
  caseStudy: boolean
}
