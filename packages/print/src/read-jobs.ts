import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { PrintError, type Problem } from './errors.ts'
import { JOB_FILE, type Job, jobListSchema, sourcePaths } from './jobs.ts'

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
