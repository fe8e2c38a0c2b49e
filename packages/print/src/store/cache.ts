import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { privateFolder } from '../press/chromium.ts'
import { makeFolder, writeWhole } from '../press/folder.ts'

/** How many bytes the cache may grow to: 512 MB. What was not used for the longest time goes first. */
const CACHE_LIMIT = 512e6

/**
 * Files kept between runs, by name. It only ever saves time: what cannot be read is made anew, what is broken is
 * removed, and what cannot be written is not kept. Several processes may use one folder at once, because a file
 * appears in it whole.
 */
export class Cache {
  readonly #folder: string
  #written = false

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What was kept under a name, if its digest is still right. */
  async read(name: string): Promise<Buffer | undefined> {
    const path = join(this.#folder, name)
    const file = await readFile(path).catch(() => undefined)
    if (!file) return undefined
    const data = file.subarray(DIGEST_BYTES)
    if (!digestBytes(data).equals(file.subarray(0, DIGEST_BYTES))) {
      await this.remove(name)
      return undefined
    }
    // The time of its last use, which decides what goes first.
    const now = new Date()
    await utimes(path, now, now).catch(() => undefined)
    return data
  }

  /** Keeps data for this user alone. */
  async write(name: string, data: Uint8Array): Promise<void> {
    const path = join(this.#folder, name)
    try {
      await makeFolder(dirname(path), 0o700)
      await writeWhole(path, Buffer.concat([digestBytes(data), data]), 0o600)
      this.#written = true
    } catch {}
  }

  /** What was kept under a name, or else what is made now, which is kept then. */
  async kept(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = await this.read(name)
    if (known) return known
    const data = await make()
    await this.write(name, data)
    return data
  }

  /** The names that are kept in a folder of the cache. */
  async list(folder: string): Promise<string[]> {
    const names = await readdir(join(this.#folder, folder)).catch(() => [])
    return names.sort().map((name) => `${folder}/${name}`)
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true }).catch(() => undefined)
  }

  /** Removes what was not used for the longest time, until the rest is small enough; only if anything was added. */
  async trim(limit = CACHE_LIMIT): Promise<void> {
    if (!this.#written) return
    this.#written = false
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => [])
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const path = join(entry.parentPath, entry.name)
          const found = await stat(path).catch(() => undefined)
          return { path, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 }
        }),
    )
    let total = files.reduce((sum, { size }) => sum + size, 0)
    for (const { path, size } of files.sort((one, other) => one.used - other.used)) {
      if (total <= limit) return
      await rm(path, { force: true }).catch(() => undefined)
      total -= size
    }
  }
}

const opened = new Map<string, Cache>()

/**
 * The cache of this process: in the folder `DIGLOT_CACHE_DIR`, else in `node_modules/.cache/diglot` of the workspace that
 * this package is installed in, else below the user's own cache.
 */
export async function openCache(env: NodeJS.ProcessEnv = process.env): Promise<Cache> {
  const folder = join(await cacheFolder(env.DIGLOT_CACHE_DIR), 'v1')
  const cache = opened.get(folder) ?? new Cache(folder)
  opened.set(folder, cache)
  return cache
}

async function cacheFolder(wanted: string | undefined): Promise<string> {
  if (wanted) return resolve(wanted)
  let here = dirname(fileURLToPath(import.meta.url))
  while (dirname(here) !== here) {
    here = dirname(here)
    const modules = join(here, 'node_modules')
    const folder = join(modules, '.cache', 'diglot')
    if (!(await stat(modules).catch(() => undefined))?.isDirectory()) continue
    if (
      await makeFolder(folder, 0o700).then(
        () => true,
        () => false,
      )
    )
      return folder
  }
  return join(await privateFolder(), 'store')
}

const DIGEST_BYTES = 32

function digestBytes(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest()
}

/** A digest of some parts, each told apart from the next, as it stands in names: 64 hexadecimal digits. */
export function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}
