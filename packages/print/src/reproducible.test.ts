import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const run = promisify(execFile)
const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url))
const LETTER = fileURLToPath(new URL('../examples/letter', import.meta.url))

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-again-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('two folders, two time zones and two moments give the same bytes', async () => {
  const print = async (name: string, TZ: string) => {
    const dir = join(root, name)
    await cp(LETTER, dir, { recursive: true })
    await run(process.execPath, [CLI, dir, '--no-store'], {
      env: { ...process.env, TZ, SOURCE_DATE_EPOCH: '1000000000' },
    })
    return Promise.all(['letter.a4.pdf', 'letter.letter.pdf'].map((file) => readFile(join(dir, file))))
  }
  const first = await print('one', 'Asia/Shanghai')
  const second = await print('another folder', 'America/Los_Angeles')
  expect(first.map((pdf, index) => pdf.equals(second[index] ?? Buffer.of()))).toEqual([true, true])
})
