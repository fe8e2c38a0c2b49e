#!/usr/bin/env node
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { defineCommand, parseArgs, renderUsage } from 'citty'
import picomatch from 'picomatch'
import { formatProblem, PrintError } from './errors.ts'
import { JOB_FILE, type Job, readJobs } from './jobs.ts'
import type { PrintEvent, PrintedFile } from './print.ts'
import { count, describeFit } from './report.ts'

/** How the process ends. */
const EXIT = { printed: 0, failed: 1, usage: 2, interrupted: 130 }

const args = {
  dir: { type: 'positional', description: 'The folder that holds print.json', required: true },
  job: { type: 'string', description: 'Only the jobs whose name matches, e.g. "zh/*"', valueHint: 'glob' },
  out: { type: 'string', description: 'The folder to write to, instead of the same one', valueHint: 'dir' },
  json: { type: 'boolean', description: 'Report on stdout as JSON' },
} as const

const command = defineCommand({
  meta: {
    name: 'diglot-print',
    description: 'Print the documents that a folder lists in print.json, and check every PDF',
  },
  args,
})

const MORE_HELP = `
EXIT CODES

  0  all printed
  1  a document failed: no file was written for it, an earlier one stays
  2  wrong usage, or a bad print.json

ENVIRONMENT

  DIGLOT_BROWSER     path of a Chromium; else the pinned one, else an installed Chrome, Chromium or Edge
  SOURCE_DATE_EPOCH  seconds since 1970 that go into the PDFs; else the newest commit's time
`

class UsageError extends Error {}

async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    const usage = await renderUsage(command)
    process.stdout.write((process.stdout.isTTY ? usage : stripVTControlCharacters(usage)) + MORE_HELP)
    return EXIT.printed
  }
  const { dir, job, out, json } = parse(argv)
  const jobs = await readJobs(dir)
  const wanted = job === undefined ? jobs : jobs.filter((candidate) => picomatch(job)(candidate.name))
  if (jobs.length > 0 && wanted.length === 0) {
    throw new UsageError(
      `--job ${job} matches none of the jobs in ${join(dir, JOB_FILE)}: ${jobs.map(({ name }) => name).join(', ')}.`,
    )
  }
  return json ? printAsJson(dir, wanted, out) : printAsLines(dir, wanted, out)
}

/** Loaded when it is needed: it brings the browser's driver and more, which help and usage errors need not wait for. */
async function print(...args: Parameters<typeof import('./print.ts').print>): Promise<PrintedFile[]> {
  return (await import('./print.ts')).print(...args)
}

async function printAsLines(dir: string, jobs: Job[], out: string | undefined): Promise<number> {
  const line = statusLine()
  let failed = 0
  const onProgress = (event: PrintEvent) => {
    if (event.type === 'start') return line.show(`${event.index + 1}/${event.total} ${event.job} (${event.paper})`)
    line.clear()
    if (event.type === 'notice') process.stderr.write(`${event.message}\n`)
    else if (event.type === 'done') {
      process.stdout.write(`${describe(event.file, out ?? dir)}\n`)
      const { output: document, remarks } = event.file
      for (const remark of remarks) process.stderr.write(`warning: ${formatProblem({ document, ...remark })}\n`)
    } else {
      failed++
      for (const problem of event.problems) process.stderr.write(`${formatProblem(problem)}\n`)
    }
  }
  try {
    await print(jobs, { dir, onProgress, signal: interruption.signal, ...(out === undefined ? {} : { out }) })
    return EXIT.printed
  } catch (error) {
    if (!(error instanceof PrintError)) throw error
    process.stderr.write(`${failed} of ${jobs.flatMap((job) => job.papers).length} PDFs could not be printed.\n`)
    return EXIT.failed
  } finally {
    line.clear()
  }
}

async function printAsJson(dir: string, jobs: Job[], out: string | undefined): Promise<number> {
  const files: PrintedFile[] = []
  const onProgress = (event: PrintEvent) => void (event.type === 'done' && files.push(event.file))
  const problems = await print(jobs, {
    dir,
    onProgress,
    signal: interruption.signal,
    ...(out === undefined ? {} : { out }),
  }).then(
    () => [],
    (error: unknown) => {
      if (error instanceof PrintError) return error.problems
      throw error
    },
  )
  process.stdout.write(`${JSON.stringify({ files, problems }, null, 2)}\n`)
  return problems.length === 0 ? EXIT.printed : EXIT.failed
}

function describe({ output, bytes, fonts, ms, ...file }: PrintedFile, dir: string): string {
  return `${join(dir, output)}  ${describeFit(file)}, ${Math.ceil(bytes / 1000)} kB, ${count(fonts.length, 'font')}, ${ms} ms`
}

/** One line that is written over on a terminal; nothing elsewhere, where every file has a line of its own anyway. */
function statusLine() {
  const { stderr } = process
  return {
    show: (text: string) => void (stderr.isTTY && stderr.write(`\r\u001b[2K${text}`)),
    clear: () => void (stderr.isTTY && stderr.write('\r\u001b[2K')),
  }
}

function parse(argv: string[]): { dir: string; job?: string; out?: string; json: boolean } {
  for (const arg of argv) {
    const name = /^-+([^=]+)/.exec(arg)?.[1]
    if (name !== undefined && !Object.hasOwn(args, name))
      throw new UsageError(`Unknown option ${arg}. Run diglot-print --help.`)
  }
  const [dir, ...rest] = parseArgs(argv, { ...args, dir: { ...args.dir, required: false } })._
  if (dir === undefined) throw new UsageError('No folder given. Run diglot-print <dir>, or diglot-print --help.')
  if (rest.length > 0) throw new UsageError(`One folder at a time, but there is also ${rest.join(' ')}.`)
  const { job, out, json } = parseArgs(argv, args)
  for (const [name, value] of Object.entries({ job, out })) {
    if (value === '') throw new UsageError(`--${name} needs a value. Run diglot-print --help.`)
  }
  return { dir, json: json === true, ...(job === undefined ? {} : { job }), ...(out === undefined ? {} : { out }) }
}

const interruption = new AbortController()
// Not `once`: libraries that tidy up at a signal end the process as soon as they find nobody else listening.
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () =>
    interruption.abort(new Error(`Stopped by ${name}. Finished PDFs are in place, none is half written.`)),
  )

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.exitCode = interruption.signal.aborted
    ? EXIT.interrupted
    : error instanceof PrintError || error instanceof UsageError
      ? EXIT.usage
      : EXIT.failed
  process.stderr.write(`${message}\n`)
}
