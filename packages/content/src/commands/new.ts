import { defineCommand } from 'citty'
import { ownModule } from '../generate.ts'
import { resolvePath } from '../resolve-path.ts'
import { startDataSet } from '../start.ts'

/** Makes a data set to start from, and says what to do with it. */
export const start = defineCommand({
  meta: { name: 'diglot-content new', description: 'Make a small bilingual data set to start from' },
  args: { folder: { type: 'positional', required: true, description: 'a folder that is new or empty' } },
  async run({ args }) {
    const folder = resolvePath(args.folder)
    await startDataSet(folder)
    console.log(`${folder} holds a data set: one engineer who is made up, in Chinese and English.\n`)
    console.log(
      ['Write your own facts over it. Begin with profile.yaml; the comments say how.', ...steps(folder)].join('\n'),
    )
  },
})

/** The commands to go on with. Only a checkout of the whole project has a site to show. */
function steps(folder: string): string[] {
  const argument = /[^\w@%+=:,./\\-]/.test(folder) ? `"${folder}"` : folder
  if (!ownModule) return [`npx @diglot/content check ${argument}`]
  const variable = process.platform === 'win32' ? `$env:DIGLOT_DATA = "${folder}"; ` : `DIGLOT_DATA=${argument} `
  return [
    `pnpm content check ${argument}`,
    `${variable}pnpm content confirm --all   # once both languages of what you wrote say the same`,
    `${variable}pnpm dev      # shows the site, and each change at once`,
    `${variable}pnpm start    # builds the site and its PDFs`,
  ]
}
