import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that is published, and the list of what its build has put there; turbo keeps the two together. */
export const published = {
  folder: fileURLToPath(new URL('../../dist', import.meta.url)),
  list: fileURLToPath(new URL('../../.diglot/dist.json', import.meta.url)),
}

/** The files in a folder, relative to it, with `/`. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  return files
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** Writes down which files a build has made. */
export async function listFiles(folder: string, list: string): Promise<void> {
  await mkdir(dirname(list), { recursive: true })
  await writeFile(list, `${JSON.stringify(await filesIn(folder), null, 1)}\n`)
}

/**
 * Removes what an earlier build has left in a folder. Turbo puts the files of a build that it knows into the folder, and lets
 * the others be: pages of a project that is gone, or of somebody else's facts, would be published with them.
 *
 * @returns what was removed
 */
export async function sweep(folder: string, list: string): Promise<string[]> {
  const built = new Set<string>(JSON.parse(await readFile(list, 'utf8')))
  const left = (await filesIn(folder)).filter((file) => !built.has(file))
  for (const file of left) await rm(join(folder, file))
  await removeEmpty(folder)
  return left
}

/** Removes the folders below this one that have no file in them; says whether it has one. */
async function removeEmpty(folder: string): Promise<boolean> {
  let isUsed = false
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) isUsed = true
    else if (await removeEmpty(join(folder, entry.name))) isUsed = true
    else await rm(join(folder, entry.name), { recursive: true })
  }
  return isUsed
}
