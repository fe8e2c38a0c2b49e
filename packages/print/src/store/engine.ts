import { readdir, readFile, realpath } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest } from './cache.ts'

/** The package's own folder. */
const HOME = fileURLToPath(new URL('../..', import.meta.url))

let known: Promise<string> | undefined

/**
 * A digest of whatever makes the same document come out otherwise: the sources and styles of this package, the
 * versions of its libraries, and that of Node. Computed once per process.
 */
export function engineDigest(): Promise<string> {
  known ??= compute()
  return known
}

async function compute(): Promise<string> {
  const manifest = await readFile(join(HOME, 'package.json'), 'utf8')
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> }
  const [sources, libraries] = await Promise.all([
    Promise.all(['src', 'styles'].map((folder) => contents(join(HOME, folder)))),
    Promise.all(Object.keys(dependencies).sort().map(versionOf)),
  ])
  return digest(process.version, ...libraries.flat(), ...sources.flat())
}

/** Names and contents of the files in a folder; a test changes no document. */
async function contents(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(ts|js|css)$/.test(name) && !/\.test\.ts$/.test(name),
  )
  const texts = names.sort().map(async (name) => [name, await readFile(join(folder, name), 'utf8')])
  return (await Promise.all(texts)).flat()
}

/** Name and version of a library, and where it lies in pnpm's store, which also names the patches made to it. */
async function versionOf(name: string): Promise<string[]> {
  const link = findPackageJSON(name, import.meta.url)
  if (!link) return [name]
  // Found by its link in `node_modules`, which names no patch.
  const path = await realpath(link)
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
  return [name, version, /[\\/]\.pnpm[\\/]([^\\/]+)/.exec(path)?.[1] ?? '']
}
