/**
 * What the typesetter costs, as ratios to the browser's own printing of the same HTML. Both are measured in turn in one
 * run, because machines are too unlike and too restless for milliseconds to be compared.
 *
 * `pnpm bench` prints tables; `--rounds <n>` (default 5) sets how often each is measured.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../src/press/browser.ts'
import { renderWithin } from '../src/press/fit.ts'
import { type FolderServer, serveFolder } from '../src/press/server.ts'
import { print } from '../src/print.ts'
import { THREE_PAGES, writeDocuments } from './documents.ts'
import { peakMemory } from './memory.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is "${values.rounds}". Use a whole number from 1.`)
  process.exit(2)
}

/** Sections to about 3, 26, 50, 126 and 500 pages of A4. */
const [SHORT, CHAPTER, FIFTY, BOOK, VOLUME] = [THREE_PAGES, 67, 124, 314, 1246] as const

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number

/**
 * Loads, paginates, checks the pages, prints; and again, set tighter, where that spares a page that is nearly empty. As in
 * a run, in a window that has set a document before.
 */
async function typeset(browser: Browser, server: FolderServer, sections: number) {
  const source = `${sections}.html`
  const { pagination, layouts } = await renderWithin({}, { browser, server, source, paper: 'a4', timeout: 300_000 })
  return { pages: pagination.pages.length, layouts }
}

/** Loads and prints, in a new window. */
async function native(browser: Browser, server: FolderServer, sections: number): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${server.origin}/${sections}.html`)
  await page.pdf({ format: 'a4', tagged: true, outline: true })
  await page.close()
}

function table(head: string[], rows: (string | number)[][]): void {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : cell)))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  for (const row of cells) console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
  console.log()
}

async function measureLengths(browser: Browser, server: FolderServer): Promise<void> {
  const rows: (string | number)[][] = []
  const perPage = new Map<number, number>()
  for (const sections of [SHORT, CHAPTER, FIFTY, BOOK, VOLUME]) {
    // What is built or cut once for all documents is not what is measured.
    const { pages, layouts } = await typeset(browser, server, sections)
    const times = { typeset: [] as number[], native: [] as number[] }
    for (let round = 0; round < (sections === VOLUME ? Math.min(rounds, 3) : rounds); round++) {
      times.typeset.push(await time(() => typeset(browser, server, sections)))
      times.native.push(await time(() => native(browser, server, sections)))
    }
    const [ours, theirs] = [median(times.typeset), median(times.native)]
    perPage.set(sections, ours / pages)
    rows.push([pages, layouts, ours, theirs, (ours / theirs).toFixed(2), (ours / pages).toFixed(1)])
  }
  table(['pages', 'layouts', 'typeset ms', 'native ms', 'ratio', 'ms a page'], rows)
  const growth = (perPage.get(VOLUME) as number) / (perPage.get(FIFTY) as number)
  console.log(
    `Time for a page of the longest document, against one of the document of about 50: ${growth.toFixed(2)}\n`,
  )
}

/** Whole runs, from starting the browser to its end: ours read back and finish each PDF, and write it. */
async function measureRuns(dir: string): Promise<void> {
  const rows: (string | number)[][] = []
  for (const count of [1, 10]) {
    const jobs = Array.from({ length: count }, (_, index) => {
      return { name: `${index}`, source: `${SHORT}.html`, output: `${index}.pdf`, papers: ['a4' as const], pages: {} }
    })
    const times = { print: [] as number[], native: [] as number[] }
    for (let round = 0; round <= rounds; round++) {
      times.print.push(await time(() => print(jobs, { dir, store: false })))
      times.native.push(
        await time(async () => {
          const [server, browser] = [await serveFolder(dir), await launchBrowser()]
          for (const _ of jobs) await native(browser, server, SHORT)
          await browser.close()
          await server.close()
        }),
      )
    }
    // The first round fills caches.
    const [ours, theirs] = [median(times.print.slice(1)), median(times.native.slice(1))]
    rows.push([count, ours, theirs, (ours / theirs).toFixed(2)])
  }
  table(['documents of a run', 'print() ms', 'native ms', 'ratio'], rows)
}

async function measureMemory(server: FolderServer): Promise<void> {
  const peaks: (number | undefined)[] = []
  for (const work of [typeset, native]) {
    const browser = await launchBrowser()
    peaks.push(await peakMemory(() => work(browser, server, BOOK)))
    await browser.close()
  }
  const [ours, theirs] = peaks.map((peak) => peak ?? 'not measured: there is no /proc here')
  table(['peak memory of the browser', 'typeset MB', 'native MB'], [['about 126 pages', ours ?? '', theirs ?? '']])
}

const dir = await mkdtemp(join(tmpdir(), 'diglot-bench-'))
try {
  await writeDocuments(dir, [SHORT, CHAPTER, FIFTY, BOOK, VOLUME])
  const server = await serveFolder(dir)
  const browser = await launchBrowser()
  console.log(
    `Medians of ${rounds}. Typeset: load, pagination, checks of the pages, PDF. Native: new window, load, PDF.\n`,
  )
  await measureLengths(browser, server)
  await browser.close()
  await measureMemory(server)
  await server.close()
  await measureRuns(dir)
} finally {
  await rm(dir, { recursive: true, force: true })
}
