/**
 * Loads hostile data sets in a process of its own, one after another, as its parent names them, and measures what each
 * takes. What it says comes through the channel between the two; an uncaught error ends it.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ContentError, loadContent } from '@diglot/content/load'
import { corpus } from './corpus.ts'
import { type Entry, innocent } from './data-set.ts'

const STATUS = '/proc/self/status'

/** What became of a data set. */
export interface Outcome {
  index: number
  /** What was said of it; nothing where it was taken. */
  message: string
  /** Whether it was said in words of ours. */
  isContentError: boolean
  /** Seconds of processor time. */
  seconds: number
  /** The most memory that the process had until then, in megabytes. */
  megabytes: number
}

process.on('message', async (index: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-hostile-'))
  try {
    const files: Record<string, Entry | null> = { ...innocent, ...corpus[index]?.files }
    for (const [name, entry] of Object.entries(files)) if (entry !== null) write(join(folder, name), entry)
    process.send?.(await load(folder, index))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function load(folder: string, index: number): Promise<Outcome> {
  const before = process.cpuUsage()
  let message = ''
  let isContentError = true
  try {
    await loadContent(folder, { audience: 'public' })
  } catch (error) {
    isContentError = error instanceof ContentError
    message = isContentError ? (error as Error).message : String((error as Error).stack)
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  return { index, message: message.slice(0, 20_000), isContentError, seconds, megabytes: mostMemory() }
}

/** In megabytes. What Linux reckons as used begins with what the parent had, so the record of this process alone is read there. */
function mostMemory(): number {
  const own = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(STATUS, 'utf8')) : undefined
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) / 1024
}

function write(path: string, entry: Entry): void {
  mkdirSync(dirname(path), { recursive: true })
  if (typeof entry === 'string' || entry instanceof Uint8Array) writeFileSync(path, entry)
  else if (entry.kind === 'folder') mkdirSync(path)
  else if (entry.kind === 'link') symlinkSync(entry.to, path)
  else execFileSync('mkfifo', [path])
}
