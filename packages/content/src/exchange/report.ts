import { printable } from '../report/printable.ts'
import type { DataPath } from '../yaml-file.ts'

/** What became of one value of a résumé that did not go in, or did not go in as it was. */
export interface Remark {
  /** `lost`: it found no place. `changed`: it did, in another form. */
  kind: 'lost' | 'changed'
  /** Where it stands in the source: `['work', 0, 'startDate']`. */
  path: DataPath
  /** The value as it was found, shortened. */
  value: string
  /** Why, as a sentence. */
  reason: string
}

/** `['work', 0, 'startDate']` → `work[0].startDate` */
export function formatPath(path: DataPath): string {
  const keys = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
  return printable(keys.join('').replace(/^\./, ''))
}

/** A value as it is named in a report: on one line, at most 60 characters, nothing that a terminal would obey. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text.slice(0, 500).replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
  return line.length > 60 || text.length > 500 ? `${line.slice(0, 57)}…` : line
}
