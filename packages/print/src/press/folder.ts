import { randomUUID } from 'node:crypto'
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, sep } from 'node:path'

/**
 * Makes a folder and those above it. Node's own recursive `mkdir` never comes back from a file system that takes no
 * folders, such as `/proc`.
 *
 * @param path an absolute path.
 * @param mode who may enter what is made, e.g. `0o700`; everybody when left out.
 * @throws the file system's error.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const isFolder = async () => (await stat(path).catch(() => undefined))?.isDirectory()
  if (await isFolder()) return
  if (dirname(path) !== path) await makeFolder(dirname(path), mode)
  await mkdir(path, { mode }).catch(async (error: unknown) => {
    // Another run may have made it meanwhile.
    if (!(await isFolder())) throw error
  })
}

/** Whether a path, once every symbolic link in it is followed, lies in a folder; also when nothing is there yet. */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined)
  if (real === undefined) return true
  const way = relative(await realpath(folder), real)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Puts a file in place as a whole or not at all. The common library for this takes a write that a full disk cut short
 * for a whole one.
 *
 * @param mode who may read it, e.g. `0o600`; everybody when left out.
 * @throws the file system's error; an earlier file then stays, and nothing beside it.
 */
export async function writeWhole(path: string, data: Uint8Array, mode = 0o666): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(data)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
