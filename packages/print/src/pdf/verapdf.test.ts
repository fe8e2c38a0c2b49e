import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { askVeraPdf } from './verapdf.ts'

const dir = await mkdtemp(join(tmpdir(), 'diglot-verapdf-'))
afterAll(() => rm(dir, { recursive: true, force: true }))

/** A program of that name that says what the real one would. */
async function install(answer: string, code: number): Promise<NodeJS.ProcessEnv> {
  const windows = process.platform === 'win32'
  const program = join(dir, windows ? 'verapdf.cmd' : 'verapdf')
  await writeFile(
    program,
    windows ? `@echo ${answer}\r\n@exit ${code}` : `#!/bin/sh\necho "${answer} $4"\nexit ${code}\n`,
  )
  await chmod(program, 0o755)
  return { ...process.env, PATH: [dir, process.env.PATH].join(delimiter) }
}

test('where veraPDF is installed, its verdict is told', async () => {
  expect(await askVeraPdf('a.pdf', await install('PASS', 0))).toBe('passed')
  expect(await askVeraPdf('a.pdf', await install('FAIL', 1))).toBe('failed')
  expect(await askVeraPdf('a.pdf', await install('cannot read', 2))).toBe('not run')
})

test('where it is not, that is told', async () => {
  expect(await askVeraPdf('a.pdf', { PATH: join(dir, 'nothing') })).toBe('not run')
})
