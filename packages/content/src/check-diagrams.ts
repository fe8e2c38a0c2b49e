import type { DataSet } from './data-set.ts'
import type { Diagnostic } from './diagnostics.ts'
import { didYouMean } from './suggest.ts'
import { valuesIn } from './values-at.ts'
import type { DataPath, YamlFile } from './yaml-file.ts'

/** What a diagram refers to is in it: the ends of its arrows are parts, and the group of a part is a group. */
export function checkDiagrams({ files }: DataSet): Diagnostic[] {
  const diagrams = [...valuesIn(files, { 'project.yaml': ['diagrams.*'] })]
  return diagrams.flatMap(([file, path, diagram]) => [
    ...strangers(file, path, diagram, { list: 'edges', field: 'from', among: 'nodes', what: 'part' }),
    ...strangers(file, path, diagram, { list: 'edges', field: 'to', among: 'nodes', what: 'part' }),
    ...strangers(file, path, diagram, { list: 'nodes', field: 'group', among: 'groups', what: 'group' }),
  ])
}

/** Where a list names what is not among the items of another. */
function strangers(
  file: YamlFile,
  path: DataPath,
  diagram: unknown,
  { list, field, among, what }: { list: string; field: string; among: string; what: string },
): Diagnostic[] {
  const known = [...new Set(itemsOf(diagram, among).map(({ id }) => String(id)))]
  return itemsOf(diagram, list).flatMap((item, index) => {
    const id = item[field]
    if (typeof id !== 'string' || known.includes(id)) return []
    const message = `The diagram has no ${what} "${id}".`
    return [file.at([...path, list, index, field], { rule: 'unknown-part', message, hint: didYouMean(id, known) })]
  })
}

/** The items of a list of the diagram, whether they are valid or not. */
function itemsOf(diagram: unknown, list: string): Record<string, unknown>[] {
  const items = (diagram as Record<string, unknown> | null)?.[list]
  return Array.isArray(items) ? items.map((item) => (typeof item === 'object' && item !== null ? item : {})) : []
}
