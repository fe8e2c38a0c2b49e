/** What an owner meets who puts facts of another shape in: none yet, hardly any, far too many, or wrong ones. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../support/build.ts'
import { crowded, overfull, sparse, writeDataSet } from '../support/data-sets.ts'
import { root } from '../support/dist.ts'
import { attribute, elements, parseDocument, textOf } from '../support/html.ts'
import { bodyText } from '../support/pdf.ts'
import { runSite } from '../support/site.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-own-facts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Builds a data set, if that is not done yet, and gives the folder of the site. */
async function site(name: string, files: Record<string, unknown>, glob?: string): Promise<string> {
  const out = join(folder, `${name}-site`)
  if (existsSync(out)) return out
  const data = await writeDataSet(join(folder, name), files)
  const { code, said } = await buildSite(out, { DIGLOT_DATA: data }, glob)
  expect(code, said).toBe(0)
  return out
}

/** What looks wrong on the pages of a site, wherever it is: empty elements, links to nowhere. */
async function faults(out: string): Promise<string[]> {
  const files = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html'))
  const found = await Promise.all(
    files.map(async (file) => {
      const page = parseDocument(await readFile(join(out, file), 'utf8'))
      const ids = new Set(elements(page).map((element) => attribute(element, 'id')))
      const empty = elements(page, 'title', 'h1', 'h2', 'h3', 'p', 'ul', 'dl', 'li', 'dt', 'dd', 'a', 'nav', 'section')
        .filter((element) => textOf(element).trim() === '')
        .map((element) => `${file}: <${element.tagName} class="${attribute(element, 'class')}"> is empty`)
      const astray = elements(page, 'a')
        .map((element) => attribute(element, 'href') ?? '')
        .filter((href) => href.startsWith('#') && !ids.has(href.slice(1)))
        .map((href) => `${file}: ${href} leads nowhere`)
      return [...empty, ...astray]
    }),
  )
  return found.flat()
}

/** By how many pixels the pages are wider than the screen of a phone, and of a desk. */
async function overflow(out: string, paths: string[]): Promise<Record<string, number>> {
  const running = await runSite(out)
  const widths: Record<string, number> = {}
  try {
    for (const width of [320, 390, 1280]) {
      for (const path of paths) {
        widths[`${path} at ${width}`] = await running.inTab({ viewport: { width, height: 800 } }, async (tab) => {
          await tab.goto(`${running.url}${path}`)
          return tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        })
      }
    }
  } finally {
    await running.close()
  }
  return Object.fromEntries(Object.entries(widths).filter(([, width]) => width > 0))
}

test('the data set to start from is a site with paper', async () => {
  const data = join(folder, 'starter')
  await promisify(execFile)(process.execPath, [join(root, 'packages/content/src/cli.ts'), 'new', data])
  const out = join(folder, 'starter-site')
  const { code, said } = await buildSite(out, { DIGLOT_DATA: data }, '*/resume')
  expect(code, said).toBe(0)
  expect(await faults(out)).toEqual([])
  expect(await bodyText(join(out, 'zh/resume.a4.pdf'))).toContain('林知远')
  expect(await bodyText(join(out, 'en/resume.letter.pdf'))).toContain('LinZhiyuan')
})

test('of what is hardly there nothing is missing: no empty heading, no link to a section that is not there', async () => {
  const out = await site('sparse', sparse)
  expect(await faults(out)).toEqual([])
  expect(await overflow(out, ['', 'zh/', 'en/projects/one/'])).toEqual({})
  const text = await bodyText(join(out, 'zh/portfolio.a4.pdf'))
  expect(text).toContain('工作经历')
  expect(text).not.toContain('个人技能')
})

test('sixty projects with long names, words and addresses fit the screen and the paper', async () => {
  const out = await site('crowded', crowded)
  expect(await faults(out)).toEqual([])
  expect(await overflow(out, ['', 'zh/', 'en/', 'zh/projects/project-1/', 'en/projects/project-1/'])).toEqual({})
  const text = await bodyText(join(out, 'en/list.a4.pdf'))
  expect(text.split('InterlibraryLoanandLong-TermDigitalPreservationService').length).toBeGreaterThan(60)
})

test('a résumé that cannot fit its pages says what to do in the owner’s own files, and makes no site', async () => {
  const data = await writeDataSet(join(folder, 'overfull'), overfull)
  const out = join(folder, 'overfull-site')
  const { code, said } = await buildSite(out, { DIGLOT_DATA: data }, 'en/resume')
  expect(code).not.toBe(0)
  expect(said).toMatch(/en\/print\/resume\/index\.html page 3 \[project-\d+\]: .* but 2 allowed/)
  expect(said).toContain('Print less in the edition "resume" of editions.yaml')
  expect(said).toMatch(/There is no site in .*overfull-site\./)
  expect((await readdir(folder)).filter((name) => name.startsWith('overfull-site'))).toEqual([])
})

test('a translation that is out of date makes no site', async () => {
  const data = join(folder, 'stale')
  await promisify(execFile)(process.execPath, [join(root, 'packages/content/src/cli.ts'), 'new', data])
  const profile = join(data, 'profile.yaml')
  const text = await readFile(profile, 'utf8')
  await writeFile(profile, text.replace(/^( {2}en: .*)$/m, '$1 and more'))
  const { code, said } = await buildSite(join(folder, 'stale-site'), { DIGLOT_DATA: data }, 'en/resume')
  expect(code).not.toBe(0)
  expect(said).toMatch(/^profile\.yaml:\d+:\d+ .*content confirm/m)
})

test('facts with a mistake make no site, and leave the last whole one as it was', async () => {
  const data = await writeDataSet(join(folder, 'mistaken'), sparse)
  const out = await site('sparse', sparse)
  const before = await contents(out)

  await writeFile(join(data, 'projects/one/project.yaml'), 'name: Two\nkind: job\norder: 1\n')
  const { code, said } = await buildSite(out, { DIGLOT_DATA: data }, 'zh/resume')
  expect(code).not.toBe(0)
  expect(said).toMatch(/projects\/one\/project\.yaml:2:7 kind is "job"\./)
  expect(said).toMatch(/sparse-site holds the last whole site, as it was\./)
  expect(await contents(out)).toEqual(before)
  expect((await readdir(folder)).filter((name) => name.startsWith('sparse-site'))).toEqual(['sparse-site'])
})

test('a folder that holds something else than a site is left alone', async () => {
  const other = join(folder, 'other')
  await mkdir(other)
  await writeFile(join(other, 'letter.txt'), 'Dear')
  const { code, said } = await buildSite(other, {})
  expect(code).toBe(2)
  expect(said).toMatch(/other holds something that is no built site\./)
  expect(await readdir(other)).toEqual(['letter.txt'])
})

test('private pages never go into the folder that is published', async () => {
  const { code, said } = await buildSite(join(root, 'apps/site/dist'), { DIGLOT_AUDIENCE: 'private' })
  expect(code).toBe(2)
  expect(said).toContain('dist is for the public.')
})

/** Every file of a folder with its text. */
async function contents(out: string): Promise<Record<string, string>> {
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
  const pairs = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [path, await readFile(path, 'latin1')] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}
