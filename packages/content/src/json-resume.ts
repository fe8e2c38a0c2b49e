/**
 * JSON Resume in both directions, as pure functions: nothing is read, nothing written.
 */
import { toDataFiles } from './exchange/data-files.ts'
import { plainValue } from './exchange/draft.ts'
import { fromJsonResume as read } from './exchange/from-json-resume.ts'
import { Reader } from './exchange/reader.ts'
import type { Remark } from './exchange/report.ts'
import type { Locale } from './locale.ts'

export type { Remark } from './exchange/report.ts'
export { type JsonResume, toJsonResume } from './exchange/to-json-resume.ts'

/**
 * The data files that a JSON Resume makes, each as plain data by its name, in the one language that it is written in.
 * `notes` names every value that found no place, or took another form.
 *
 * @throws Error where the résumé names nobody
 * @example
 * const { files, notes } = fromJsonResume({ basics: { name: 'Ada' } }, 'en')
 * files['profile.yaml'] // { locales: ['en'], name: 'Ada' }
 */
export function fromJsonResume(resume: unknown, locale: Locale): { files: Record<string, unknown>; notes: Remark[] } {
  const reader = new Reader(resume)
  const drafts = Object.entries(toDataFiles(read(reader, locale), locale))
  return {
    files: Object.fromEntries(drafts.map(([name, file]) => [name, plainValue(file, locale)])),
    notes: reader.rest(),
  }
}
