import { count } from '../count.ts'
import type { Remark } from './report.ts'

/** What a format cannot hold of the facts: one line for each kind of value, since there may be hundreds of one kind. */
export function formatLosses(notes: readonly Remark[]): string {
  const kinds = new Map<string, number>()
  for (const { path, reason } of notes) {
    const kind = `${pattern(path)}: ${reason}`
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const lines = [...kinds].map(([kind, number]) => `  ${count(number, 'value')} of ${kind}`)
  return ['Not in the export, or not as it is in the facts:', ...lines].join('\n')
}

/** `roles[3].highlights[0].tags[1]` → `roles[].highlights[].tags[]` */
function pattern(path: Remark['path']): string {
  const keys = path.map((key) => (typeof key === 'number' ? '[]' : `.${key}`))
  return keys.join('').replace(/^\./, '')
}
