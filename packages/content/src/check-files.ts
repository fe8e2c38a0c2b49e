import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataSet } from './data-set.ts'
import { type Diagnostic, diagnosticAt } from './diagnostics.ts'
import { locales } from './locale.ts'
import { suggest } from './suggest.ts'

const factNames = ['profile', 'tags', 'experience', 'background', 'editions', 'glossary', 'private']
const studyNames: readonly string[] = locales.map((locale) => `${locale}.mdx`)

/**
 * A file whose name is nearly right holds facts that nobody reads, as a misspelt key does. It counts only while the file
 * that was meant is not there: `profile.old.yaml` beside `profile.yaml` is the owner's own affair.
 */
export async function checkFiles({ folder, projectIds }: DataSet): Promise<Diagnostic[]> {
  const folders = [['', factNames] as const, ...projectIds.map((id) => [`projects/${id}/`, ['project']] as const)]
  const found = await Promise.all(
    folders.map(async ([path, names]) => {
      const there = await readdir(join(folder, path)).catch(() => [])
      return there.flatMap((name) => misnamed(path, name, meant(name, names, there)))
    }),
  )
  return found.flat()
}

function meant(name: string, factNames: readonly string[], there: readonly string[]): string | undefined {
  const [, stem, extension] = /^([^.]+)\.(ya?ml|mdx?)$/i.exec(name) ?? []
  if (!stem || !extension) return undefined
  const isStudy = extension.toLowerCase().startsWith('md')
  const expected = isStudy ? studyNames : factNames.map((one) => `${one}.yaml`)
  if (expected.includes(name)) return undefined
  const missing = expected.filter((one) => !there.includes(one))
  if (isStudy) return missing.find((one) => one === `${stem.toLowerCase()}.mdx`)
  const near = suggest(
    stem.toLowerCase(),
    missing.map((one) => one.replace('.yaml', '')),
  )
  return near && `${near}.yaml`
}

function misnamed(path: string, name: string, right: string | undefined): Diagnostic[] {
  if (!right) return []
  const message = 'No file of this name is read.'
  const place = { file: `${path}${name}`, line: 1, column: 1 }
  return [diagnosticAt(place, { rule: 'misnamed-file', message, hint: `Did you mean "${right}"? Rename it.` })]
}
