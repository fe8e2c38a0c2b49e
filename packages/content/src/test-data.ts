import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { z } from 'zod'
import { ContentError, type Diagnostic } from './diagnostics.ts'
import { type Audience, loadContent } from './load.ts'
import { validate } from './validate.ts'
import { parseYamlFile } from './yaml-file.ts'

/** A text in both languages, as one line of YAML. */
export const text = '{ zh: 字, en: word }'

/** A small data set without a problem; each test changes what it is about. */
export const goodFiles = {
  'profile.yaml': `name: Ada\nheadline: ${text}\nsummary: ${text}\n`,
  'tags.yaml': 'go: { name: Go, kind: technology }\n',
  'experience.yaml': 'organizations:\n  - { id: acme, name: Acme }\n',
  'editions.yaml': `resume:\n  title: ${text}\n`,
  'projects/bfs/project.yaml': `name: bfs\nkind: work\norder: 1\nsummary: ${text}\n`,
  'agreed.lock.yaml': `profile.yaml: { headline: ${text}, summary: ${text} }
editions.yaml: { resume.title: ${text} }
projects/bfs/project.yaml: { summary: ${text} }
`,
}

/** A temporary data folder for one test: the good files, with some written anew or, as `null`, left out. */
export function dataFolderWith(changes: Record<string, string | Uint8Array | null> = {}): string {
  const folder = emptyFolder()
  writeFiles(folder, { ...goodFiles, ...changes })
  return folder
}

/** A temporary folder for one test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-content-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Writes files below a folder; one that is `null` is left out. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array | null>): void {
  for (const [name, source] of Object.entries(files)) {
    if (source === null) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), source)
  }
}

/** What loading says of the good files with some changes; the name of the temporary folder is written FOLDER. */
export async function problemsWith(
  changes: Record<string, string | Uint8Array | null>,
  audience: Audience = 'public',
): Promise<string> {
  const folder = dataFolderWith(changes)
  try {
    await loadContent(folder, { audience })
    return ''
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.message.replaceAll(folder, 'FOLDER')
  }
}

/** What a schema says of a file named `f.yaml`; empty where nothing is wrong. */
export function problemsOf(schema: z.ZodType, source: string): string {
  const problems: Diagnostic[] = []
  const data = validate(parseYamlFile('f.yaml', source), schema, problems)
  expect(data === undefined).toBe(problems.length > 0)
  return new ContentError(problems, '').message
}

/** Every value in a value, with the way to it: `projects.0.name.zh`. */
export function* everything(value: unknown, path = ''): Generator<[path: string, value: unknown]> {
  yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) yield* everything(child, path ? `${path}.${key}` : key)
}
