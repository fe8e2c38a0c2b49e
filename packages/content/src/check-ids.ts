import type { DataSet } from './data-set.ts'
import { type Diagnostic, diagnosticAt, type Finding } from './diagnostics.ts'
import { id as idRule } from './schema-values.ts'
import { sectionNames } from './sections.ts'
import { valuesIn } from './values-at.ts'
import type { YamlFile } from './yaml-file.ts'

/** Every list whose items have ids, which are unique in it. */
const listsWithIds = {
  'profile.yaml': ['contacts', 'skills'],
  'experience.yaml': ['organizations', 'roles', 'roles.*.highlights'],
  'background.yaml': ['*', '*.*.highlights'],
  'project.yaml': ['highlights', 'figures', 'links', 'references', 'diagrams', 'diagrams.*.groups', 'diagrams.*.nodes'],
}

/** Ids are unique: in their list, and those of roles and projects on the page as well. */
export function checkIds(data: DataSet): Diagnostic[] {
  const lists = [...valuesIn(data.files, listsWithIds)]
  return [...lists.flatMap(([file, path, list]) => duplicatesIn(file, path, list)), ...checkFragments(data)]
}

function duplicatesIn(file: YamlFile, path: readonly (string | number)[], list: unknown): Diagnostic[] {
  if (!Array.isArray(list)) return []
  const first = new Map<string, number>()
  const problems: Diagnostic[] = []
  for (const [index, item] of list.entries()) {
    const id: unknown = item?.id
    if (typeof id !== 'string' || id === '') continue
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, index)
      continue
    }
    const { line } = file.at([...path, earlier, 'id'], duplicate(''))
    const message = `The id "${id}" stands twice in ${path.at(-1)}, first on line ${line}.`
    problems.push(file.at([...path, index, 'id'], duplicate(message)))
  }
  return problems
}

function duplicate(message: string): Finding {
  return { rule: 'duplicate-id', message, hint: 'Give each its own.' }
}

/** Roles, projects and sections share one page, and so one name space of fragments. */
function checkFragments({ files, projectIds }: DataSet): Diagnostic[] {
  const sections = new Set<string>(sectionNames)
  const projects = new Set(projectIds)
  const ofProjects = projectIds.flatMap((id) => {
    const place = { file: `projects/${id}/project.yaml`, line: 1, column: 1 }
    const rule = idRule.safeParse(id).error?.issues[0]?.message
    if (rule) {
      const message = `The folder name "${id}" is not an id.`
      return [diagnosticAt(place, { rule: 'invalid-id', message, hint: `Rename it. ${rule}` })]
    }
    if (!sections.has(id)) return []
    const message = `The project id "${id}" is already a section of the page.`
    return [diagnosticAt(place, { rule: 'id-taken', message, hint: 'Rename the folder.' })]
  })
  const ofRoles = [...valuesIn(files, { 'experience.yaml': ['roles.*.id'] })].flatMap(([file, path, id]) => {
    if (typeof id !== 'string' || !(sections.has(id) || projects.has(id))) return []
    const message = `The role id "${id}" is already ${sections.has(id) ? 'a section of the page' : 'a project'}.`
    return [file.at(path, { rule: 'id-taken', message, hint: 'Choose another.' })]
  })
  return [...ofProjects, ...ofRoles]
}
