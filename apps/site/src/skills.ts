import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { dataFolder } from '@diglot/content/load'
import { sourceDate } from '@diglot/print/date'
import { formatMonths } from './duration.ts'
import { allEvidence, type Evidence } from './evidence.ts'
import { words } from './i18n.ts'
import { countMonths, monthAt } from './spans.ts'
import { href } from './urls.ts'

/** What `present` is: the moment that the PDFs bear, so that two builds of one commit say the same. */
export const present = monthAt((await sourceDate(dataFolder())) ?? new Date())

/** The technologies and topics that have a page, in the order of their index. */
export const skills = allEvidence(content)

const ids = new Set(skills.map(({ tag }) => tag.id))

/** The page of a technology or a topic; `undefined` where nothing shows it. */
export function skillHref(locale: Locale, tag: string): string | undefined {
  return ids.has(tag) ? href(locale, `skills/${tag}/`) : undefined
}

/** How much there is of each kind of evidence: “4 projects, 7 highlights”. What there is none of is not spoken of. */
export function countsPhrase({ roles, projects, highlights }: Omit<Evidence, 'tag'>, locale: Locale): string {
  const t = words(locale)
  const parts = [
    roles.length > 0 && t(($) => $.skills.role, { count: roles.length }),
    projects.length > 0 && t(($) => $.skills.project, { count: projects.length }),
    highlights > 0 && t(($) => $.skills.highlight, { count: highlights }),
  ]
  return parts.filter((part) => part !== false).join(t(($) => $.entry.separator))
}

/** How long some periods are together, the overlaps once: “3 years 9 months”; `undefined` where nobody can say. */
export function duration(periods: Evidence['periods'], locale: Locale): string | undefined {
  const months = countMonths(periods, present)
  return months === undefined ? undefined : formatMonths(months, locale)
}
