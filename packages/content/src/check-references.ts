import type { DataSet } from './data-set.ts'
import type { Diagnostic } from './diagnostics.ts'
import { id as idRule } from './schema-values.ts'
import { suggest } from './suggest.ts'
import { idsAt, valuesIn } from './values-at.ts'
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
  const tags = idsAt(files, 'tags.yaml', '*')
  const organizations = idsAt(files, 'experience.yaml', 'organizations.*')
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
    known: readonly string[] | undefined,
    describe: (id: string, meant: string | undefined) => Parameters<YamlFile['at']>[1],
  ): Diagnostic[] {
    if (!known) return []
    const ids = new Set(known)
    return [...valuesIn(files, places)].flatMap(([file, path, id]) => {
      // What is no id at all has been reported as that.
      if (typeof id !== 'string' || ids.has(id) || !idRule.safeParse(id).success) return []
      return [file.at(path, describe(id, suggest(id, known)))]
    })
  }
}
