import { defineCommand } from 'citty'
import { factChecks } from '../check.ts'
import { count } from '../count.ts'
import { type Check, problemsOf, readDataSet } from '../data-set.ts'
import { formatDiagnostic } from '../diagnostics.ts'
import { audience } from '../load.ts'
import { folderArgument, folderOf } from './arguments.ts'

/** Everything that is checked beyond the files by themselves. A new check is a line here. */
const checks: Check[] = [...factChecks]

/** Reports every problem of the facts; nothing is written. */
export const check = defineCommand({
  meta: { name: 'diglot-content check', description: 'Report every problem of the facts as file:line:col' },
  args: { folder: folderArgument },
  async run({ args }) {
    const folder = folderOf(args)
    const data = await readDataSet(folder, audience())
    const problems = await problemsOf(data, checks)
    if (problems.length === 0) {
      const { projects, experience, editions } = data
      const counts = [
        count(projects.length, 'project'),
        count(experience?.data.roles.length ?? 0, 'role'),
        count(Object.keys(editions?.data ?? {}).length, 'edition'),
      ]
      console.log(`${counts.join(', ')}: no problems.`)
      return
    }
    console.error(`${problems.map(formatDiagnostic).join('\n')}\n\n${count(problems.length, 'problem')} in ${folder}`)
    if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
  },
})
