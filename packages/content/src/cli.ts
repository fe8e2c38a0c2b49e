#!/usr/bin/env node
/**
 * `diglot-content`: checks the facts, and writes them as data for the package's main entry.
 *
 * Exit codes: 0 all is well, 1 the facts have problems, 2 the command was not understood or could not run.
 */
import { resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { defineCommand, renderUsage, runCommand } from 'citty'
import { ContentError } from './diagnostics.ts'
import { generateData } from './generate.ts'
import { dataFolder, loadContent } from './load.ts'
import { didYouMean } from './suggest.ts'

const folderArgument = {
  type: 'positional',
  required: false,
  description: 'data folder (default: DIGLOT_DATA, or the package’s own)',
} as const

const check = defineCommand({
  meta: { name: 'diglot-content check', description: 'Report every problem of the facts as file:line:col' },
  args: { folder: folderArgument },
  async run() {
    const { projects, roles, editions } = await loadContent(folder)
    const counts = [count(projects, 'project'), count(roles, 'role'), count(editions, 'edition')]
    console.log(`${counts.join(', ')}: no problems.`)
  },
})

const generate = defineCommand({
  meta: { name: 'diglot-content generate', description: 'Write the public facts into the package’s main entry' },
  args: { folder: folderArgument },
  run: () => generateData(folder),
})

const commands = { check, generate }

const main = defineCommand({
  meta: { name: 'diglot-content', description: 'The facts, in every language: checked and made ready for use' },
  subCommands: commands,
})

const words = process.argv.slice(2)
const [name = '', givenFolder] = words
const folder = givenFolder ? resolve(givenFolder) : dataFolder()

try {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) await printHelp()
  else await run()
} catch (error) {
  if (error instanceof ContentError) {
    console.error(`${error.message}\n\n${count(error.diagnostics, 'problem')} in ${folder}`)
    process.exitCode = 1
  } else {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}

async function run() {
  if (!Object.hasOwn(commands, name)) {
    throw new Error(`Unknown command "${name}". ${didYouMean(name, Object.keys(commands))}`)
  }
  const unknown = words.slice(1).find((word, index) => word.startsWith('-') || index > 0)
  if (unknown) throw new Error(`Unknown argument "${unknown}". Write: diglot-content ${name} [FOLDER]`)
  await runCommand(main, { rawArgs: words })
}

async function printHelp() {
  const isCommand = Object.hasOwn(commands, name)
  const usage = await (isCommand ? renderUsage(commands[name as keyof typeof commands]) : renderUsage(main))
  console.log(stripVTControlCharacters(usage))
  console.log('Exit codes: 0 all is well, 1 the facts have problems, 2 the command could not run.')
}

function count(items: readonly unknown[], noun: string): string {
  return `${items.length} ${noun}${items.length === 1 ? '' : 's'}`
}
