/**
 * The facts of one person as data, and what is needed to read them in either language.
 * Runs in a browser: no file system, no schema library.
 */
export { type Composition, compose, type Selected, type Selection, select } from './compose.ts'

import type { Named } from './content.ts'
import { content, type Ids } from './data.gen.ts'
import type { Project } from './schema.ts'

export { type Content, type DeepReadonly, deepFreeze, type Facts, type Named } from './content.ts'
export { content, type Ids } from './data.gen.ts'
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
  Skill,
  Tag,
} from './schema.ts'

/**
 * One project by its id; an id that does not exist is a type error.
 *
 * @example
 * getProject('bfs').summary.zh
 */
export function getProject<Id extends Ids['project']>(id: Id): Named<Project, Id> {
  return content.projects.find((project) => project.id === id) as Named<Project, Id>
}
