import { isAbsolute, join, relative } from 'node:path'
import { defineCommand } from 'citty'
import { count } from '../count.ts'
import { readDataSet } from '../data-set.ts'
import { dataFolder } from '../load.ts'
import { confirm as confirmTexts } from '../parity/confirm.ts'
import { lockName } from '../parity/lock.ts'
import { program } from '../program.ts'
import { resolvePath } from '../resolve-path.ts'

/** Agrees that texts say the same in every language. */
export const confirm = defineCommand({
  meta: {
    name: 'diglot-content confirm',
    description: 'Agree that texts say the same in every language, as they stand',
  },
  args: {
    path: {
      type: 'positional',
      required: false,
      description: 'what to agree: a file, an entry (bfs), a field (bfs.summary) or a line (projects/bfs/en.mdx:31)',
    },
    all: { type: 'boolean', description: 'agree everything' },
  },
  async run({ args }) {
    const { path, all = false } = args
    const folder = dataFolder()
    if (path !== undefined && resolvePath(path) === folder) {
      throw new Error(`${path} is the data folder. To agree everything in it, write: ${program} confirm --all`)
    }
    if (all === (path !== undefined)) {
      const named = 'Name either what to agree, or --all. The folder is that of DIGLOT_DATA.'
      throw new Error(`${named} Write: ${program} confirm <PATH|--all>`)
    }
    // The public's view holds every text that is agreed: private details are not.
    const agreed = await confirmTexts(await readDataSet(folder, 'public'), path && withinFolder(path, folder))
    for (const { translation } of agreed.slice(0, 20)) console.log(translation.address)
    if (agreed.length > 20) console.log(`… and ${agreed.length - 20} more`)
    const lock = join(folder, lockName)
    console.log(
      agreed.length === 0
        ? `All of it was agreed already in ${lock}.`
        : `${count(agreed.length, 'text')} agreed in ${lock}.`,
    )
  },
})

/** A path that leads into the data folder, as a shell completes it, is meant from there. */
function withinFolder(path: string, folder: string): string {
  const inside = relative(folder, resolvePath(path))
  return /[/\\]/.test(path) && !inside.startsWith('..') && !isAbsolute(inside) ? inside : path
}
