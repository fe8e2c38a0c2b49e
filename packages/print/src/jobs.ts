import { posix } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'

/*
 * What `describe` and `meta` say here is read by people: the JSON Schema that editors show comes from it
 * (`print.schema.json`). What one field says of itself is a rule that JSON Schema has too, such as a pattern for a path.
 * What it has none for is checked further down: that names and the files to write are unique, that a list of sources belongs to a
 * facing edition, that no field is misspelt.
 */

/** The name that the job list has in every folder. */
export const JOB_FILE = 'print.json'

/** A path that stays inside the folder: relative, with forward slashes, never upwards. */
const inside = z
  .string({ error: 'is missing. Give a path relative to the folder.' })
  .min(1, 'is empty. Give a path relative to the folder.')
  .regex(/^(?!\/|[A-Za-z]:)[^\\]*$/, { error: 'must be relative to the folder, with forward slashes.', abort: true })
  .regex(/^(?!(?:[^/]*\/)*\.\.(?:\/|$))/, 'climbs by “..”. Name the path from the folder downwards.')

const paper = z
  .enum(['a4', 'letter'], { error: 'must be "a4" or "letter".' })
  .describe('210 × 297 mm, or 8.5 × 11 inches.')

const pages = z.strictObject({
  max: z
    .int({ error: 'must be a whole number.' })
    .min(1, 'must be at least 1.')
    .optional()
    .describe(
      'The page budget: the most pages. It is kept by setting tighter, then by leaving out `data-drop` passages.',
    ),
  fill: z
    .number({ error: 'must be a number from 0 to 1.' })
    .min(0, 'must be a number from 0 to 1.')
    .max(1, 'must be a number from 0 to 1.')
    .optional()
    .describe('The least share of the last page that should be filled.'),
  advice: z
    .string({ error: 'must be a sentence.' })
    .min(1, 'is empty. Write a sentence, or leave the field out.')
    .optional()
    .meta({
      description: 'What to do where the budget cannot be kept, for whoever does not write the document by hand.',
      examples: ['Choose fewer of the letters in letters.yaml.'],
    }),
})

const job = z.looseObject({
  name: z
    .string({ error: 'is missing. Give the job a name.' })
    .min(1, 'is empty. Give the job a name.')
    .meta({ description: 'What messages and `--job` call the job. No two jobs share a name.', examples: ['letter'] }),
  source: z
    .union([inside, z.array(inside).min(1)], { error: 'must be one path or a list of paths inside the folder.' })
    .meta({
      description: 'The document, relative to the folder; for a facing edition the two documents, left and right.',
      examples: ['letter.html', ['zh/index.html', 'en/index.html']],
    }),
  facing: z.boolean().optional().describe('Whether two sources are set on facing pages, the first one on the left.'),
  output: inside.regex(/\.pdf$/, 'must end in .pdf.').meta({
    description: 'Where the PDF goes; {paper} stands for the paper. No two jobs write one file.',
    examples: ['letter.{paper}.pdf'],
  }),
  setting: inside
    .regex(/\.json$/, 'must end in .json.')
    .optional()
    .meta({
      description: 'Where to write down, for the preview, the setting that kept the page budget; {paper} as in output.',
      examples: ['setting.{paper}.json'],
    }),
  papers: z
    .array(paper, { error: 'must be a list: ["a4", "letter"].' })
    .min(1, 'is empty. Name a paper, or leave the field out for ["a4"].')
    .default(['a4'])
    .describe('The papers to print on.'),
  pages: pages.default({}).describe('How many pages there may be, and how full the last one should be.'),
})

/**
 * The schema of `print.json`, the list of jobs that the typesetter reads, whoever wrote it. Editors read the same rules
 * as JSON Schema from `@diglot/print/print.schema.json`.
 *
 * @example
 * jobListSchema.parse({ jobs: [{ name: 'letter', source: 'letter.html', output: 'letter.{paper}.pdf' }] })
 */
export const jobListSchema = z
  .looseObject({
    $schema: z.string().optional().describe('Where the JSON Schema of this file is, for editors.'),
    jobs: z.array(job, { error: 'is missing. List the jobs there.' }).describe('The documents to print.'),
  })
  .meta({ title: 'print.json', description: 'What @diglot/print makes of the documents in this folder.' })
  .check((context) => {
    const { jobs } = context.value
    const names = new Set<string>()
    const written = new Set<string>()
    jobs.forEach((job, index) => {
      for (const key of Object.keys(job)) {
        const meant = misspelt(key)
        if (!meant) continue
        const message = `is not a field of a job. Did you mean "${meant}"?`
        context.issues.push({ code: 'custom', message, input: job, path: ['jobs', index, key] })
      }
      const complain = (field: string, message: string) =>
        context.issues.push({ code: 'custom', message, input: job, path: ['jobs', index, field] })
      if (names.has(job.name))
        complain('name', `"${job.name}" is taken by another job. Give each job a name of its own.`)
      names.add(job.name)
      for (const paper of job.papers) {
        for (const field of ['output', 'setting'] as const) {
          if (job[field] === undefined) continue
          const path = posix.normalize(withPaper(job[field], paper))
          if (written.has(path))
            complain(field, `would write ${path} twice. Put {paper} into it, or choose another path.`)
          if (path === JOB_FILE) complain(field, `would write over ${JOB_FILE} itself. Choose another path.`)
          written.add(path)
        }
      }
      const sources = sourcePaths(job)
      if (job.facing && (sources.length !== 2 || sources[0] === sources[1])) {
        complain('source', 'must be two documents for a facing edition: the left pages, then the right ones.')
      }
      if (!job.facing && sources.length > 1) {
        complain('source', 'is a list, which only a facing edition has. Add "facing": true, or make a job of each.')
      }
    })
  })

/** The field that a key was probably meant to be. Other keys are let pass: whoever writes the list may add fields. */
function misspelt(key: string): string | undefined {
  const fields = Object.keys(job.shape)
  const nearest = closest(key, fields)
  return !fields.includes(key) && distance(key, nearest) <= Math.floor(nearest.length / 3) ? nearest : undefined
}

/** One job of `print.json`, defaults filled in. */
export type Job = z.output<typeof job>

/** A paper the typesetter knows. */
export type Paper = Job['papers'][number]

/** The output path of a job on one paper, relative to the folder. */
export function outputPath(job: Pick<Job, 'output'>, paper: Paper): string {
  return withPaper(job.output, paper)
}

/** A path with the paper filled in. */
export function withPaper(path: string, paper: Paper): string {
  return path.replaceAll('{paper}', paper)
}

/** The document of a job, or the two of a facing edition, left and right, relative to the folder. */
export function sourcePaths({ source }: Pick<Job, 'source'>): string[] {
  return [source].flat()
}
