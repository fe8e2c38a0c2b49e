import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PrivateValue, PrivateValues } from '@diglot/content/load'
import { piecesOf } from './pieces.ts'
import { readings } from './readings.ts'

/**
 * Looks through everything in a folder that is to be published for what is private.
 *
 * @returns a sentence for each private value in each file that shows it, with the place and never with the value; none
 * where the folder may be published
 */
export async function findLeaks(folder: string, secrets: PrivateValues): Promise<string[]> {
  const leaks: string[] = []
  for (const file of await filesIn(folder)) {
    const path = withoutSecrets(file)
    for (const secret of shown(file)) leaks.push(`${path} Its name shows ${named(secret)}.`)
    const found = new Map<PrivateValue, string>()
    for (const { where, text } of await piecesOf(file, await readFile(join(folder, file)))) {
      for (const secret of shown(text)) {
        if (!found.has(secret)) found.set(secret, where ? `${path} (${where})` : `${path}:${place(text, secret)}`)
      }
    }
    for (const [secret, at] of found) leaks.push(`${at} This shows ${named(secret)}.`)
  }
  return leaks

  function shown(text: string): PrivateValue[] {
    return [...new Set(readings(text).flatMap((reading) => secrets.shownIn(reading)))]
  }

  /** A path to be printed: what shows a secret in it is left out. */
  function withoutSecrets(path: string): string {
    const parts = path.split('/').map((part) => (shown(part).length > 0 ? '…' : part))
    return shown(parts.join('/')).length > 0 ? '…' : parts.join('/')
  }

  /** Line and column: the end of the shortest beginning of the text that shows the value, back to where it starts. */
  function place(text: string, secret: PrivateValue): string {
    const shows = (part: string) => shown(part).includes(secret)
    const end = first(text.length, (length) => shows(text.slice(0, length)))
    const length = first(end, (length) => shows(text.slice(end - length, end)))
    const before = text.slice(0, end - length).split('\n')
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  }
}

const named = ({ name, file, line, column }: PrivateValue) => `${name} of ${file}:${line}:${column}`

/** The smallest number that passes, where every larger one does too, and the largest is known to pass. */
function first(largest: number, passes: (number: number) => boolean): number {
  let [failed, passed] = [-1, largest]
  while (passed - failed > 1) {
    const middle = Math.floor((failed + passed) / 2)
    if (passes(middle)) passed = middle
    else failed = middle
  }
  return passed
}

/** Every file below a folder, with forward slashes. A link counts as what it leads to, as it would on a server. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort()
}
