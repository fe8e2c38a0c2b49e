import { mkdtemp, realpath, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Moves a folder into the place of another, which is then gone. One of the two is always whole: removing takes time, and so
 * it is done last.
 *
 * @param place an absolute path; there may be nothing yet. A link stays a link: what it leads to is what is published
 * @param by a folder on the same disk
 * @throws Error where it cannot be moved; what stood there stands there still
 */
export async function replaceFolder(place: string, by: string): Promise<void> {
  const target = await realpath(place).catch(() => place)
  const aside = await mkdtemp(`${target}-before-`)
  const before = join(aside, 'site')
  // Nothing may be there; what cannot be moved away is in the way of the next step, which says so.
  const wasThere = await rename(target, before).then(
    () => true,
    () => false,
  )
  try {
    await rename(by, target)
  } catch (error) {
    if (wasThere) await rename(before, target)
    await rm(aside, { recursive: true })
    throw error
  }
  await rm(aside, { recursive: true })
}
