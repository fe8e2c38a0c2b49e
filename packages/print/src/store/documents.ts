import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job, Paper } from '../jobs.ts'
import { type Cache, digest } from './cache.ts'

/** A finished PDF with whatever its report says of it. */
export interface Made<Report> {
  report: Report
  bytes: Uint8Array
}

/** What a document comes from beside its files. */
export interface Origin {
  /** The folder that its files are in. */
  dir: string
  job: Job
  paper: Paper
  /** Whatever else decides how it comes out: engine, browser, date. */
  circumstances: readonly string[]
}

/** A place for one document, found by what it comes from. */
export interface Place<Report> {
  /** The document, if it was made of the same before. */
  found: Made<Report> | undefined
  /** Keeps it, with the files that it loaded. */
  keep(made: Made<Report>, loaded: Iterable<string>): Promise<void>
}

/**
 * Looks for a finished document. An entry lies under a digest of the document's HTML and its circumstances and names
 * the files that were loaded for it, each with its digest: it is the one if they all still are the same.
 */
export async function findDocument<Report>(cache: Cache, origin: Origin): Promise<Place<Report>> {
  const { dir, job, paper, circumstances } = origin
  // Whoever adds a field to a job may mean it to change the document; its names do not.
  const { name, output, papers, setting, ...rest } = job
  const sources = await Promise.all([job.source].flat().map((source) => fileDigest(dir, source)))
  const folder = `documents/${digest(...circumstances, paper, JSON.stringify(rest), ...sources.map(String))}`
  const start = Date.now()
  return {
    found: await find(cache, folder, dir),
    async keep({ report, bytes }, loaded) {
      const files: [string, string][] = []
      for (const path of [...new Set([...loaded, ...[job.source].flat()])].sort()) {
        const now = await fileDigest(dir, path)
        const changed = (await stat(join(dir, path)).catch(() => undefined))?.ctimeMs ?? Number.POSITIVE_INFINITY
        // A file that was written meanwhile is perhaps not the one that was printed.
        if (!now || changed >= start) return
        files.push([path, now])
      }
      const head = Buffer.from(`${JSON.stringify({ files, report })}\n`)
      await cache.write(`${folder}/${digest(JSON.stringify(files)).slice(0, 16)}`, Buffer.concat([head, bytes]))
    },
  }
}

async function find<Report>(cache: Cache, folder: string, dir: string): Promise<Made<Report> | undefined> {
  for (const name of await cache.list(folder)) {
    const entry = await cache.read(name)
    if (!entry) continue
    const end = entry.indexOf('\n')
    const { files, report } = JSON.parse(entry.subarray(0, end).toString()) as {
      files: [path: string, digest: string][]
      report: Report
    }
    const same = await Promise.all(files.map(async ([path, then]) => (await fileDigest(dir, path)) === then))
    if (same.every(Boolean)) return { report, bytes: entry.subarray(end + 1) }
  }
  return undefined
}

async function fileDigest(dir: string, path: string): Promise<string | undefined> {
  const data = await readFile(join(dir, path)).catch(() => undefined)
  return data && digest(data)
}
