import type { Content, DeepReadonly, Edition, Project } from '@diglot/content'
import { type Fact, localizedTexts } from './facts.ts'

type Facts = DeepReadonly<Content>
type Printed = DeepReadonly<Edition>

/** A bullet of an edition, and the number by which it may be left out to meet the page budget (none: it may not). */
export interface PrintedHighlight extends Fact {
  drop: number | undefined
}

/** What the pages on the screen show: all facts in their full wording, and the words for what the facts speak of. */
export function onTheWeb(content: Facts) {
  const { tags, organizations, ...rest } = content
  return inWording('full', {
    ...rest,
    organizations: organizations.filter(({ id }) => organizationsOf(content.roles, content.projects).has(id)),
    tags: tags.filter(({ id }) => tagsOf(content.projects).has(id)),
  })
}

/** What an edition prints, as `editions.yaml` describes it, without the bullets. */
export function inEdition(content: Facts, edition: Printed) {
  const { name, headline, contacts, summary, skills } = content.profile
  const roles = printedRoles(content, edition)
  const projects = printedProjects(content, edition)
  return inWording(edition.wording, {
    edition: edition.title,
    profile: {
      ...{ name, headline, contacts },
      ...(edition.sections.includes('summary') && { summary }),
      ...(edition.sections.includes('skills') && { skills }),
    },
    roles: roles.map(({ highlights: _, ...role }) => role),
    projects: projects.map(({ highlights: _, links, references, ...project }) => ({
      ...project,
      ...(edition.caseStudies && { links, references }),
    })),
    organizations: content.organizations.filter(({ id }) => organizationsOf(roles, projects).has(id)),
    ...(edition.caseStudies && { tags: content.tags.filter(({ id }) => tagsOf(projects).has(id)) }),
  })
}

/** The bullets that an edition prints. */
export function highlightsInEdition(content: Facts, edition: Printed): PrintedHighlight[] {
  return [...printedRoles(content, edition), ...printedProjects(content, edition)].flatMap((owner) =>
    owner.highlights
      .filter(({ priority }) => priority <= edition.priority)
      .flatMap(({ priority, ...highlight }) =>
        localizedTexts(inWording(edition.wording, highlight), [owner.id, highlight.id]).map((fact) => ({
          ...fact,
          drop: priority > 1 ? priority : undefined,
        })),
      ),
  )
}

/** The projects that an edition prints. */
export function printedProjects(content: Facts, edition: Printed): readonly DeepReadonly<Project>[] {
  return content.projects.filter(
    ({ id, kind }) =>
      edition.sections.includes(kind === 'work' ? 'projects' : 'open-source') &&
      (edition.projects?.includes(id) ?? true),
  )
}

function printedRoles(content: Facts, edition: Printed): Facts['roles'] {
  return edition.sections.includes('experience') ? content.roles : []
}

function tagsOf(projects: readonly DeepReadonly<Project>[]): Set<string> {
  return new Set(projects.flatMap(({ tags, highlights }) => [...tags, ...highlights.flatMap((one) => one.tags)]))
}

function organizationsOf(roles: Facts['roles'], projects: readonly DeepReadonly<Project>[]): Set<string | undefined> {
  return new Set([...roles, ...projects].map(({ organization }) => organization))
}

/** Wherever there is a `short` wording, one of the two goes: it, or the `text` or `summary` that it stands for. */
function inWording<T>(wording: Edition['wording'], value: T): T {
  if (Array.isArray(value)) return value.map((child) => inWording(wording, child)) as T
  if (typeof value !== 'object' || value === null) return value
  const long = 'text' in value ? 'text' : 'summary'
  const unused = 'short' in value && wording === 'short' ? long : 'short'
  const kept = Object.entries(value).filter(([key]) => key !== unused)
  return Object.fromEntries(kept.map(([key, child]) => [key, inWording(wording, child)])) as T
}
