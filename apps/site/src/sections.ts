import type { DeepReadonly, Locale, Project, SectionName } from '@diglot/content'

type Projects = DeepReadonly<Project[]>

/** The sections of what the owner has done, whose entries have tags. */
export const careerSections = ['experience', 'projects', 'open-source'] as const satisfies SectionName[]

const kinds: Partial<Record<SectionName, Project['kind']>> = { projects: 'work', 'open-source': 'open-source' }

/** Those of some projects that stand in a section; none where the section is not one of projects. */
export function projectsIn(section: SectionName, projects: Projects): Projects {
  return projects.filter(({ kind }) => kind === kinds[section])
}

/** What stands beside a project in short words: what the owner was there, and what sort of thing it is. */
export function labelsOf({ roles, type }: DeepReadonly<Project>, locale: Locale): (string | undefined)[] {
  return [...roles.map((role) => role[locale]), type?.[locale]]
}
