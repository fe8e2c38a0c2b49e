import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { type DataSet, readDataSet } from '../data-set.ts'
import { agreedAddresses, keepAgreed } from '../parity/write-agreement.ts'
import { lintedFiles } from './lint.ts'
import { mendFile } from './mend.ts'

/**
 * Mends what is safe to mend, in the files themselves. A text that was agreed stays agreed: its words are the same.
 *
 * @returns the names of the files that were written
 */
export async function fixWriting(data: DataSet, audience: 'public' | 'private'): Promise<string[]> {
  const mended = lintedFiles(data).flatMap((file) => {
    const source = mendFile(file)
    return source === file.source ? [] : [{ name: file.name, source }]
  })
  if (mended.length === 0) return []
  const agreed = await agreedAddresses(data)
  for (const { name, source } of mended) await writeFileAtomic(join(data.folder, name), source)
  await keepAgreed(await readDataSet(data.folder, audience), agreed)
  return mended.map(({ name }) => name)
}
