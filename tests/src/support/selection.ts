import type { Composition, Content, DeepReadonly, Selected } from '@diglot/content'
import { type Fact, localizedTexts } from './facts.ts'

type Facts = DeepReadonly<Content>

/** A bullet of an edition, and the number by which it may be left out to meet the page budget (none: it may not). */
export interface PrintedHighlight extends Fact {
  drop: number | undefined
}

/** What the pages on the screen show: all facts in their full wording, and the words for what the facts speak of. */
export function onTheWeb(content: Facts) {
  const { tags, organizations, editions, ...rest } = content
  return withoutShort({
    ...rest,
    editions: editions.filter(({ listed }) => listed).map(({ id, title }) => ({ id, title })),
    organizations: organizations.filter(({ id }) => organizationsOf(content).has(id)),
    tags: tags.filter(({ id }) => tagsOf(content).has(id)),
  })
}

/** What an edition prints in a language, without the bullets. */
export function inEdition(content: Facts, { edition, profile, roles, projects, background, sections }: Composition) {
  const { name, headline, contacts, summary, skills } = profile
  const printed = { roles, projects }
  return {
    edition: edition.title,
    profile: { name, headline, contacts, skills, ...(sections.includes('summary') && { summary }) },
    background,
    roles: roles.map(({ highlights: _, ...role }) => role),
    projects: projects.map(({ highlights: _, links, references, diagrams, ...project }) => ({
      ...project,
      ...(edition.caseStudies && { links, references, diagrams }),
    })),
    organizations: content.organizations.filter(({ id }) => organizationsOf(printed).has(id)),
    ...(edition.caseStudies && { tags: content.tags.filter(({ id }) => tagsOf(printed).has(id)) }),
  }
}

/** The bullets that an edition prints. */
export function highlightsInEdition({ roles, projects }: Selected): PrintedHighlight[] {
  return [...roles, ...projects].flatMap((owner) =>
    owner.highlights.flatMap(({ priority, ...highlight }) =>
      localizedTexts(highlight, [owner.id, highlight.id]).map((fact) => ({
        ...fact,
        drop: priority > 1 ? priority : undefined,
      })),
    ),
  )
}

type Entries = Pick<Facts, 'roles' | 'projects'>

function tagsOf({ projects }: Entries): Set<string> {
  return new Set(projects.flatMap(({ tags, highlights }) => [...tags, ...highlights.flatMap((one) => one.tags)]))
}

function organizationsOf({ roles, projects }: Entries): Set<string | undefined> {
  return new Set([...roles, ...projects].map(({ organization }) => organization))
}

/** The facts without their short wordings. */
function withoutShort<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutShort) as T
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'short')
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutShort(child)])) as T
}
