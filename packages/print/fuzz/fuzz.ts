/**
 * Sets generated documents, mixed ones by seed and those written to break pagination, on A4 and on Letter, and looks
 * whether each is whole: every character in its order, every line in its page, in the PDF as on the pages.
 *
 * `pnpm fuzz` prints what failed, and figures; the exit code is 1 if anything did. `--seeds <n>` (200), `--from <seed>`
 * (1), `--paper a4|letter` (both), `--jobs <n>` at once (2), `--only <words>` in the name, `--no-pdf` for pagination
 * alone, `--timeout <seconds>` for one document (120).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Paper } from '../src/jobs.ts'
import { launchBrowser } from '../src/press/browser.ts'
import { serveFolder } from '../src/press/server.ts'
import { ADVERSARIAL } from './adversarial.ts'
import { fixtures } from './fixtures.ts'
import { judge } from './judge.ts'
import { mixed } from './mixed.ts'
import { Press } from './press.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    paper: { type: 'string', multiple: true, default: ['a4', 'letter'] },
    jobs: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    pdf: { type: 'boolean', default: true },
    timeout: { type: 'string', default: '120' },
  },
})

interface Case {
  name: string
  family: string
  html: () => string
  paper: Paper
}

interface Outcome {
  pages: number
  faults: string[]
}

const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.from) + index)
const documents: Omit<Case, 'paper'>[] = [
  ...(await fixtures()).map(([name, html]) => ({ name, family: 'fixtures', html: () => html })),
  ...[...ADVERSARIAL].map(([name, html]) => ({ name, family: 'adversarial', html: () => html })),
  ...seeds.map((seed) => ({ name: `seed ${seed}`, family: 'mixed', html: () => mixed(seed) })),
]
const cases: Case[] = documents
  .filter(({ name }) => name.includes(values.only))
  .flatMap((document) => values.paper.map((paper) => ({ ...document, paper: paper as Paper })))

const dir = await mkdtemp(join(tmpdir(), 'diglot-fuzz-'))
const server = await serveFolder(dir)
const browser = await launchBrowser()
const outcomes = new Map<Case, Outcome>()
try {
  const press = await Press.open(browser, server, dir)
  const queue = cases.values()
  await Promise.all(Array.from({ length: Number(values.jobs) }, () => work(press, queue)))
} finally {
  await browser.close()
  await server.close()
  await rm(dir, { recursive: true, force: true })
}
report()

/** Takes cases until there are no more; the queue is shared. */
async function work(press: Press, queue: Iterable<Case>): Promise<void> {
  for (const item of queue) {
    const outcome = await run(press, item)
    outcomes.set(item, outcome)
    for (const fault of outcome.faults.slice(0, 4)) console.log(`${item.name}, ${item.paper}: ${fault}`)
  }
}

async function run(press: Press, { html, paper }: Case): Promise<Outcome> {
  try {
    const proof = await press.set(html(), paper, values.pdf, Number(values.timeout) * 1000)
    return { pages: proof.sheets.length, faults: await judge(proof) }
  } catch (error) {
    return { pages: 0, faults: [String(error).split('\n')[0] ?? ''] }
  }
}

function report(): void {
  console.log('\nfamily       paper   documents  whole  pages')
  for (const family of new Set(cases.map((item) => item.family))) {
    for (const paper of values.paper) {
      const mine = cases.filter((item) => item.family === family && item.paper === paper)
      const results = mine.map((item) => outcomes.get(item)).filter((outcome) => outcome !== undefined)
      const whole = results.filter(({ faults }) => faults.length === 0).length
      const pages = results.reduce((sum, outcome) => sum + outcome.pages, 0)
      const figures = [
        [mine.length, 9],
        [whole, 5],
        [pages, 5],
      ].map(([n = 0, width]) => String(n).padStart(width ?? 0))
      console.log(`${family.padEnd(11)}  ${paper.padEnd(6)}  ${figures.join('  ')}`)
    }
  }
  const failed = cases.filter((item) => (outcomes.get(item)?.faults.length ?? 1) > 0)
  if (failed.length === 0) return
  console.log(`\nNot whole: ${failed.map(({ name, paper }) => `${name} (${paper})`).join(', ')}`)
  process.exitCode = 1
}
