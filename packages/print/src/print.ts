import { access, constants } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sourceDate } from './date.ts'
import { PrintError, type Problem } from './errors.ts'
import { type Job, type Paper, sourcePaths } from './jobs.ts'
import { CAPS } from './press/caps.ts'
import { type PrintedFile, printDocument, type Run } from './press/document.ts'
import { makeFolder } from './press/folder.ts'
import { NoBrowser, Presses } from './press/presses.ts'
import { Servers } from './press/servers.ts'
import { CONCURRENCY, sources } from './press/sources.ts'
import { openCache } from './store/cache.ts'
import { engineDigest } from './store/engine.ts'

export type { PrintedFile } from './press/document.ts'

/**
 * What `onProgress` is told. `index` counts the PDFs of the run from 0, `total` is how many there are.
 *
 * @example
 * const onProgress = (event: PrintEvent) => {
 *   if (event.type === 'done') console.log(`${event.index + 1}/${event.total}`, event.file.output)
 * }
 */
export type PrintEvent =
  /** A document is begun. Several may be under way at once. */
  | { type: 'start'; job: string; paper: Paper; index: number; total: number }
  /** A PDF is in place. Told in the order of the jobs, whichever was finished first; so is `failed`. */
  | { type: 'done'; index: number; total: number; file: PrintedFile }
  /** A document could not be printed; an earlier PDF stays. */
  | { type: 'failed'; job: string; paper: Paper; index: number; total: number; problems: readonly Problem[] }
  /** Something that a person should know of, and that changes no result: a browser that had to be replaced. */
  | { type: 'notice'; message: string }

/**
 * What is printed, and how.
 *
 * @example
 * const options: PrintOptions = { dir: 'dist', out: 'paper', signal: AbortSignal.timeout(600_000) }
 */
export interface PrintOptions {
  /** The folder that the documents are in and refer to. */
  dir: string
  /** The folder to write to; `dir` when left out. */
  out?: string
  /** Milliseconds for each layout of a document to load and be paginated, and again to be written; 60,000 when left out. */
  timeout?: number
  /** The most pages that a document may come to; 2,000 when left out. */
  maxPages?: number
  /** The most memory that the process may take that shows a document, in megabytes; 2,048 when left out. */
  maxMemory?: number
  /** How many documents each browser prints at once; one more than there are cores, but at most 4, when left out. */
  concurrency?: number
  /** Whether finished PDFs are kept, and taken from there when nothing has changed; `true` when left out. */
  store?: boolean
  /** Is told how the run gets on. */
  onProgress?: (event: PrintEvent) => void
  /** Ends the run at once: PDFs that are finished stay in place, and none is half written. */
  signal?: AbortSignal
}

/**
 * Prints jobs, several at once. Every job is tried; a PDF is written only when it was read back and found to say
 * what its document says, and an earlier one stays where the new one failed.
 *
 * @param jobs what `readJobs` returned.
 * @returns the files, in the order of the jobs.
 * @throws {PrintError} with the problems of all documents that failed, after all were tried.
 * @throws {Error} when there is no browser, or `out` cannot be written to.
 * @throws the signal's reason when it was aborted.
 * @example
 * const files = await print(await readJobs('dist'), { dir: 'dist' })
 */
export async function print(jobs: readonly Job[], options: PrintOptions): Promise<PrintedFile[]> {
  if (jobs.length === 0) return []
  const { signal, onProgress } = options
  const dir = resolve(options.dir)
  const out = resolve(options.out ?? dir)
  signal?.throwIfAborted()
  await makeFolder(out).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${out} cannot be made (${error.code}). Name another folder to write to.`)
  })
  await access(out, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${out} cannot be written to (${error.code}). Allow it, or name another folder to write to.`)
  })
  const { timeout = CAPS.timeout, maxPages = CAPS.maxPages, maxMemory = CAPS.maxMemory } = options
  const caps = { timeout, maxPages, maxMemory }
  const notice = (message: string) => onProgress?.({ type: 'notice', message })
  const presses = new Presses(sources({ maxMemory, notice }), notice)
  const servers = new Servers(dir)
  // Closing the browser is what ends a page at once, whatever it is busy with.
  const stop = () => void presses.close()
  signal?.addEventListener('abort', stop)
  const cache = await openCache()
  try {
    const [date, engine, versions] = await Promise.all([sourceDate(dir), engineDigest(), presses.versions()])
    // Where nothing says what moment it is, a document that has not changed keeps that of its first printing.
    const circumstances = [engine, date?.toISOString() ?? '', ...versions]
    const store = options.store === false ? undefined : { cache, circumstances }
    return await printAll(jobs, options, { dir, out, caps, date: date ?? new Date(), presses, servers, store })
  } finally {
    signal?.removeEventListener('abort', stop)
    await presses.close()
    await servers.close()
    await cache.trim()
  }
}

async function printAll(jobs: readonly Job[], options: PrintOptions, run: Run): Promise<PrintedFile[]> {
  const { signal, concurrency = CONCURRENCY } = options
  const tasks = jobs.flatMap((job) => job.papers.map((paper) => ({ job, paper })))
  const report = inOrder(tasks, options)
  // All take from one queue.
  const queue = tasks.entries()
  let fatal: unknown
  const work = async () => {
    for (const [index, { job, paper }] of queue) {
      if (fatal || signal?.aborted) return
      options.onProgress?.({ type: 'start', job: job.name, paper, index, total: tasks.length })
      try {
        report.done(index, await printDocument(job, paper, run))
      } catch (error) {
        if (error instanceof NoBrowser) fatal ??= error
        else report.done(index, problemsOf(error, sourcePaths(job)[0] ?? job.name))
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency * run.presses.count, tasks.length) }, work))
  signal?.throwIfAborted()
  report.rest()
  if (fatal) throw fatal
  if (report.problems.length > 0) throw new PrintError(report.problems)
  return report.files
}

/** Gathers results as they come, and tells of them in the order of the tasks. */
function inOrder(tasks: readonly { job: Job; paper: Paper }[], { onProgress, signal }: PrintOptions) {
  const results: (PrintedFile | readonly Problem[])[] = []
  const files: PrintedFile[] = []
  const problems: Problem[] = []
  const total = tasks.length
  let index = 0
  const tell = ({ job, paper }: { job: Job; paper: Paper }, result: PrintedFile | readonly Problem[]) => {
    if ('output' in result) {
      files.push(result)
      onProgress?.({ type: 'done', index, total, file: result })
    } else {
      problems.push(...result)
      onProgress?.({ type: 'failed', job: job.name, paper, index, total, problems: result })
    }
  }
  return {
    files,
    problems,
    done(at: number, result: PrintedFile | readonly Problem[]) {
      results[at] = result
      // What fails because the run is called off is no news about the document.
      while (!signal?.aborted) {
        const [task, next] = [tasks[index], results[index]]
        if (!task || !next) return
        tell(task, next)
        index++
      }
    },
    /** Tells of what was finished after a document that never will be. */
    rest() {
      for (; index < total; index++) {
        const [task, next] = [tasks[index], results[index]]
        if (task && next) tell(task, next)
      }
    },
  }
}

/** A failure that nobody foresaw still names its document, and the other documents are printed. */
function problemsOf(error: unknown, document: string): readonly Problem[] {
  if (error instanceof PrintError) return error.problems
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return [{ document, message: `could not be printed: ${reason}` }]
}
