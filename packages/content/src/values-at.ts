import type { DataPath, YamlFile } from './yaml-file.ts'

/**
 * The values of a file at a pattern, each with its path; `*` stands for every item of a list or key of a mapping.
 *
 * It looks at what can be read, whether the file is valid or not: a mistake in one place must not hide what
 * can be told about another.
 *
 * @example
 * [...valuesAt(file, 'roles.*.tags.*')] // [[['roles', 0, 'tags', 0], 'go']]
 */
export function valuesAt(file: YamlFile, pattern: string): Iterable<[path: DataPath, value: unknown]> {
  return walk([], file.value, pattern.split('.'))
}

function* walk(path: DataPath, value: unknown, pattern: readonly string[]): Generator<[DataPath, unknown]> {
  const [key, ...rest] = pattern
  if (key === undefined) {
    yield [path, value]
    return
  }
  if (Array.isArray(value)) {
    if (key === '*') for (const [index, child] of value.entries()) yield* walk([...path, index], child, rest)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, child] of Object.entries(value)) {
    if (key === '*' || key === name) yield* walk([...path, name], child, rest)
  }
}

/**
 * The values at the patterns that are given for each kind of file, by its last name: `project.yaml` for all projects.
 *
 * @example
 * valuesIn(data.files, { 'project.yaml': ['highlights.*.tags.*'] })
 */
export function* valuesIn(
  files: readonly YamlFile[],
  patterns: Readonly<Record<string, readonly string[]>>,
): Generator<[file: YamlFile, path: DataPath, value: unknown]> {
  for (const file of files) {
    const kind = file.name.slice(file.name.lastIndexOf('/') + 1)
    for (const pattern of Object.hasOwn(patterns, kind) ? (patterns[kind] ?? []) : []) {
      for (const [path, value] of valuesAt(file, pattern)) yield [file, path, value]
    }
  }
}

/**
 * The ids that a file defines at a pattern: the keys of a mapping, or what the items of a list call themselves.
 * `undefined` where they cannot be told, because the file cannot be understood or an item has lost its id: what seems
 * to be missing then is no second mistake.
 *
 * @example
 * idsAt(data.files, 'experience.yaml', 'roles.*') // ['engineer']
 */
export function idsAt(files: readonly YamlFile[], name: string, pattern: string): string[] | undefined {
  const file = files.find((one) => one.name === name)
  if (!file || file.value === undefined) return undefined
  const ids = [...valuesAt(file, pattern)].map(([path, item]) => {
    const key = path.at(-1)
    return typeof key === 'string' ? key : (item as { id?: unknown } | null)?.id
  })
  return ids.every((id) => typeof id === 'string') ? ids : undefined
}
