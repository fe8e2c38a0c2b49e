/** The schema of `editions.yaml`. What an edition holds is a selection from the facts, never a copy of one. */
import { z } from 'zod'
import { distinct, id, perLocale, text } from './schema-values.ts'
import { sectionNames } from './sections.ts'
import { selectorPattern } from './selector.ts'

/** Names entries (`bfs`, `tag:storage`) or parts of entries (`bfs/go-sdk`, `bfs/tag:storage`): see `selector.ts`. */
const selector = z.string().regex(selectorPattern, {
  error: 'Name an entry like bfs, one of its highlights like bfs/go-sdk, or a tag like tag:storage or bfs/tag:storage.',
})

/** The settings of an edition that may differ between its languages. */
const settings = {
  papers: distinct(z.enum(['a4', 'letter'])),
  /** The page budget: a document that needs more is an error, and the last page should be filled to a share of `fill`. */
  pages: z.strictObject({ max: z.int().min(1).optional(), fill: z.number().min(0).max(1).optional() }),
  /** The sections, in this order. */
  sections: distinct(z.enum(sectionNames)),
  /** What is printed, in this order; everything where it is left out. */
  include: distinct(selector),
  /** What is not printed, even where `include` names it. */
  exclude: distinct(selector),
  /** Highlights whose priority is this or more important (smaller); one that `include` names by its id always stays. */
  priority: z.int().min(1).max(5),
  /** `short` takes a text's short wording where there is one. */
  wording: z.enum(['full', 'short']),
  contents: z.boolean(),
  /** Whether links are numbered and their addresses listed, for a reader of paper. */
  links: z.boolean(),
  caseStudies: z.boolean(),
}

/** `editions.yaml`: what each printed edition holds. Its key is the edition's id. */
export const editionsSchema = z.record(
  id,
  z.strictObject({
    title: text,
    /** In place of the profile's. */
    headline: text.optional(),
    /** In place of the profile's. */
    summary: text.optional(),
    /** Who reads it. A `private` edition is made only with `DIGLOT_AUDIENCE=private`. */
    audience: z.enum(['public', 'private']).default('public'),
    /** Whether the owner's notes stand beside what they are about; for a `private` edition only. */
    notes: z.boolean().default(false),
    /** Whether the site's own pages lead to it; without, it is for whoever is given its address or its PDF. */
    listed: z.boolean().default(true),
    /** Whether it is one book in two languages, which face each other on its pages. */
    facing: z.boolean().default(false),
    papers: settings.papers.default(['a4', 'letter']),
    pages: settings.pages.optional(),
    sections: settings.sections.default([...sectionNames]),
    include: settings.include.optional(),
    exclude: settings.exclude.optional(),
    priority: settings.priority.default(5),
    wording: settings.wording.default('full'),
    contents: settings.contents.default(false),
    links: settings.links.default(false),
    caseStudies: settings.caseStudies.default(false),
    /** What one language has instead; a setting takes the place of the whole setting. */
    locales: z.strictObject(perLocale(z.strictObject(settings).partial().optional())).optional(),
  }),
)

export type Edition = z.output<typeof editionsSchema>[string] & { id: string }
