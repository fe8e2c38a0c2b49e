import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, posix } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { PrintError, type Problem } from './errors.ts'

/** The name that the job list has in every folder. */
export const JOB_FILE = 'print.json'

/** A path that stays inside the folder: relative, with forward slashes, never upwards. */
const inside = z
  .string({ error: 'is missing. Give a path relative to the folder.' })
  .min(1, 'is empty. Give a path relative to the folder.')
  .refine((path) => !isAbsolute(path) && !/^[a-z]:|\\/i.test(path), {
    error: 'must be relative to the folder, with forward slashes.',
    abort: true,
  })
  .refine((path) => !posix.normalize(path).startsWith('..'), 'leaves the folder. Name a path inside it.')

const job = z.looseObject({
  /** What messages, `--job` and progress call the job; unique in the list. */
  name: z.string({ error: 'is missing. Give the job a name.' }).min(1, 'is empty. Give the job a name.'),
  /** The document, or the two documents of a facing edition, in the order left, right. */
  source: z.union([inside, z.array(inside).min(1)], {
    error: 'must be one path or a list of paths inside the folder.',
  }),
  /** Whether two sources are set on facing pages, the first one on the left. */
  facing: z.boolean().optional(),
  /** Where the PDF goes; `{paper}` stands for the paper. */
  output: inside.refine((path) => path.endsWith('.pdf'), 'must end in .pdf.'),
  /** Where to put down, as JSON, the setting that kept the page budget, for the document's preview; nowhere if left out. */
  setting: inside.refine((path) => path.endsWith('.json'), 'must end in .json.').optional(),
  /** The papers to print on. */
  papers: z
    .array(z.enum(['a4', 'letter'], { error: 'must be "a4" or "letter".' }), {
      error: 'must be a list: ["a4", "letter"].',
    })
    .min(1, 'is empty. Name a paper, or leave the field out for ["a4"].')
    .default(['a4']),
  /** The page budget: the most pages, and the least share of the last one that should be filled. */
  pages: z
    .strictObject({
      max: z.int({ error: 'must be a whole number.' }).min(1, 'must be at least 1.').optional(),
      fill: z
        .number({ error: 'must be a number from 0 to 1.' })
        .min(0, 'must be a number from 0 to 1.')
        .max(1, 'must be a number from 0 to 1.')
        .optional(),
    })
    .default({}),
})

/**
 * The schema of `print.json`, the list of jobs that the typesetter reads, whoever wrote it.
 *
 * @example
 * jobListSchema.parse({ jobs: [{ name: 'letter', source: 'letter.html', output: 'letter.{paper}.pdf' }] })
 */
export const jobListSchema = z
  .looseObject({ jobs: z.array(job, { error: 'is missing. List the jobs there.' }) })
  .check((context) => {
    const { jobs } = context.value
    const names = new Set<string>()
    const outputs = new Set<string>()
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
        const output = posix.normalize(outputPath(job, paper))
        if (outputs.has(output))
          complain('output', `would write ${output} twice. Put {paper} into it, or choose another path.`)
        outputs.add(output)
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

/**
 * Reads and checks the job list of a folder.
 *
 * @param dir the folder that holds `print.json`.
 * @throws {PrintError} with everything that is wrong with the list, not only the first thing.
 * @example
 * const jobs = await readJobs('apps/site/dist')
 */
export async function readJobs(dir: string): Promise<Job[]> {
  const complain = (message: string) => new PrintError({ document: join(dir, JOB_FILE), message })
  const text = await readFile(join(dir, JOB_FILE), 'utf8').catch(() => {
    throw complain('cannot be read. Write the list of jobs there: { "jobs": [{ "name", "source", "output" }] }.')
  })
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw complain(`is not JSON: ${(error as Error).message}. Mend it and run again.`)
  }
  const result = jobListSchema.safeParse(data)
  if (!result.success) throw new PrintError(result.error.issues.map((issue) => describeIssue(dir, issue)))

  const jobs: Job[] = result.data.jobs
  const missing: Problem[] = []
  for (const { name, source } of jobs.flatMap((job) => sourcePaths(job).map((source) => ({ ...job, source })))) {
    const found = await stat(join(dir, source)).catch(() => undefined)
    if (!found?.isFile()) {
      missing.push({
        document: join(dir, JOB_FILE),
        message: `job "${name}": source ${source} does not exist. Build it first, or mend the path.`,
      })
    }
  }
  if (missing.length > 0) throw new PrintError(missing)
  return jobs
}

function describeIssue(dir: string, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.reduce<string>(
    (all, key) => (typeof key === 'number' ? `${all}[${key}]` : all === '' ? String(key) : `${all}.${String(key)}`),
    '',
  )
  return { document: join(dir, JOB_FILE), message: `${path === '' ? 'the file' : path} ${issue.message}` }
}
