import type { DataSet } from './data-set.ts'
import type { Diagnostic } from './diagnostics.ts'
import { id as idRule } from './schema-values.ts'
import { suggest } from './suggest.ts'
import { valuesAt, valuesIn } from './values-at.ts'
import type { YamlFile } from './yaml-file.ts'

const tagPlaces = {
  'profile.yaml': ['skills.*.tags.*'],
  'experience.yaml': ['roles.*.tags.*', 'roles.*.highlights.*.tags.*'],
  'background.yaml': ['*.*.highlights.*.tags.*'],
  'project.yaml': ['tags.*', 'highlights.*.tags.*'],
}

const organizationPlaces = {
  'experience.yaml': ['roles.*.organization'],
  'project.yaml': ['organization'],
}

/** What an entry refers to is there: its tags in `tags.yaml`, its organization in `experience.yaml`. */
export function checkReferences({ files }: DataSet): Diagnostic[] {
  const tags = idsIn(files, 'tags.yaml', tagIds)
  const organizations = idsIn(files, 'experience.yaml', organizationIds)
  return [
    ...dangling(tagPlaces, tags, (id, meant) => ({
      rule: 'unknown-tag',
      message: `Unknown tag "${id}".`,
      hint: meant ? `Did you mean "${meant}"? If not, add it to tags.yaml.` : 'Add it to tags.yaml, or remove it.',
    })),
    ...dangling(organizationPlaces, organizations, (id, meant) => ({
      rule: 'unknown-organization',
      message: `There is no organization "${id}".`,
      hint: meant ? `Did you mean "${meant}"?` : 'Add it to the organizations in experience.yaml, or remove it.',
    })),
  ]

  function dangling(
    places: Record<string, string[]>,
    known: Set<string> | undefined,
    describe: (id: string, meant: string | undefined) => Parameters<YamlFile['at']>[1],
  ): Diagnostic[] {
    if (!known) return []
    return [...valuesIn(files, places)].flatMap(([file, path, id]) => {
      // What is no id at all has been reported as that.
      if (typeof id !== 'string' || known.has(id) || !idRule.safeParse(id).success) return []
      return [file.at(path, describe(id, suggest(id, [...known])))]
    })
  }
}

/**
 * The ids that a file defines; `undefined` where they cannot be told: the file cannot be understood, or one of its
 * entries has lost its id. What is missing then is no second mistake.
 */
function idsIn(files: readonly YamlFile[], name: string, read: (file: YamlFile) => unknown[]): Set<string> | undefined {
  const file = files.find((one) => one.name === name)
  if (!file || file.value === undefined) return undefined
  const ids = read(file)
  return ids.every((id) => typeof id === 'string') ? new Set(ids) : undefined
}

function tagIds(file: YamlFile): unknown[] {
  return [...valuesAt(file, '*')].map(([[id]]) => id)
}

function organizationIds(file: YamlFile): unknown[] {
  return [...valuesAt(file, 'organizations.*')].map(([, organization]) => (organization as { id?: unknown } | null)?.id)
}
