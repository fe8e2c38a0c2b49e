import { dirname, join } from 'node:path'
import { PrintError } from '../errors.ts'
import { type Job, outputPath, type Paper, sourcePaths, withPaper } from '../jobs.ts'
import { askVeraPdf, type Verdict } from '../pdf/verapdf.ts'
import { describePages, type Report } from '../report.ts'
import type { Cache } from '../store/cache.ts'
import { findDocument, type Made } from '../store/documents.ts'
import type { Caps } from './caps.ts'
import { isInside, makeFolder, writeWhole } from './folder.ts'
import type { Presses } from './presses.ts'
import type { Servers } from './servers.ts'

/**
 * A PDF that was written and found good.
 *
 * @example
 * const emptiest = (files: PrintedFile[]) => Math.min(...files.map(({ last }) => last.share))
 */
export interface PrintedFile extends Report {
  /** The job it belongs to. */
  job: string
  paper: Paper
  /** The path, relative to the folder, or to `out` where that was given. */
  output: string
  /** `verapdf` is what veraPDF says of it, where that is installed. */
  conformance: Report['conformance'] & { verapdf: Verdict }
  /** Whether it was taken from the store, because nothing that it depends on has changed. */
  stored: boolean
  /** Milliseconds, from loading the document to the written file. */
  ms: number
}

/** What all documents of a run share. */
export interface Run {
  /** The folder that the documents are in; absolute, as is `out`. */
  dir: string
  out: string
  caps: Caps
  date: Date
  presses: Presses
  servers: Servers
  /** Where finished documents are kept, and what decides whether they still hold; none where nothing is kept. */
  store: { cache: Cache; circumstances: readonly string[] } | undefined
}

/**
 * Prints one document on one paper, or takes it from the store, and writes it.
 *
 * @throws {PrintError} when it cannot be printed as it is.
 * @throws {NoBrowser}
 */
export async function printDocument(job: Job, paper: Paper, run: Run): Promise<PrintedFile> {
  const start = performance.now()
  const output = outputPath(job, paper)
  const place = run.store && (await findDocument<Report>(run.store.cache, { dir: run.dir, job, paper, ...run.store }))
  // It may have been kept under a higher cap.
  const found = place?.found && place.found.report.pages <= run.caps.maxPages ? place.found : undefined
  const made = found ?? (await make(job, paper, run, place?.keep))
  const files = new Map<string, Uint8Array>()
  if (job.setting) files.set(withPaper(job.setting, paper), Buffer.from(JSON.stringify(made.report.setting)))
  // The PDF last: a document that failed has left an earlier one in place.
  files.set(output, made.bytes)
  for (const [path, bytes] of files) {
    await write(run.out, path, bytes).catch((error: NodeJS.ErrnoException) => {
      if (error instanceof PrintError) throw error
      const message = `${path} cannot be written (${error.code}). Make room for it, or close the program that has it open.`
      throw new PrintError({ document: sourcePaths(job)[0] ?? job.name, message })
    })
  }
  const conformance = { ...made.report.conformance, verapdf: await askVeraPdf(join(run.out, output)) }
  return {
    job: job.name,
    paper,
    output,
    ...made.report,
    conformance,
    stored: found !== undefined,
    ms: Math.round(performance.now() - start),
  }
}

type Keep = (made: Made<Report>, loaded: Iterable<string>) => Promise<void>

async function make(job: Job, paper: Paper, run: Run, keep: Keep | undefined): Promise<Made<Report>> {
  const [source = '', facing] = sourcePaths(job)
  // Loaded when a document has to be set: what is in the store needs none of it.
  const [{ finish }, { verify }, { renderWithin }] = await Promise.all([
    import('../pdf/finish.ts'),
    import('../pdf/verify.ts'),
    import('./fit.ts'),
  ])
  return run.servers.use(async (server) => {
    const { pdf, pagination, info, layouts, tightness, drop } = await run.presses.use(source, (browser) =>
      renderWithin(job.pages, { browser, server, source, ...(facing && { facing }), paper, ...run.caps }),
    )
    const { bytes, document, failures } = await finish(pdf, pagination, info, run.date)
    const { problems, remarks, fonts } = await verify(bytes, document, pagination)
    if (problems.length > 0) throw new PrintError(problems.map((problem) => ({ document: source, ...problem })))
    const conformance = { pdfua: failures.length === 0, failures }
    const setting = { tightness, drop }
    const pages = describePages(pagination)
    const report = {
      ...pages,
      remarks: [...pages.remarks, ...remarks],
      layouts,
      setting,
      bytes: bytes.byteLength,
      fonts,
      conformance,
    }
    const made = { bytes, report }
    await keep?.(made, server.loaded())
    return made
  })
}

/** Puts a file in place as a whole or not at all, and never outside the folder. */
async function write(out: string, output: string, bytes: Uint8Array): Promise<void> {
  const to = join(out, output)
  await makeFolder(dirname(to))
  if (!((await isInside(out, dirname(to))) && (await isInside(out, to)))) {
    const message = 'is a link to a place outside the folder. Remove the link, or choose another output.'
    throw new PrintError({ document: output, message })
  }
  await writeWhole(to, bytes)
}
