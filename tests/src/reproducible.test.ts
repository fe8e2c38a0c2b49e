/** The same commit gives the same paper, wherever and whenever it is built: whoever doubts a PDF can make it again. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { locales } from '@diglot/content'
import { expect, test } from 'vitest'
import { dist, root } from './support/dist.ts'

const run = promisify(execFile)

test('two prints of the site in two folders and two time zones, one after the other, are the same bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diglot-reproducible-'))
  try {
    const files = locales.map((locale) => `${locale}/resume.a4.pdf`)
    const print = async (name: string, TZ: string) => {
      const place = join(folder, name)
      await cp(dist, place, { recursive: true, filter: (path) => !path.endsWith('.pdf') })
      const cli = join(root, 'packages/print/src/cli.ts')
      const env = { ...process.env, TZ, SOURCE_DATE_EPOCH: '1000000000' }
      await run(process.execPath, [cli, place, '--job', '*/resume', '--no-store'], { env })
      return Promise.all(files.map((file) => readFile(join(place, file), 'base64')))
    }
    const there = await print('there', 'Pacific/Kiritimati')
    expect(await print('a place with a longer name', 'America/St_Johns')).toEqual(there)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
