/**
 * The facts of one person as data, and what is needed to read them in either language.
 * Runs in a browser: no file system, no schema library.
 */
import { type Content, type DeepReadonly, deepFreeze } from './content.ts'
import { data, type ProjectId } from './data.gen.ts'
import type { Project } from './schema.ts'

export type { Content, DeepReadonly } from './content.ts'
export type { ProjectId } from './data.gen.ts'
export { type InlineNode, type InlineText, parseInline, plainText } from './inline.ts'
export { type Locale, type Localized, localeInfo, locales } from './locale.ts'
export { parseYearMonth, type YearMonth } from './period.ts'
export type {
  Edition,
  Highlight,
  Organization,
  Period,
  Profile,
  Project,
  Role,
  SectionName,
  Tag,
} from './schema.ts'

/**
 * All facts, deeply frozen.
 *
 * @example
 * content.profile.headline.en // 'Cloud-Native Software Engineer'
 */
export const content: DeepReadonly<Content> = /* @__PURE__ */ deepFreeze(data)

/**
 * One project by its id; an id that does not exist is a type error.
 *
 * @example
 * getProject('bfs').summary.zh
 */
export function getProject(id: ProjectId): DeepReadonly<Project> {
  return content.projects.find((project) => project.id === id) as DeepReadonly<Project>
}
