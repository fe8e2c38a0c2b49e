import type { Selected } from '../compose.ts'
import type { Content, DeepReadonly } from '../content.ts'
import { toDocx, toJsonLd, toMarkdown, toText } from '../export.ts'
import type { Locale } from '../locale.ts'
import type { Remark } from './report.ts'
import { toJsonResume } from './to-json-resume.ts'

/** A résumé as a file of another format. */
interface Exported {
  data: string | Uint8Array
  /** What the format cannot hold of the facts; none where it holds what a reader is shown. */
  notes?: Remark[]
}

/** What is to be exported. */
export interface Request {
  content: DeepReadonly<Content>
  locale: Locale
  /** What an edition shows. */
  shown?: Selected | undefined
  /** In columns, for plain text. */
  width?: number | undefined
}

/** The formats that facts can be exported to, each by its name on the command line. */
export const exporters: Record<string, (request: Request) => Exported | Promise<Exported>> = {
  'json-resume': ({ content, locale, shown }) => {
    const { resume, notes } = toJsonResume({ ...content, ...shown }, locale)
    return { data: `${JSON.stringify(resume, null, 2)}\n`, notes }
  },
  markdown: ({ content, locale, shown }) => ({ data: toMarkdown(content, locale, shown) }),
  text: ({ content, locale, shown, width }) => ({ data: toText(content, locale, { shown, width }) }),
  'json-ld': ({ content, locale, shown }) => ({ data: toJsonLd(content, locale, shown) }),
  docx: async ({ content, locale, shown }) => ({ data: await toDocx(content, locale, shown) }),
}
