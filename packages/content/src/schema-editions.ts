/** The schema of `editions.yaml`. What an edition holds is a selection from the facts, never a copy of one. */
import { z } from 'zod'
import { distinct, field, id, perLocale, text } from './schema-values.ts'
import { sectionNames } from './sections.ts'
import { selectorPattern } from './selector.ts'

/** Names entries (`bfs`, `tag:storage`) or parts of entries (`bfs/go-sdk`, `bfs/tag:storage`): see `selector.ts`. */
const selector = z.string().regex(selectorPattern, {
  error: 'Name an entry like bfs, one of its highlights like bfs/go-sdk, or a tag like tag:storage or bfs/tag:storage.',
})

const pages = z.strictObject({
  max: field(z.int().min(1).optional(), 'A document that needs more pages is an error.', 2),
  fill: field(z.number().min(0).max(1).optional(), 'The share of the last page that should be filled.', 0.5),
})

/** The settings of an edition that may differ between its languages. */
const settings = {
  papers: distinct(z.enum(['a4', 'letter'])),
  pages,
  sections: distinct(z.enum(sectionNames)),
  include: distinct(selector),
  exclude: distinct(selector),
  priority: z.int().min(1).max(5),
  wording: z.enum(['full', 'short']),
  contents: z.boolean(),
  links: z.boolean(),
  caseStudies: z.boolean(),
}

/** What each of them means, and an example. */
const said: Record<keyof typeof settings, { description: string; examples: unknown[] }> = {
  papers: { description: 'The papers that it is printed on.', examples: [['a4', 'letter']] },
  pages: { description: 'The page budget.', examples: [{ max: 2, fill: 0.5 }] },
  sections: { description: 'The sections, in this order.', examples: [['summary', 'experience', 'skills']] },
  include: {
    description: 'What is printed, in this order; everything where it is left out.',
    examples: [['bfs', 'lambda/scale', 'tag:storage', '*/tag:reliability']],
  },
  exclude: { description: 'What is not printed, even where `include` names it.', examples: [['tag:java']] },
  priority: {
    description:
      'Highlights whose priority is this or more important (smaller); one that `include` names by its id always stays.',
    examples: [2],
  },
  wording: { description: '`short` takes a text’s short wording where there is one.', examples: ['short'] },
  contents: { description: 'Whether there is a table of contents.', examples: [true] },
  links: {
    description: 'Whether links are numbered and their addresses listed, for a reader of paper.',
    examples: [true],
  },
  caseStudies: { description: 'Whether the case studies of its projects are printed.', examples: [true] },
}

const ofOneLanguage = z.strictObject({
  papers: settings.papers.optional().meta(said.papers),
  pages: settings.pages.optional().meta(said.pages),
  sections: settings.sections.optional().meta(said.sections),
  include: settings.include.optional().meta(said.include),
  exclude: settings.exclude.optional().meta(said.exclude),
  priority: settings.priority.optional().meta(said.priority),
  wording: settings.wording.optional().meta(said.wording),
  contents: settings.contents.optional().meta(said.contents),
  links: settings.links.optional().meta(said.links),
  caseStudies: settings.caseStudies.optional().meta(said.caseStudies),
})

const edition = z.strictObject({
  title: field(text, 'What it is called.', { zh: '简历', en: 'Résumé' }),
  headline: field(text.optional(), 'In place of the profile’s.', { zh: '稳定性工程师', en: 'Reliability Engineer' }),
  summary: field(text.optional(), 'In place of the profile’s.', {
    zh: '负责系统稳定性。',
    en: 'Keeps systems reliable.',
  }),
  audience: field(
    z.enum(['public', 'private']).default('public'),
    'Who reads it. A `private` edition is made only with `DIGLOT_AUDIENCE=private`.',
    'private',
  ),
  notes: field(
    z.boolean().default(false),
    'Whether your notes stand beside what they are about; for a `private` edition only.',
    true,
  ),
  listed: field(
    z.boolean().default(true),
    'Whether the site’s own pages lead to it; without, it is for whoever is given its address or its PDF.',
    false,
  ),
  facing: field(
    z.boolean().default(false),
    'Whether it is one book in two languages, which face each other on its pages.',
    true,
  ),
  papers: settings.papers.default(['a4', 'letter']).meta(said.papers),
  pages: settings.pages.optional().meta(said.pages),
  sections: settings.sections.default([...sectionNames]).meta(said.sections),
  include: settings.include.optional().meta(said.include),
  exclude: settings.exclude.optional().meta(said.exclude),
  priority: settings.priority.default(5).meta(said.priority),
  wording: settings.wording.default('full').meta(said.wording),
  contents: settings.contents.default(false).meta(said.contents),
  links: settings.links.default(false).meta(said.links),
  caseStudies: settings.caseStudies.default(false).meta(said.caseStudies),
  locales: field(
    z
      .strictObject(
        perLocale(field(ofOneLanguage.optional(), 'What this language has instead.', { pages: { max: 1 } })),
      )
      .optional(),
    'What one language has instead; a setting takes the place of the whole setting.',
    { en: { pages: { max: 1 } } },
  ),
})

/** `editions.yaml`: what each printed edition holds. Its key is the edition's id. */
export const editionsSchema = z
  .record(id, edition.meta({ description: 'An edition, under its id, which becomes the name of its file.' }))
  .meta({ description: 'editions.yaml: what each printed edition holds.' })

export type Edition = z.output<typeof editionsSchema>[string] & { id: string }
