/**
 * What the typesetter costs, as a ratio to the browser's own printing of the same HTML. Both are measured in turn in one
 * run, on one browser, because machines are too unlike and too restless for milliseconds to be compared.
 *
 * `pnpm bench` prints a table; `--rounds <n>` (default 5) sets how often each is measured.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../src/press/browser.ts'
import { render } from '../src/press/render.ts'
import { type FolderServer, serveFolder } from '../src/press/server.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is "${values.rounds}". Use a whole number from 1.`)
  process.exit(2)
}

/** About ten sections to three pages of A4, in both languages by turns. */
function documentOf(sections: number): string {
  const body = Array.from({ length: sections }, (_, index) => {
    const zh = '网站、纸质简历和数据包出自同一处，两种语言永远一致；分页之后逐字核对，不丢失，也不重复。'.repeat(3)
    const en =
      'Each sheet is read back after it is made, and compared with the text of its source, word by word. '.repeat(3)
    return `<h2>${index + 1}. 一节 Section</h2><p>${zh}</p><p lang="en">${en}</p><ul><li>${zh}</li><li lang="en">${en}</li></ul>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Bench</title><body><main>${body.join('')}</main>`
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number

async function measure(browser: Browser, server: FolderServer, source: string) {
  let pages = 0
  const typeset = async () => {
    const { pagination } = await render({ browser, server, source, paper: 'a4', timeout: 120_000 })
    pages = pagination.pages.length
  }
  const native = async () => {
    const page = await browser.newPage()
    await page.goto(`${server.origin}/${source}`)
    await page.pdf({ format: 'a4', tagged: true, outline: true })
    await page.close()
  }
  await typeset() // Unpacks and cuts the fonts once, which is not what is measured.
  const times = { typeset: [] as number[], native: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.typeset.push(await time(typeset))
    times.native.push(await time(native))
  }
  return { pages, typeset: median(times.typeset), native: median(times.native) }
}

const dir = await mkdtemp(join(tmpdir(), 'diglot-bench-'))
const server = await serveFolder(dir)
const browser = await launchBrowser()
try {
  console.log(`Medians of ${rounds}. Typeset: load, fonts, pagination, checks, PDF. Native: load, PDF.\n`)
  console.log('pages  typeset ms  native ms  ratio')
  for (const sections of [8, 70, 340]) {
    const source = `${sections}.html`
    await writeFile(join(dir, source), documentOf(sections))
    const { pages, typeset, native } = await measure(browser, server, source)
    const cells = [String(pages).padStart(5), typeset.toFixed(0).padStart(10), native.toFixed(0).padStart(9)]
    console.log(`${cells.join('  ')}  ${(typeset / native).toFixed(2)}`)
  }
} finally {
  await browser.close()
  await server.close()
  await rm(dir, { recursive: true, force: true })
}
