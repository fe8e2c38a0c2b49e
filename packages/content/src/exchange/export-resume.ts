import type { Content, DeepReadonly } from '../content.ts'
import type { Locale } from '../locale.ts'
import type { Remark } from './report.ts'
import { toJsonResume } from './to-json-resume.ts'

/** A résumé as a file of another format. */
export interface Exported {
  data: string | Uint8Array
  /** What the format cannot hold of the facts. */
  notes: Remark[]
}

/** The formats that facts can be exported to, each by its name on the command line. */
export const exporters = {
  'json-resume': (content, locale) => {
    const { resume, notes } = toJsonResume(content, locale)
    return { data: `${JSON.stringify(resume, null, 2)}\n`, notes }
  },
} satisfies Record<string, (content: DeepReadonly<Content>, locale: Locale) => Exported | Promise<Exported>>
