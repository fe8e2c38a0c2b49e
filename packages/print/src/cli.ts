#!/usr/bin/env node
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { defineCommand, parseArgs, renderUsage } from 'citty'
import picomatch from 'picomatch'
import { PrintError } from './errors.ts'
import { JOB_FILE } from './jobs.ts'
import type { PrintOptions } from './print.ts'
import { readJobs } from './read-jobs.ts'
import { jsonReporter, lineReporter } from './reporters.ts'

/** How the process ends. */
const EXIT = { printed: 0, failed: 1, usage: 2, interrupted: 130 }

const args = {
  dir: { type: 'positional', description: 'The folder that holds print.json', required: true },
  job: { type: 'string', description: 'Only the jobs whose name matches, e.g. "zh/*"', valueHint: 'glob' },
  out: { type: 'string', description: 'The folder to write to, instead of the same one', valueHint: 'dir' },
  concurrency: { type: 'string', description: 'How many documents a browser prints at once', valueHint: 'n' },
  timeout: {
    type: 'string',
    description: 'How long one layout of a document may take, and again its writing; 60 by default',
    valueHint: 'seconds',
  },
  'max-pages': { type: 'string', description: 'The most pages of a document; 2000 by default', valueHint: 'n' },
  'max-memory': {
    type: 'string',
    description: 'The most memory that a document may take; 2048 by default',
    valueHint: 'megabytes',
  },
  store: {
    type: 'boolean',
    default: true,
    negativeDescription: 'Print all anew, and keep no document for the next time',
  },
  quiet: { type: 'boolean', description: 'Say only what went wrong' },
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

  0    all printed
  1    a document failed: no file was written for it, an earlier one stays; or none could be printed
  2    wrong usage, or a bad print.json
  130  interrupted: finished PDFs are in place, none is half written

ENVIRONMENT

  DIGLOT_BROWSER     path of a Chromium; else the pinned one, else an installed Chrome, Chromium or Edge
  DIGLOT_BROWSER_WS  addresses of browsers elsewhere to print on, with commas between them
  DIGLOT_CACHE_DIR   where finished PDFs are kept; else in node_modules/.cache/diglot
  SOURCE_DATE_EPOCH  seconds since 1970 that go into the PDFs; else the newest commit's time; without a commit, now
`

class UsageError extends Error {}

async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    const usage = await renderUsage(command)
    process.stdout.write((process.stdout.isTTY ? usage : stripVTControlCharacters(usage)) + MORE_HELP)
    return EXIT.printed
  }
  const { job, json, quiet, options } = parse(argv)
  const { dir } = options
  const jobs = await readJobs(dir)
  const wanted = job === undefined ? jobs : jobs.filter((candidate) => picomatch(job)(candidate.name))
  if (jobs.length > 0 && wanted.length === 0) {
    throw new UsageError(
      `--job ${job} matches none of the jobs in ${join(dir, JOB_FILE)}: ${jobs.map(({ name }) => name).join(', ')}.`,
    )
  }
  const reporter = json ? jsonReporter() : lineReporter(options.out ?? dir, quiet)
  // Loaded when it is needed: help and usage errors need not wait for it.
  const { print } = await import('./print.ts')
  try {
    await print(wanted, { ...options, onProgress: reporter.tell, signal: interruption.signal })
    return EXIT.printed
  } catch (error) {
    // Each was told of when it happened.
    if (error instanceof PrintError) return EXIT.failed
    throw error
  } finally {
    reporter.end()
  }
}

/** What the command line asks for. */
interface Request {
  job: string | undefined
  json: boolean
  quiet: boolean
  options: PrintOptions
}

function parse(argv: string[]): Request {
  for (const arg of argv) {
    const name = /^-+(?:no-(?=store))?([^=]+)/.exec(arg)?.[1]
    if (name !== undefined && !Object.hasOwn(args, name))
      throw new UsageError(`Unknown option ${arg}. Run diglot-print --help.`)
  }
  const [dir, ...rest] = parseArgs(argv, { ...args, dir: { ...args.dir, required: false } })._
  if (dir === undefined) throw new UsageError('No folder given. Run diglot-print <dir>, or diglot-print --help.')
  if (rest.length > 0) throw new UsageError(`One folder at a time, but there is also ${rest.join(' ')}.`)
  const given = parseArgs(argv, args)
  const { job, out, json, quiet, store } = given
  for (const name of Object.keys(args) as (keyof typeof args)[]) {
    if (given[name] === '') throw new UsageError(`--${name} needs a value. Run diglot-print --help.`)
  }
  const numbers = Object.entries(NUMBERS).flatMap(([name, { option, least, most, unit }]) => {
    const value = given[name as keyof typeof NUMBERS]
    if (value === undefined) return []
    if (!(Number(value) >= least && Number(value) <= most) || (unit === 1 && !/^\d+$/.test(value)))
      throw new UsageError(
        `--${name} is "${value}". Give a ${unit === 1 ? 'whole ' : ''}number above 0, at most ${most}.`,
      )
    return [[option, Number(value) * unit]]
  })
  return {
    job,
    json: json === true,
    quiet: quiet === true,
    options: { dir, store: store !== false, ...(out !== undefined && { out }), ...Object.fromEntries(numbers) },
  }
}

/**
 * Options that take a number: what they are called in the program, from where to where they go, and in what unit they are
 * there. With less memory no window opens.
 */
const NUMBERS = {
  concurrency: { option: 'concurrency', least: 1, most: 99, unit: 1 },
  timeout: { option: 'timeout', least: 0.001, most: 86_400, unit: 1000 },
  'max-pages': { option: 'maxPages', least: 1, most: 100_000, unit: 1 },
  'max-memory': { option: 'maxMemory', least: 200, most: 1_000_000, unit: 1 },
} as const satisfies Record<string, { option: keyof PrintOptions; least: number; most: number; unit: 1 | 1000 }>

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
