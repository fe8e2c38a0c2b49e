import { content } from 'virtual:diglot/facts'
import type { DeepReadonly, Locale, Project, SectionName } from '@diglot/content'

type Projects = DeepReadonly<Project[]>

const kinds: Partial<Record<SectionName, Project['kind']>> = { projects: 'work', 'open-source': 'open-source' }

/** Those of some projects that stand in a section; none where the section is not one of projects. */
export function projectsIn(section: SectionName, projects: Projects): Projects {
  return projects.filter(({ kind }) => kind === kinds[section])
}

/** The sections that have something to show: one without entries is neither printed nor announced. */
export function filledSections(sections: readonly SectionName[], projects: Projects): SectionName[] {
  return sections.filter((section) => {
    if (section === 'summary') return content.profile.summary !== undefined
    if (section === 'experience') return content.roles.length > 0
    if (section === 'skills') return content.profile.skills.length > 0
    if (section === 'projects' || section === 'open-source') return projectsIn(section, projects).length > 0
    return content.background[section].length > 0
  })
}

/** What stands beside a project in short words: what the owner was there, and what sort of thing it is. */
export function labelsOf({ roles, type }: DeepReadonly<Project>, locale: Locale): (string | undefined)[] {
  return [...roles.map((role) => role[locale]), type?.[locale]]
}
