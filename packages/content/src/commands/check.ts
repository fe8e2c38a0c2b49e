import { defineCommand } from 'citty'
import { checkReferences } from '../check.ts'
import { count } from '../count.ts'
import { type Check, readDataSet } from '../data-set.ts'
import { formatDiagnostic, inOrder } from '../diagnostics.ts'
import { audience } from '../load.ts'
import { folderArgument, folderOf } from './arguments.ts'

/** Everything that is checked beyond the files by themselves. A new check is a line here. */
const checks: Check[] = [checkReferences]

/** Reports every problem of the facts; nothing is written. */
export const check = defineCommand({
  meta: { name: 'diglot-content check', description: 'Report every problem of the facts as file:line:col' },
  args: { folder: folderArgument },
  async run({ args }) {
    const folder = folderOf(args)
    const data = await readDataSet(folder, audience())
    const found = await Promise.all(checks.map((check) => check(data)))
    const problems = inOrder([...data.problems, ...found.flat()])
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
