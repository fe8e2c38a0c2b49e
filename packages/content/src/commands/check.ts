import { defineCommand } from 'citty'
import { factChecks } from '../check.ts'
import { count } from '../count.ts'
import { type Check, type DataSet, problemsOf, readDataSet } from '../data-set.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { fixWriting } from '../lint/fix.ts'
import { checkWriting } from '../lint/lint.ts'
import { audience, dataFolder } from '../load.ts'
import { checkContents } from '../parity/contents.ts'
import { checkAgreement } from '../parity/staleness.ts'
import { program } from '../program.ts'
import { type Format, formats, report, summary } from '../report/report.ts'
import { folderArgument, folderOf } from './arguments.ts'

/** Everything that is checked beyond the files by themselves. A new check is a line here. */
const checks: Check[] = [...factChecks, checkAgreement, checkContents, checkWriting]

/** Reports every problem of the facts. Nothing is written, unless `--fix` asks for it. */
export const check = defineCommand({
  meta: { name: 'diglot-content check', description: 'Report every problem of the facts as file:line:col' },
  args: {
    folder: folderArgument,
    format: {
      type: 'enum',
      options: [...formats],
      description: 'text for people, json for programs, github for annotations of a workflow (default: text)',
    },
    json: { type: 'boolean', description: 'the same as --format json' },
    fix: { type: 'boolean', description: 'first mend what is safe: characters, punctuation, spaces, quotes, casing' },
  },
  async run({ args }) {
    if (args.json && args.format) throw new Error('Give --json or --format, not both.')
    const format = (args.json ? 'json' : args.format) as Format | undefined
    const folder = folderOf(args)
    audience() // A word that names none is refused here as it is everywhere.
    if (args.fix) {
      for (const name of await fixWriting(await readDataSet(folder, 'private'), 'private'))
        console.error(`Mended ${name}`)
    }
    // Whoever checks is the owner, and the search for what is private in a build takes a whole private.yaml.
    const data = await readDataSet(folder, 'private')
    const problems = await problemsOf(data, checks)
    if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
    if (format === 'json') console.log(await report(folder, problems, format))
    else if (problems.length === 0) console.log(`${inventory(data)}: no problems.`)
    else if (format === 'github') console.log(`${await report(folder, problems, format)}\n${summary(folder, problems)}`)
    else console.error(`${await report(folder, problems, 'text')}${whereToAgree(folder, problems)}`)
  },
})

/** `confirm` takes no folder: without this, it would agree the texts of another data set. */
function whereToAgree(folder: string, problems: readonly Diagnostic[]): string {
  if (folder === dataFolder() || !problems.some(({ hint }) => hint.includes(`${program} confirm`))) return ''
  return `\n\n${program} confirm agrees in the folder of DIGLOT_DATA. Set it to ${folder} first.`
}

/** What there is: who reads that nothing is wrong wants to see that something was read. */
function inventory({ projects, experience, editions }: DataSet): string {
  const roles = experience?.data.roles ?? []
  const counts = [
    count(projects.length, 'project'),
    count(roles.length, 'role'),
    count(Object.keys(editions?.data ?? {}).length, 'edition'),
  ]
  return counts.join(', ')
}
