import { dirname, join, resolve } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { PrintError, type Problem } from './errors.ts'
import { type Job, outputPath, type Paper, sourcePath } from './jobs.ts'
import { sourceDate, withMetadata } from './pdf/metadata.ts'
import { verify } from './pdf/verify.ts'
import { launchBrowser } from './press/browser.ts'
import { pageParts } from './press/bundle.ts'
import { renderWithin } from './press/fit.ts'
import { isInside, makeFolder } from './press/folder.ts'
import type { RenderOptions } from './press/render.ts'
import { serveFolder } from './press/server.ts'

/** A PDF that was written and found good. */
export interface PrintedFile {
  /** The job it belongs to. */
  job: string
  paper: Paper
  /** The path, relative to the folder, or to `out` where that was given. */
  output: string
  pages: number
  /** How many passages marked `data-drop` were left out to keep the page budget. */
  dropped: number
  bytes: number
  /** The names of the embedded fonts. */
  fonts: string[]
  /** Milliseconds, from loading the document to the written file. */
  ms: number
}

/** What `onProgress` is told. */
export type PrintEvent =
  | { type: 'start'; job: string; paper: Paper; index: number; total: number }
  | { type: 'done'; index: number; total: number; file: PrintedFile }
  | { type: 'failed'; job: string; paper: Paper; index: number; total: number; problems: readonly Problem[] }

/** What is printed, and how. */
export interface PrintOptions {
  /** The folder that the documents are in and refer to. */
  dir: string
  /** The folder to write to; `dir` when left out. */
  out?: string
  /** Milliseconds for one document to load and be paginated, and again to be written; 60,000 when left out. */
  timeout?: number
  onProgress?: (event: PrintEvent) => void
  signal?: AbortSignal
}

/**
 * Prints jobs with one browser. Every job is tried; a PDF is written only when it was read back and found to say
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
  const { signal } = options
  const dir = resolve(options.dir)
  const out = resolve(options.out ?? dir)
  signal?.throwIfAborted()
  await makeFolder(out).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${out} cannot be made (${error.code}). Name another folder to write to.`)
  })
  const date = await sourceDate(dir)
  // Built while the browser starts; whoever needs them learns of a failure.
  pageParts().catch(() => undefined)
  const server = await serveFolder(dir)
  try {
    const browser = await launchBrowser()
    // Closing the browser is what ends a page at once, whatever it is busy with.
    const stop = () => void browser.close().catch(() => undefined)
    signal?.addEventListener('abort', stop)
    try {
      return await printAll(jobs, { ...options, dir, out }, { browser, server, date })
    } finally {
      signal?.removeEventListener('abort', stop)
      await browser.close()
    }
  } finally {
    await server.close()
  }
}

/** Both folders as absolute paths. */
type Resolved = PrintOptions & { out: string }

/** What all documents of a run share. */
interface Press extends Pick<RenderOptions, 'browser' | 'server'> {
  date: Date
}

async function printAll(jobs: readonly Job[], options: Resolved, press: Press): Promise<PrintedFile[]> {
  const { onProgress, signal } = options
  const tasks = jobs.flatMap((job) => job.papers.map((paper) => ({ job, paper })))
  const files: PrintedFile[] = []
  const problems: Problem[] = []
  for (const [index, { job, paper }] of tasks.entries()) {
    signal?.throwIfAborted()
    const about = { job: job.name, paper, index, total: tasks.length }
    onProgress?.({ type: 'start', ...about })
    const result = await printOne(job, paper, options, press).catch((error: unknown) => {
      signal?.throwIfAborted()
      return problemsOf(error, sourcePath(job))
    })
    if ('output' in result) {
      files.push(result)
      onProgress?.({ type: 'done', index, total: tasks.length, file: result })
    } else {
      problems.push(...result)
      onProgress?.({ type: 'failed', ...about, problems: result })
    }
  }
  if (problems.length > 0) throw new PrintError(problems)
  return files
}

/** A failure that nobody foresaw still names its document, and the other documents are printed. */
function problemsOf(error: unknown, document: string): readonly Problem[] {
  if (error instanceof PrintError) return error.problems
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return [{ document, message: `could not be printed: ${reason}` }]
}

async function printOne(job: Job, paper: Paper, options: Resolved, press: Press): Promise<PrintedFile> {
  const start = performance.now()
  const { browser, server, date } = press
  const source = sourcePath(job)
  const output = outputPath(job, paper)
  const { pdf, pagination, info, dropped } = await renderWithin(job.pages.max, {
    browser,
    server,
    source,
    paper,
    timeout: options.timeout ?? 60_000,
  })
  const bytes = await withMetadata(pdf, info, date)
  const { problems, fonts } = await verify(bytes, pagination.pages)
  if (problems.length > 0) throw new PrintError(problems.map((problem) => ({ document: source, ...problem })))
  await write(options.out, output, bytes).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof PrintError) throw error
    const message = `${output} cannot be written (${error.code}). Make room for it, or close the program that has it open.`
    throw new PrintError({ document: source, message })
  })
  return {
    job: job.name,
    paper,
    output,
    pages: pagination.pages.length,
    dropped,
    bytes: bytes.byteLength,
    fonts,
    ms: Math.round(performance.now() - start),
  }
}

/** Puts a file in place as a whole or not at all, and never outside the folder. */
async function write(out: string, output: string, bytes: Uint8Array): Promise<void> {
  const to = join(out, output)
  await makeFolder(dirname(to))
  if (!((await isInside(out, dirname(to))) && (await isInside(out, to)))) {
    const message = 'is a link to a place outside the folder. Remove the link, or choose another output.'
    throw new PrintError({ document: output, message })
  }
  await writeFileAtomic(to, Buffer.from(bytes))
}
