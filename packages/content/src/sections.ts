import type { Project } from './schema.ts'

/** The sections of what stands beside the work: one list of `background.yaml` each. */
export const backgroundSections = [
  ...(['education', 'publications', 'awards', 'certificates'] as const),
  ...(['volunteer', 'languages', 'interests', 'recommendations'] as const),
] as const

/** The sections that are one list of short entries. */
export const listSections = ['skills', ...backgroundSections] as const

/** The parts that an edition can print, in the order in which it prints them unless it says otherwise. */
export const sectionNames = Object.freeze([
  ...(['summary', 'experience', 'projects', 'open-source'] as const),
  ...listSections,
] as const)

export type SectionName = (typeof sectionNames)[number]

/** The section that a project stands in. */
export function sectionOf({ kind }: Pick<Project, 'kind'>): SectionName {
  return kind === 'work' ? 'projects' : 'open-source'
}
