import type { z } from 'zod'
import { type Diagnostic, type Finding, maxProblemsPerFile } from './diagnostics.ts'
import { localeInfo, locales } from './locale.ts'
import { keysAt, removableAt, type SchemaShape, shapeOf } from './schema-shape.ts'
import { didYouMean, suggest } from './suggest.ts'
import type { DataPath, YamlFile } from './yaml-file.ts'

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/**
 * Validates a file against its schema. What is wrong goes into `problems`, every problem with its line;
 * the result is `undefined` then.
 */
export function validate<T extends z.ZodType>(
  file: YamlFile,
  schema: T,
  problems: Diagnostic[],
): z.output<T> | undefined {
  problems.push(...file.problems)
  if (file.value === undefined) return undefined
  // An empty file is an empty mapping: what is missing in it is said by the schema.
  const result = schema.safeParse(file.value ?? {})
  if (result.success) return file.problems.length === 0 ? result.data : undefined
  const shape = shapeOf(schema)
  const { issues } = result.error
  const meant = keysMeant(shape, issues)
  for (const issue of issues.slice(0, maxProblemsPerFile + 1)) {
    if (!meant.has(formatPath(issue.path as DataPath))) problems.push(...explain(file, shape, issue, []))
  }
  return undefined
}

/** The paths of keys that were probably written, but misspelt: that they are missing is no second mistake. */
function keysMeant(shape: SchemaShape, issues: readonly z.core.$ZodIssue[]): Set<string> {
  const paths = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    const path = issue.path as DataPath
    const known = keysAt(shape, path)
    return issue.keys.map((key) => formatPath([...path, suggest(key, known) ?? key]))
  })
  return new Set(paths)
}

function explain(file: YamlFile, shape: SchemaShape, issue: z.core.$ZodIssue, base: DataPath): Diagnostic[] {
  const path = [...base, ...(issue.path as (string | number)[])]
  const where = formatPath(path)
  const value = valueAt(file.value, path)

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(shape, path)
    return issue.keys.map((key) =>
      file.atKey(path, key, {
        rule: 'unknown-key',
        message: `Unknown key ${describe(key)}${where && ` in ${where}`}.`,
        hint: didYouMean(key, known),
      }),
    )
  }
  if (issue.code === 'invalid_key') {
    const hint = issue.issues.map(({ message }) => message).join(' ')
    const message = `${describe(path.at(-1))} is not an id.`
    return [file.atKey(path.slice(0, -1), String(path.at(-1)), { rule: 'invalid-id', message, hint })]
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((alternative) => !alternative.some(isOfAnotherType))
    if (meant) return meant.flatMap((nested) => explain(file, shape, nested, path))
  }
  return [file.at(path, describeIssue(shape, path, issue, value))]
}

function isOfAnotherType({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0
}

function describeIssue(shape: SchemaShape, path: DataPath, issue: z.core.$ZodIssue, value: unknown): Finding {
  const message = `${formatPath(path) || 'The file'} is ${describe(value)}.`
  const absent = value === undefined ? 'missing' : isAbsent(value) ? 'empty' : undefined
  if (issue.code === 'invalid_value') {
    const hint = didYouMean(absent ? '' : String(value), issue.values.map(String))
    return { rule: absent ?? 'unknown-word', message, hint }
  }
  if (absent) return { rule: absent, message, hint: completion(shape, path, value) }
  if (issue.code === 'invalid_type') {
    return { rule: 'wrong-type', message, hint: expectation(issue.expected, keysAt(shape, path), value) }
  }
  // What Zod says of a limit by itself is replaced; what a schema says of it is kept.
  const isPlainLimit = issue.message.startsWith('Too ')
  if (issue.code === 'too_small' && isPlainLimit) {
    return { rule: 'out-of-range', message, hint: `Use ${issue.minimum} or more.` }
  }
  if (issue.code === 'too_big' && isPlainLimit) {
    return { rule: 'out-of-range', message, hint: `Use ${issue.maximum} or less.` }
  }
  const rule = issue.code === 'custom' ? String(issue.params?.rule ?? 'invalid-value') : 'invalid-value'
  // A message that begins with a capital says only what to do: schema-values.ts explains it.
  if (/^[A-Z]/.test(issue.message)) return { rule, message, hint: issue.message }
  const [fault, ...hint] = issue.message.split(/(?<=\.) (?=[A-Z])/)
  return { rule, message: `${formatPath(path)} ${fault}`, hint: hint.join(' ') }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** What to do about a value that is not there; a language of a text is called by its name. */
function completion(shape: SchemaShape, path: DataPath, value: unknown): string {
  const last = path.at(-1)
  const isLocale = typeof last === 'string' && Object.hasOwn(localeInfo, last)
  const add = isLocale ? `Add the ${languageNames.of(last)} text` : value === undefined ? 'Add it' : 'Fill it in'
  const removable = removableAt(shape, path)
  if (!removable) return `${add}.`
  return `${add}, or remove ${removable.length === path.length ? 'it' : formatPath(removable)}.`
}

/** What to write instead of a value of the wrong type. */
function expectation(type: string, keys: string[], value: unknown): string {
  if (type === 'string') return typeof value === 'object' ? 'Write one text.' : 'Put it in quotes.'
  if (type === 'array') return 'Write a list: each item on its own line, after a dash.'
  if (type === 'boolean') return 'Write true or false.'
  if (type === 'number' || type === 'int') return 'Write a whole number.'
  if (keys.join() === locales.join()) return `Write one text per language, under ${locales.join(' and ')}.`
  if (keys.length > 0) return `Write a mapping with the keys ${keys.join(', ')}.`
  return 'Write a mapping: each entry under its id.'
}

/** `['highlights', 2, 'text', 'en']` → `highlights[2].text.en` */
function formatPath(path: DataPath): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

function valueAt(value: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (parent, key) => (isObject(parent) && Object.hasOwn(parent, key) ? Reflect.get(parent, key) : undefined),
    value,
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null || (typeof value === 'string' && value.trim() === '')) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'a mapping'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)
}
