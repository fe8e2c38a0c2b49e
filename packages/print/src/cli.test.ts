import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url))
const README = fileURLToPath(new URL('../README.md', import.meta.url))
const LETTER = fileURLToPath(new URL('../examples/letter', import.meta.url))

/** What root is told of each run that starts a browser. */
const NOTICE = /^The browser runs without its own sandbox.*\n/m

let out: string

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'diglot-cli-'))
})
afterEach(() => rm(out, { recursive: true, force: true }))

function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr: stderr.replace(NOTICE, '') }),
    )
  })
}

describe('wrong usage ends with 2 and one sentence', () => {
  test.each([
    [[], 'No folder given. Run diglot-print <dir>, or diglot-print --help.'],
    [[LETTER, '--paper', 'a4'], 'Unknown option --paper. Run diglot-print --help.'],
    [[LETTER, 'more'], 'One folder at a time, but there is also more.'],
    [[LETTER, '--job', 'no*'], `--job no* matches none of the jobs in ${join(LETTER, 'print.json')}: letter.`],
    [['no-such-folder'], `${join('no-such-folder', 'print.json')}: cannot be read.`],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

test('--help names the exit codes', async () => {
  const { code, stdout } = await run('--help')
  expect(code).toBe(0)
  expect(stdout).toContain('2    wrong usage, or a bad print.json')
})

test('prints a folder, one line per PDF', async () => {
  const { code, stdout, stderr } = await run(LETTER, '--out', out, '--job', 'let*')
  expect(code).toBe(0)
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/letter\.a4\.pdf {2}2 pages, the last \d+ % full \(\d+ mm\), \d+ kB, 6 fonts, \d+ ms$/),
    expect.stringMatching(/letter\.letter\.pdf {2}2 pages, the last \d+ % full \(\d+ mm\), \d+ kB, 6 fonts, \d+ ms$/),
  ])
  expect(await readdir(out)).toEqual(['letter.a4.pdf', 'letter.letter.pdf'])
}, 30_000)

test('a folder that cannot be written to ends with 1 and one sentence', async () => {
  await writeFile(join(out, 'file'), '')
  const { code, stderr } = await run(LETTER, '--out', join(out, 'file', 'sub'))
  expect(code).toBe(1)
  expect(stderr).toMatch(/^\S+ cannot be made \(\w+\)\. Name another folder to write to\.\n$/)
})

test('a document that fails ends with 1, and is named', async () => {
  await writeFile(join(out, 'a.html'), '<!doctype html><title>t</title><p>🍵')
  await writeFile(join(out, 'print.json'), '{ "jobs": [{ "name": "a", "source": "a.html", "output": "a.pdf" }] }')
  const { code, stdout, stderr } = await run(out)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^a\.html: “🍵”.*\n1 of 1 PDFs could not be printed\.\n$/)
  expect(await readdir(out)).toEqual(['a.html', 'print.json'])
}, 30_000)

test.runIf(process.platform === 'linux')(
  '--out in /proc, which takes no folders, does not hang',
  async () => {
    expect((await run(LETTER, '--out', '/proc/nope')).code).toBe(1)
  },
  10_000,
)

test('a document of more pages than --max-pages allows is not printed', async () => {
  const { code, stderr } = await run(LETTER, '--out', out, '--max-pages', '1')
  expect(code).toBe(1)
  expect(stderr).toMatch(/letter\.html: .*more than 1 page/)
}, 30_000)

test('--json reports on stdout alone, in the form that the README shows', async () => {
  const { stdout } = await run(LETTER, '--out', out, '--json')
  const report = JSON.parse(stdout)
  expect(report).toMatchObject({
    files: [{ job: 'letter', paper: 'a4', pages: 2 }, { paper: 'letter' }],
    problems: [],
  })
  const [, example = ''] = /```json\n(\{\n {2}"files".*?)```/s.exec(await readFile(README, 'utf8')) ?? []
  const shape = (value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([key, inner]) => [key, shape(inner)])
      : typeof value
  expect(shape(JSON.parse(example).files[0])).toEqual(shape(report.files[0]))
}, 30_000)
