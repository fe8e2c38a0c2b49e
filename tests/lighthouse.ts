/**
 * Lets Lighthouse judge a page of each kind, in each language, as on a telephone: `pnpm lighthouse`, after `pnpm build`.
 * It says the median of five runs of each page, and fails where a median is under 100.
 *
 * Lighthouse is fetched when it is asked for: it is larger than all else that the project needs.
 */
import { exec } from 'node:child_process'
import { parseArgs, promisify } from 'node:util'
import { findBrowser } from '@diglot/print'
import { pageKinds } from './src/support/kinds.ts'
import { runSite } from './src/support/site.ts'

const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Category = (typeof CATEGORIES)[number]
type Report = {
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const runs = Number(values.runs)
const { path: CHROME_PATH, env } = await findBrowser()
// As root Chromium runs without its sandbox or not at all.
const FLAGS = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

/** One run, in a browser of its own that no run before has left anything in. */
async function judge(url: string): Promise<Report> {
  // Through a shell, since `npx` is a script on Windows. Nothing in the command comes from outside.
  const { stdout } = await promisify(exec)(
    `npx -y ${LIGHTHOUSE} ${url} --quiet --output=json --output-path=stdout --chrome-flags="${FLAGS.join(' ')}"`,
    { env: { ...process.env, ...env, CHROME_PATH }, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout)
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const site = await runSite()
try {
  for (const path of await pageKinds()) {
    const reports: Report[] = []
    for (let run = 0; run < runs; run++) reports.push(await judge(site.url + path))
    const scores = CATEGORIES.map((category) =>
      Math.round(100 * median(reports.map(({ categories }) => categories[category].score))),
    )
    console.log(`/${path}: ${CATEGORIES.map((category, index) => `${category} ${scores[index]}`).join(', ')}`)
    if (scores.every((score) => score === 100)) continue
    process.exitCode = 1
    for (const line of new Set(reports.flatMap(faults))) console.log(`    ${line}`)
  }
} finally {
  await site.close()
}

/** The audits that took something from a score. */
function faults({ categories, audits }: Report): string[] {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .flatMap(({ id, weight }) => {
      const audit = audits[id]
      return weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 0.9
        ? [`${id}: ${audit?.title} ${audit?.displayValue ?? ''}`]
        : []
    })
}
