import type { Content, DeepReadonly, Period, Tag } from '@diglot/content'
import { joinPeriods } from './spans.ts'

type Facts = DeepReadonly<Pick<Content, 'tags' | 'roles' | 'projects'>>

/** What shows that the owner knows a technology or a topic. */
export interface Evidence extends Pick<Facts, 'roles' | 'projects'> {
  tag: DeepReadonly<Tag>
  /** How many highlights carry the tag. */
  highlights: number
  /** When, by the dated entries that carry the tag as a whole: no month is in two periods. One highlight says nothing of when. */
  periods: Period[]
}

/**
 * What there is evidence of: what most entries show first, then what most highlights do, then in the order of the tags.
 *
 * @example
 * const [best] = allEvidence(content) // best?.tag.name.en, best?.projects, each with the highlights that carry the tag only
 */
export function allEvidence(facts: Facts): Evidence[] {
  const entries = ({ roles, projects }: Evidence) => roles.length + projects.length
  return facts.tags
    .map((tag) => evidenceOf(facts, tag))
    .filter((one) => entries(one) > 0)
    .sort((a, b) => entries(b) - entries(a) || b.highlights - a.highlights)
}

/** The roles and projects that a tag, or one of their highlights, stands at. */
function evidenceOf(facts: Facts, tag: DeepReadonly<Tag>): Evidence {
  const carries = ({ tags }: { readonly tags: readonly string[] }) => tags.includes(tag.id)
  const showing = <T extends Facts['roles' | 'projects'][number]>(entries: readonly T[]): T[] =>
    entries
      .map((entry) => ({ ...entry, highlights: entry.highlights.filter(carries) }))
      .filter((entry) => carries(entry) || entry.highlights.length > 0)
  const [roles, projects] = [showing(facts.roles), showing(facts.projects)]
  const entries = [...roles, ...projects]
  return {
    tag,
    roles,
    projects,
    highlights: entries.reduce((sum, entry) => sum + entry.highlights.length, 0),
    periods: joinPeriods(entries.filter(carries).flatMap(({ period }) => period ?? [])),
  }
}
