import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import writeFileAtomic from 'write-file-atomic'
import { loadContent } from './load.ts'

const ownModule = fileURLToPath(new URL('data.gen.ts', import.meta.url))

/**
 * Writes the facts into `data.gen.ts`, so that the package's main entry holds them as data, ready for a bundler.
 * Only what the public may see goes in. The file is left alone where nothing has changed.
 *
 * @param folder where the facts are; `DIGLOT_DATA`, or the package's own, where it is left out
 * @param target path of the module to write
 * @throws ContentError where the facts are not valid; the file stays as it was
 * @example
 * await generateData('../me')
 */
export async function generateData(folder?: string, target: string = ownModule): Promise<void> {
  const content = await loadContent(folder, { audience: 'public' })
  const ids = content.projects.map(({ id }) => JSON.stringify(id)).join(' | ') || 'never'
  const source = `// Written by \`diglot-content generate\` from the data files. Do not edit.
import type { Content, DeepReadonly } from './content.ts'

export type ProjectId = ${ids}

export const data = ${JSON.stringify(content, null, 2)} as unknown as DeepReadonly<Content>
`
  const current = await readFile(target, 'utf8').catch(() => undefined)
  if (source !== current) await writeFileAtomic(target, source)
}
