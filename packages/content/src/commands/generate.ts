import { defineCommand } from 'citty'
import { generateData } from '../generate.ts'
import { folderArgument, folderOf } from './arguments.ts'

/** Writes `data.gen.ts`. */
export const generate = defineCommand({
  meta: { name: 'diglot-content generate', description: 'Write the public facts into the package’s main entry' },
  args: { folder: folderArgument },
  run: ({ args }) => generateData(folderOf(args)),
})
