import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Document, isMap, isScalar, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import { z } from 'zod'
import type { Diagnostic } from '../diagnostics.ts'
import { program } from '../program.ts'
import { readSource } from '../read-source.ts'
import { validate } from '../validate.ts'
import { parseYamlFile } from '../yaml-file.ts'

/** The file in the data folder that remembers which texts were agreed to say the same. */
export const lockName = 'agreed.lock.yaml'

/** The texts as they were agreed, by language. A language that this version does not know is kept. */
export type Agreed = Record<string, string>

const agreed = z.record(z.string(), z.string())

/** A group is a file, and in it a text by its field; a case study is the list of its passages. */
const lockSchema = z.record(z.string(), z.union([z.array(agreed), z.record(z.string(), agreed)]))

export type Agreements = z.output<typeof lockSchema>

export interface Lock {
  /** As it stands in the file; empty where there is no file. */
  source: string
  groups: Agreements
}

/** It holds every text of every file, and is written by a program: twenty careers. */
const maxBytes = 2_000_000

/** Reads the lock of a data folder: `undefined` where there is none, and the problems of one that cannot be read. */
export async function readLock(folder: string): Promise<Lock | Diagnostic[] | undefined> {
  const source = await readSource(folder, lockName, `Make it: ${program} confirm --all`, maxBytes)
  if (typeof source !== 'string') return source.rule === 'file-missing' ? undefined : [source]
  const problems: Diagnostic[] = []
  const groups = validate(parseYamlFile(lockName, source), lockSchema, problems)
  if (groups) return { source, groups }
  const hint = `Take it back from your version control, or delete it and agree anew: ${program} confirm --all`
  return problems.map((problem) => ({ ...problem, hint }))
}

const heading = ` Which texts were last agreed to say the same. Written by \`diglot-content confirm\`; commit it with the facts.`

/**
 * Writes the lock anew. Its keys are sorted, so that a change of one text is a change of its lines and of no other;
 * comments, and languages that are not known here, stay.
 */
export async function writeLock(folder: string, before: Lock | undefined, groups: Agreements): Promise<void> {
  const document = before?.source.trim() ? parseDocument(before.source) : new Document(new YAMLMap())
  if (!document.contents) document.contents = new YAMLMap()
  document.commentBefore ??= heading
  const root = document.contents
  if (!isMap(root)) throw new TypeError('The lock is not a mapping.')
  for (const name of Object.keys(before?.groups ?? {})) if (!groups[name]) root.delete(name)
  for (const [name, group] of Object.entries(groups)) {
    const node = root.get(name)
    if (Array.isArray(group)) {
      const list = isSeq(node) ? node : new YAMLSeq()
      list.items = group.map((texts) => document.createNode(texts))
      root.set(name, list)
      continue
    }
    const map = isMap(node) ? node : new YAMLMap()
    for (const { key } of map.items.slice()) if (isScalar(key) && !Object.hasOwn(group, `${key.value}`)) map.delete(key)
    for (const [field, texts] of Object.entries(group)) {
      const entry = map.get(field)
      if (!isMap(entry)) map.set(field, document.createNode(texts))
      else for (const [locale, text] of Object.entries(texts)) if (entry.get(locale) !== text) entry.set(locale, text)
    }
    sortKeys(map)
    root.set(name, map)
  }
  sortKeys(root)
  await writeFileAtomic(join(folder, lockName), document.toString({ lineWidth: 0 }))
}

function sortKeys(map: YAMLMap) {
  map.items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ key }: { key: unknown }): string {
  return String(isScalar(key) ? key.value : key)
}
