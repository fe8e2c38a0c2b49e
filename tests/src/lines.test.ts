/** Every edition is well set: no mark where it may not stand, no last line of one character, no page that ends badly. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { print, readJobs } from '@diglot/print'
import { expect, test } from 'vitest'
import { dist } from './support/dist.ts'
import { promisedPdfs } from './support/pdf.ts'

test('the typesetter has no remark on any PDF', async () => {
  const out = await mkdtemp(join(tmpdir(), 'diglot-lines-'))
  try {
    const files = await print(await readJobs(dist), { dir: dist, out })
    expect(files).toHaveLength((await promisedPdfs()).length)
    const remarks = files.flatMap(({ output, remarks }) => remarks.map((remark) => ({ output, ...remark })))
    expect(remarks).toEqual([])
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}, 300_000)
