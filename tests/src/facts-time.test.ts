/** The moment that goes into PDFs, and that `present` is reckoned to: that of the facts, wherever they lie. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './support/dist.ts'

type Environment = NodeJS.ProcessEnv
// What the scripts are to each other is no interface for others. It is what `pnpm build` starts with, though.
const { href } = pathToFileURL(join(root, 'scripts/environment.ts'))
const { buildEnvironment } = (await import(href)) as {
  buildEnvironment(tasks: string[], env: Environment): Environment
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-facts-'))
  for (const [name, saved] of [
    ['profile.yaml', 1_700_000_000],
    ['tags.yaml', 1_600_000_000],
  ] as const) {
    await writeFile(join(folder, name), '')
    await utimes(join(folder, name), saved, saved)
  }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const time = (env: Environment = {}) => buildEnvironment(['build'], { DIGLOT_DATA: folder, ...env }).SOURCE_DATE_EPOCH

test('facts in no repository have the time of the file that was saved last', () => {
  expect(time()).toBe('1700000000')
})

test('facts that lie in a repository and are not in it have a time of their own, to which nothing private adds', async () => {
  const hidden = await mkdtemp(join(root, 'node_modules/facts-'))
  try {
    await writeFile(join(hidden, 'profile.yaml'), '')
    await utimes(join(hidden, 'profile.yaml'), 1_600_000_000, 1_600_000_000)
    for (const name of ['private.yaml', '.DS_Store']) await writeFile(join(hidden, name), '')
    expect(time({ DIGLOT_DATA: hidden })).toBe('1600000000')
  } finally {
    await rm(hidden, { recursive: true })
  }
})

test('facts in a repository of their own have the time of its newest commit', () => {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...own } = process.env
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], {
      cwd: folder,
      env: { ...own, GIT_COMMITTER_DATE: '1500000000 +0000' },
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'Facts')
  expect(time()).toBe('1500000000')
})

test('SOURCE_DATE_EPOCH comes before both', () => {
  expect(time({ SOURCE_DATE_EPOCH: '1400000000' })).toBe('1400000000')
})
