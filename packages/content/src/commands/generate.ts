import { defineCommand } from 'citty'
import { generateData, ownModule } from '../generate.ts'
import { resolvePath } from '../resolve-path.ts'
import { folderArgument, folderOf } from './arguments.ts'

/** Writes facts as a module for a bundler. */
export const generate = defineCommand({
  meta: { name: 'diglot-content generate', description: 'Write the public facts as a TypeScript module' },
  args: {
    folder: folderArgument,
    out: { type: 'string', description: 'the module to write (default: the data of the package’s main entry)' },
  },
  async run({ args }) {
    const target = args.out ? resolvePath(args.out) : ownModule
    if (!target) throw new Error('Say where to write the facts. Write: npx @diglot/content generate --out src/facts.ts')
    await generateData(folderOf(args), target)
  },
})
