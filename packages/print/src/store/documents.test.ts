import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { jobListSchema } from '../jobs.ts'
import { type PrintOptions, print } from '../print.ts'

let root: string
let dir: string
let cache: string

const { jobs } = jobListSchema.parse({
  jobs: ['plain', 'styled'].map((name) => ({ name, source: `${name}.html`, output: `${name}.pdf` })),
})

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-store-'))
  dir = join(root, 'in')
  cache = join(root, 'cache')
  vi.stubEnv('DIGLOT_CACHE_DIR', cache)
  vi.stubEnv('SOURCE_DATE_EPOCH', '1000000000')
  await mkdir(dir)
  await put('plain.html', '<!doctype html><html lang="en"><title>p</title><p>plain')
  await put(
    'styled.html',
    '<!doctype html><html lang="en"><title>s</title><link rel="stylesheet" href="s.css"><p>styled',
  )
  await put('s.css', '@import "more.css";')
  await put('more.css', 'p::after { content: " more" }')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

const put = (name: string, text: string) => writeFile(join(dir, name), text)
const pdf = (name: string) => readFile(join(dir, `${name}.pdf`))

/** Prints, and says which documents were set anew. */
async function printed(options: Partial<PrintOptions> = {}): Promise<string[]> {
  const files = await print(jobs, { dir, ...options })
  return files.filter(({ stored }) => !stored).map(({ job }) => job)
}

const entries = async () => (await readdir(join(cache, 'v1', 'documents')).catch(() => [])).length

test('what has not changed is not set again, and its PDF is the same', async () => {
  expect(await printed()).toEqual(['plain', 'styled'])
  const first = await pdf('styled')
  await rm(join(dir, 'styled.pdf'))
  expect(await printed()).toEqual([])
  expect((await pdf('styled')).equals(first)).toBe(true)
})

test('a change sets anew whatever loaded the file that changed, and nothing else', async () => {
  await printed()
  await put('plain.html', '<!doctype html><html lang="en"><title>p</title><p>another fact')
  expect(await printed()).toEqual(['plain'])
  await put('more.css', 'p::after { content: " less" }')
  expect(await printed()).toEqual(['styled'])
  // And back again: both are still there.
  await put('more.css', 'p::after { content: " more" }')
  expect(await printed()).toEqual([])
})

test('another moment, paper or page budget is another document', async () => {
  await printed()
  vi.stubEnv('SOURCE_DATE_EPOCH', '1000000001')
  expect(await printed()).toEqual(['plain', 'styled'])
  const budgeted = jobs.map((job) => ({ ...job, pages: { max: 3 } }))
  expect((await print(budgeted, { dir })).map(({ stored }) => stored)).toEqual([false, false])
  const renamed = jobs.map((job) => ({ ...job, name: `${job.name} again`, output: `again/${job.output}` }))
  expect(await print(renamed, { dir })).toMatchObject([
    { job: 'plain again', output: 'again/plain.pdf', stored: true },
    {},
  ])
})

test('a document that was kept under a higher cap does not get past a lower one', async () => {
  await put('s.css', 'p + p { break-before: page }')
  await put(
    'plain.html',
    '<!doctype html><html lang="en"><title>p</title><link rel="stylesheet" href="s.css"><p>one<p>two',
  )
  expect(await printed()).toContain('plain')
  await expect(printed({ maxPages: 1 })).rejects.toThrow(/^plain\.html/)
})

test('a document whose setting cannot be written leaves an earlier PDF as it was', async () => {
  await printed()
  const first = await pdf('plain')
  await put('plain.html', '<!doctype html><html lang="en"><title>p</title><p>another fact')
  await mkdir(join(dir, 'plain.json'))
  const withSetting = jobs.map((job) => ({ ...job, setting: `${job.name}.json` }))
  await expect(print(withSetting, { dir })).rejects.toThrow(/plain\.json cannot be written/)
  expect((await pdf('plain')).equals(first)).toBe(true)
})

test('a broken entry is printed anew and mended', async () => {
  await printed()
  const names = await readdir(join(cache, 'v1'), { recursive: true, withFileTypes: true })
  for (const entry of names.filter((one) => one.isFile() && one.parentPath.includes('documents')))
    await writeFile(join(entry.parentPath, entry.name), 'not an entry')
  expect(await printed()).toEqual(['plain', 'styled'])
  expect(await printed()).toEqual([])
})

test('nothing is kept where nothing may be', async () => {
  expect(await printed({ store: false })).toEqual(['plain', 'styled'])
  expect(await entries()).toBe(0)
  expect(await printed()).toEqual(['plain', 'styled'])
  expect(await printed({ store: false })).toEqual(['plain', 'styled'])
})

test('a store that cannot be written to fails no run', async () => {
  await writeFile(cache, 'a file')
  expect(await printed()).toEqual(['plain', 'styled'])
})
