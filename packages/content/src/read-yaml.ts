import type { z } from 'zod'
import type { Diagnostic } from './diagnostics.ts'
import { fillLanguages, writtenLocales } from './languages.ts'
import type { Locale } from './locale.ts'
import { validate } from './validate.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

/** What a file says by itself. */
interface Reading<Schema extends z.ZodType> {
  file: YamlFile
  /** The languages that the facts are written in: `profile.yaml` says so, and any other file has those that were known. */
  locales: [Locale, ...Locale[]]
  /** `undefined` where it is not valid. */
  data: z.output<Schema> | undefined
  problems: Diagnostic[]
}

/** The last reading of each file of one data folder, the one that was read last. */
let kept = { folder: '', readings: new Map<string, { state: string; reading: Reading<z.ZodType> }>() }

/**
 * Parses a file and validates it by itself. One that says what it said before is not read again: of a data set that is
 * being edited one file has changed, and the author waits for all of them.
 *
 * @param folder the data folder
 * @param file its name there, and what stands in it
 * @param known the languages that the facts are written in, as far as it is known
 */
export function readYaml<Schema extends z.ZodType>(
  folder: string,
  { name, source }: { name: string; source: string },
  schema: Schema,
  known: [Locale, ...Locale[]],
): Reading<Schema> {
  const state = [known, source].join('\n')
  if (kept.folder !== folder) kept = { folder, readings: new Map() }
  const last = kept.readings.get(name)
  if (last?.state === state) return last.reading as Reading<Schema>
  const file = parseYamlFile(name, source)
  const locales = name === 'profile.yaml' ? writtenLocales(file.value) : known
  const problems: Diagnostic[] = []
  const data = validate({ ...file, value: fillLanguages(file.value, locales) }, schema, problems)
  const reading = { file, locales, data, problems }
  kept.readings.set(name, { state, reading })
  return reading
}
