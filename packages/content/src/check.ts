import { checkCaseStudies } from './check-case-studies.ts'
import { checkEditions } from './check-editions.ts'
import type { Check, DataSet } from './data-set.ts'
import type { Diagnostic } from './diagnostics.ts'
import { endsBeforeStart, parseYearMonth } from './period.ts'
import type { Background, Highlight, Period } from './schema.ts'
import { id as idRule } from './schema-values.ts'
import { sectionNames } from './sections.ts'
import { suggest } from './suggest.ts'
import type { DataPath, YamlFile } from './yaml-file.ts'

interface Entry {
  tags: string[]
  period?: Period | undefined
  highlights: Highlight[]
}

/** The rules that facts must keep to be of any use: loading them fails where one is broken. */
export const factChecks: readonly Check[] = [checkReferences, checkCaseStudies, checkEditions]

/** The rules that no single file can keep: ids that must be unique or exist, and periods that must run forward. */
function checkReferences(files: DataSet): Diagnostic[] {
  const problems: Diagnostic[] = []
  const { profile, tags, experience, background, projects, projectIds } = files

  if (profile) {
    unique(profile.file, ['contacts'], profile.data.contacts)
    unique(profile.file, ['skills'], profile.data.skills)
    for (const [index, skill] of profile.data.skills.entries()) checkTags(profile.file, ['skills', index], skill)
  }
  if (experience) {
    unique(experience.file, ['organizations'], experience.data.organizations)
    unique(experience.file, ['roles'], experience.data.roles)
    for (const [index, role] of experience.data.roles.entries()) {
      checkOrganization(experience.file, ['roles', index], role.organization)
      checkEntry(experience.file, ['roles', index], role)
    }
  }
  for (const [section, entries] of Object.entries(background?.data ?? {})) {
    if (!background) break
    unique(background.file, [section], entries)
    for (const [index, entry] of entries.entries()) checkBackground(background.file, [section, index], entry)
  }
  for (const { file, data } of projects) {
    checkOrganization(file, [], data.organization)
    checkEntry(file, [], data)
    for (const list of ['figures', 'links', 'references'] as const) unique(file, [list], data[list])
  }
  checkFragments()
  return problems

  function report(file: YamlFile | undefined, path: DataPath, rule: string, message: string, hint: string) {
    if (file) problems.push(file.at(path, { rule, message, hint }))
  }

  function checkEntry(file: YamlFile, path: DataPath, entry: Entry) {
    checkTags(file, path, entry)
    checkPeriod(file, [...path, 'period'], entry.period)
    unique(file, [...path, 'highlights'], entry.highlights)
    for (const [index, item] of entry.highlights.entries()) checkTags(file, [...path, 'highlights', index], item)
  }

  function checkBackground(file: YamlFile, path: DataPath, entry: Background[keyof Background][number]) {
    if ('period' in entry) checkPeriod(file, [...path, 'period'], entry.period)
    if (!('highlights' in entry)) return
    unique(file, [...path, 'highlights'], entry.highlights)
    for (const [index, item] of entry.highlights.entries()) checkTags(file, [...path, 'highlights', index], item)
  }

  // A file that failed its schema has been reported. What is missing from it is no second problem.

  function checkTags(file: YamlFile, path: DataPath, item: { tags: string[] }) {
    if (!tags) return
    const known = Object.keys(tags.data)
    for (const [index, tag] of item.tags.entries()) {
      if (known.includes(tag)) continue
      const meant = suggest(tag, known)
      const hint = meant
        ? `Did you mean "${meant}"? If not, add it to tags.yaml.`
        : 'Add it to tags.yaml, or remove it.'
      report(file, [...path, 'tags', index], 'unknown-tag', `Unknown tag "${tag}".`, hint)
    }
  }

  function checkOrganization(file: YamlFile, path: DataPath, id: string | undefined) {
    if (!experience || id === undefined) return
    const known = experience.data.organizations.map((organization) => organization.id)
    if (known.includes(id)) return
    const meant = suggest(id, known)
    const hint = meant ? `Did you mean "${meant}"?` : 'Add it to the organizations in experience.yaml, or remove it.'
    report(file, [...path, 'organization'], 'unknown-organization', `There is no organization "${id}".`, hint)
  }

  function checkPeriod(file: YamlFile, path: DataPath, period: Period | undefined) {
    const start = period?.start && parseYearMonth(period.start)
    const end = period?.end && period.end !== 'present' && parseYearMonth(period.end)
    if (!start || !end || !endsBeforeStart(start, end)) return
    report(
      file,
      [...path, 'end'],
      'period-order',
      `The period ends (${period.end}) before it starts (${period.start}).`,
      'Correct one of the two.',
    )
  }

  function unique(file: YamlFile, path: DataPath, items: readonly { id: string }[]) {
    for (const [index, { id }] of items.entries()) {
      if (items.findIndex((other) => other.id === id) === index) continue
      report(
        file,
        [...path, index, 'id'],
        'duplicate-id',
        `The id "${id}" stands twice in ${path.at(-1)}.`,
        'Give each its own.',
      )
    }
  }

  /** Roles, projects and sections share one page, and so one name space of fragments. */
  function checkFragments() {
    const sections: readonly string[] = sectionNames
    for (const { id, file } of projects) {
      const rule = idRule.safeParse(id).error?.issues[0]
      if (rule) report(file, [], 'invalid-id', `The folder name "${id}" is not an id.`, `Rename it. ${rule.message}`)
      if (sections.includes(id)) {
        report(file, [], 'id-taken', `The project id "${id}" is already a section of the page.`, 'Rename the folder.')
      }
    }
    for (const [index, { id }] of experience?.data.roles.entries() ?? []) {
      const owner = sections.includes(id) ? 'a section of the page' : projectIds.includes(id) ? 'a project' : undefined
      const message = `The role id "${id}" is already ${owner}.`
      if (owner) report(experience?.file, ['roles', index, 'id'], 'id-taken', message, 'Choose another.')
    }
  }
}
