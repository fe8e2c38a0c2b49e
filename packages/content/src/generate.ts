import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import writeFileAtomic from 'write-file-atomic'
import type { AnyIds } from './content.ts'
import { loadContent } from './load.ts'

/** The data of the package's main entry. Where the package is built already, as on npm, it has none to be written. */
export const ownModule = import.meta.url.endsWith('.ts')
  ? fileURLToPath(new URL('data.gen.ts', import.meta.url))
  : undefined

/**
 * Writes the facts as a TypeScript module, ready for a bundler: `content`, frozen, and `Ids`, the literal types of its ids.
 * Only what the public may see goes in. The file is left alone where nothing has changed.
 *
 * @param folder where the facts are; see `dataFolder`
 * @param target path of the module to write
 * @throws ContentError where the facts are not valid; the file stays as it was
 * @example
 * await generateData('../me', 'src/facts.ts')
 */
export async function generateData(folder: string, target: string): Promise<void> {
  const content = await loadContent(folder, { audience: 'public' })
  const ids: Record<keyof AnyIds, string> = {
    project: idsOf(content.projects),
    role: idsOf(content.roles),
    organization: idsOf(content.organizations),
    tag: idsOf(content.tags),
    edition: idsOf(content.editions),
  }
  const library = target === ownModule ? './content.ts' : '@diglot/content'
  const source = `// Written by \`diglot-content generate\` from the data files. Do not edit.
import { deepFreeze, type Facts } from '${library}'

/** The ids of these facts: \`Ids['project']\` is a project's. */
export interface Ids {
${Object.entries(ids)
  .map(([kind, union]) => `  ${kind}: ${union}`)
  .join('\n')}
}

/**
 * All facts, deeply frozen. Their ids are literal types: one that does not exist does not compile.
 *
 * @example
 * content.profile.headline.en
 */
export const content: Facts<Ids> = /* @__PURE__ */ deepFreeze<Facts<Ids>>(${JSON.stringify(content, null, 2)})
`
  const current = await readFile(target, 'utf8').catch(() => undefined)
  if (source !== current) await writeFileAtomic(target, source)
}

/** The ids of some entries as a type. */
function idsOf(entries: readonly { id: string }[]): string {
  return entries.map(({ id }) => JSON.stringify(id)).join(' | ') || 'never'
}
