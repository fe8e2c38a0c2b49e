#!/usr/bin/env node
/**
 * `diglot-content`: the tool that keeps the facts. Each command has its own file in `commands/`.
 *
 * Exit codes: 0 all is well, 1 the facts have problems, 2 the command was not understood or could not run.
 */
import { stripVTControlCharacters } from 'node:util'
import { type ArgsDef, type CommandDef, defineCommand, renderUsage, runCommand } from 'citty'
import { refuseMistakes } from './commands/arguments.ts'
import { check } from './commands/check.ts'
import { confirm } from './commands/confirm.ts'
import { diff } from './commands/diff.ts'
import { exportCommand } from './commands/export.ts'
import { generate } from './commands/generate.ts'
import { importCommand } from './commands/import.ts'
import { start } from './commands/new.ts'
import { ContentError } from './diagnostics.ts'
import { printable } from './report/printable.ts'
import { report } from './report/report.ts'
import { didYouMean } from './suggest.ts'

// biome-ignore lint/suspicious/noExplicitAny: each command has arguments of its own; citty's own types say the same.
const commands: Record<string, CommandDef<any>> = {
  new: start,
  import: importCommand,
  check,
  confirm,
  diff,
  export: exportCommand,
  generate,
}

const main = defineCommand({
  meta: { name: 'diglot-content', description: 'The facts, in every language: checked and made ready for use' },
  subCommands: commands,
})

// Whoever reads may have read enough: `diglot-content check --json | head`.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const words = process.argv.slice(2)
const [name = '', ...rest] = words
const command = Object.hasOwn(commands, name) ? commands[name] : undefined

try {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) await printHelp()
  else if (!command) throw new Error(`Unknown command "${name}". ${didYouMean(name, Object.keys(commands))}`)
  else {
    refuseMistakes(name, rest, command.args as ArgsDef | undefined)
    await runCommand(command, { rawArgs: rest })
  }
} catch (error) {
  if (error instanceof ContentError) {
    console.error(await report(error.folder, error.diagnostics, 'text'))
    process.exitCode = 1
  } else {
    console.error(printable(error instanceof Error ? error.message : String(error)))
    process.exitCode = 2
  }
}

async function printHelp() {
  const usage = await (command ? renderUsage(command) : renderUsage(main))
  console.log(process.stdout.isTTY ? usage : stripVTControlCharacters(usage))
  console.log(
    '\nExit codes: 0 all is well, 1 the facts have problems (diff: they differ), 2 the command could not run.',
  )
}
