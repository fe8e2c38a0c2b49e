import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ArgDef, ArgsDef, PositionalArgDef } from 'citty'
import { dataFolder } from '../load.ts'
import { program } from '../program.ts'
import { resolvePath } from '../resolve-path.ts'
import { didYouMean, suggest } from '../suggest.ts'

/** The argument of every command that reads facts; {@link folderOf} says which folder is meant. */
export const folderArgument = {
  type: 'positional',
  required: false,
  description: 'data folder (default: DIGLOT_DATA, or the package’s own)',
} as const

/**
 * The data folder that a command was given, or the one that is used without.
 *
 * @throws Error where it is a file: a file of facts is judged together with the others
 */
export function folderOf(args: { folder?: string | undefined }): string {
  const folder = args.folder ? resolvePath(args.folder) : dataFolder()
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`${folder} is a file. Name the folder that holds profile.yaml.`)
  }
  return folder
}

/**
 * Refuses what a command does not know. citty would let a misspelt flag pass, and do the opposite of what was asked.
 *
 * @throws Error that says what was found and what was probably meant
 */
export function refuseMistakes(name: string, words: string[], definitions: ArgsDef = {}): void {
  const flags = Object.entries(definitions).filter(isFlag)
  const positionals = Object.entries(definitions).filter(([, { type }]) => type === 'positional')
  const options = Object.fromEntries(flags.flatMap(([flag, definition]) => optionsOf(flag, definition)))
  const { tokens } = parseArgs({
    ...{ args: words, options, tokens: true },
    ...{ strict: false, allowPositionals: true, allowNegative: true },
  })

  let given = 0
  for (const token of tokens) {
    if (token.kind === 'positional') {
      given += 1
      if (given > positionals.length) throw new Error(`Unknown argument "${token.value}". ${usage()}`)
    }
    if (token.kind === 'option') refuseOption(token.name, token.rawName, token.value)
  }
  const missing = positionals.slice(given).find(([, definition]) => isRequired(definition))
  if (missing) throw new Error(`${missing[0].toUpperCase()} is missing. ${usage()}`)

  function refuseOption(flag: string, written: string, value: string | undefined) {
    const definition = flags.find(([known, { alias }]) => known === flag || [alias].flat().includes(flag))?.[1]
    if (!definition) {
      const known = flags.map(([known]) => known)
      const meant = suggest(flag, known)
      throw new Error(`Unknown option "${written}". ${meant ? `Did you mean "--${meant}"?` : usage()}`)
    }
    if (definition.type === 'boolean') {
      if (value !== undefined) throw new Error(`${written} takes no value, and "${value}" was given.`)
      return
    }
    if (!value) throw new Error(`${written} needs a value. ${usage()}`)
    if (definition.type === 'enum' && !definition.options?.includes(value)) {
      throw new Error(`${written} is "${value}". ${didYouMean(value, definition.options ?? [])}`)
    }
  }

  function usage(): string {
    const places = positionals.map(([place, definition]) => {
      const word = place.toUpperCase()
      return isRequired(definition) ? `<${word}>` : `[${word}]`
    })
    const options = flags.map(([flag]) => `[--${flag}]`)
    return `Write: ${[program, name, ...options, ...places].join(' ')}`
  }
}

type FlagDef = Exclude<ArgDef, PositionalArgDef>

function isFlag(entry: [string, ArgDef]): entry is [string, FlagDef] {
  return entry[1].type !== 'positional'
}

function optionsOf(flag: string, { type, alias }: FlagDef) {
  const names = [flag, ...[alias ?? []].flat()]
  const short = names.find((name) => name.length === 1)
  const kind = type === 'boolean' ? ('boolean' as const) : ('string' as const)
  return names.filter((name) => name.length > 1).map((name) => [name, { type: kind, ...(short && { short }) }] as const)
}

function isRequired({ required, default: fallback }: ArgDef): boolean {
  return required !== false && fallback === undefined
}
