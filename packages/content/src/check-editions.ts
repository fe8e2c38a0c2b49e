import { select } from './compose.ts'
import type { DataSet } from './data-set.ts'
import type { Diagnostic } from './diagnostics.ts'
import { fillLanguages } from './languages.ts'
import { type Edition, editionsSchema } from './schema.ts'
import { backgroundSections, type SectionName, sectionOf } from './sections.ts'
import { names, parseSelector, type Selectable, tagOf } from './selector.ts'
import { didYouMean } from './suggest.ts'
import { idsAt, valuesAt } from './values-at.ts'
import type { DataPath, YamlFile } from './yaml-file.ts'

/** What owns the parts that a selector can name: an entry its highlights, a section its list. */
interface Owner extends Selectable {
  /** Unknown, like the section, where the file is not valid. */
  parts?: readonly Selectable[]
  section?: SectionName
}

type Selectors = Pick<Edition, 'include' | 'exclude'>
type Settings = Selectors & Pick<Edition, 'sections'>

/** The editions that are right by themselves: a mistake in one hides none in another. */
function validEditions(file: YamlFile, locales: DataSet['locales']) {
  return [...valuesAt(file, '*')].flatMap(([[id], value]) => {
    const { success, data } = editionsSchema.valueType.safeParse(fillLanguages(value, locales))
    return success ? [[String(id), data] as const] : []
  })
}

/** The rules of editions: what they name exists, what they print is not empty, and no note is printed for the public. */
export function checkEditions(data: DataSet): Diagnostic[] {
  const problems: Diagnostic[] = []
  const { profile, background, experience, projects, projectIds, tags } = data
  const editions = data.files.find(({ name }) => name === 'editions.yaml')
  if (!editions) return problems
  const file: YamlFile = editions

  const roles = experience?.data.roles ?? []
  const roleIds = idsAt(data.files, 'experience.yaml', 'roles.*')
  const published = projects.flatMap(({ id, data }) => (data.draft ? [] : [{ id, ...data, caseStudy: false }]))
  const owners = [...(roleIds ?? []).map(roleOwner), ...projectIds.map(projectOwner), ...listOwners()]
  const everyFileIsValid = data.problems.length === 0

  for (const [id, { locales = {}, ...edition }] of validEditions(file, data.locales)) {
    if (edition.notes && edition.audience === 'public') {
      const hint = 'Add audience: private, or remove it.'
      report([id, 'notes'], 'public-notes', 'A public edition cannot print notes.', hint)
    }
    if (edition.facing && data.locales.length < 2) {
      const message = `The edition ${id} faces two languages, and the facts are written in one.`
      const hint = 'Remove facing, or remove locales from profile.yaml and translate what is missing.'
      report([id, 'facing'], 'facing-needs-two', message, hint)
    }
    if (edition.facing && Object.keys(locales).length > 0) {
      const message = 'A facing edition is one book, in which the languages cannot differ.'
      report([id, 'locales'], 'facing-locales', message, 'Remove it, or facing.')
    }
    checkSettings([id], edition, edition)
    for (const [locale, settings = {}] of Object.entries(locales)) {
      checkSettings([id, 'locales', locale], settings, { ...edition, ...settings } as Settings)
    }
  }
  return problems

  function roleOwner(id: string): Owner {
    const role = roles.find((one) => one.id === id)
    return { id, tags: [], section: 'experience', ...(role && { ...role, parts: role.highlights }) }
  }

  function projectOwner(id: string): Owner {
    const project = projects.find((one) => one.id === id)?.data
    return { id, tags: [], ...(project && { ...project, parts: project.highlights, section: sectionOf(project) }) }
  }

  function listOwners(): Owner[] {
    const lists = backgroundSections.map((section) => ({ section, entries: background?.data[section] }))
    return [{ section: 'skills' as const, entries: profile?.data.skills }, ...lists]
      .filter(({ entries }) => entries?.length !== 0)
      .map(({ section, entries }) => ({
        ...{ id: section, tags: [], section },
        ...(entries && { parts: entries.map((entry) => ({ tags: [], ...entry })) }),
      }))
  }

  function report(path: DataPath, rule: string, message: string, hint: string) {
    problems.push(file.at(path, { rule, message, hint }))
  }

  /** @param settled the settings with those in them that one language shares with the others */
  function checkSettings(path: DataPath, { include = [], exclude = [] }: Selectors, settled: Settings) {
    const before = problems.length
    for (const [index, source] of include.entries()) checkSelector([...path, 'include', index], source)
    for (const [index, source] of exclude.entries()) {
      checkSelector([...path, 'exclude', index], source)
      if (!include.includes(source)) continue
      const message = `"${source}" is both included and excluded.`
      report([...path, 'exclude', index], 'contradiction', message, 'Remove one of the two.')
    }
    if (problems.length === before) checkSections(path, settled)
  }

  /** A selector that finds nothing is a mistake. Where a file is not valid, nobody can say what would be in it. */
  function checkSelector(path: DataPath, source: string) {
    const { entry, part } = parseSelector(source)
    const found = owners.filter((owner) => names(entry, owner))
    if (found.length === 0) {
      const isUncertain = !roleIds || (tagOf(entry) !== undefined && !everyFileIsValid)
      return isUncertain ? undefined : reportNothing(path, entry, 'entry', owners)
    }
    if (part === undefined || found.some((owner) => !owner.parts)) return
    const parts = found.flatMap((owner) => owner.parts ?? [])
    if (parts.some((one) => names(part, one))) return
    const isList = found.some(({ id, section }) => id === section)
    reportNothing(path, part, isList ? 'entry' : 'highlight', parts, entry === '*' ? undefined : entry)
  }

  function reportNothing(
    path: DataPath,
    side: string,
    kind: string,
    candidates: readonly Selectable[],
    owner?: string,
  ) {
    const tag = tagOf(side)
    const known = Object.keys(tags?.data ?? {})
    if (tag === undefined) {
      const ids = candidates.map(({ id }) => id)
      const message = owner ? `"${owner}" has no ${kind} "${side}".` : `There is no ${kind} "${side}".`
      report(path, `unknown-${kind}`, message, fullNameOf(side) ?? didYouMean(side, ids))
    } else if (known.includes(tag)) {
      const message = `No ${kind}${owner ? ` of "${owner}"` : ''} has the tag "${tag}".`
      report(path, 'unused-tag', message, 'Remove it, or tag one.')
    } else {
      report(path, 'unknown-tag', `Unknown tag "${tag}".`, didYouMean(tag, known))
    }
  }

  /** What somebody meant who wrote a tag or a highlight as if it were an entry. */
  function fullNameOf(side: string): string | undefined {
    const owner = owners.find(({ parts }) => parts?.some(({ id }) => id === side))
    const meant = Object.hasOwn(tags?.data ?? {}, side) ? `tag:${side}` : owner && `${owner.id}/${side}`
    return meant && `Did you mean "${meant}"?`
  }

  /** A section that a selection empties would be missing without a word. */
  function checkSections(path: DataPath, settings: Settings) {
    const { sections, include = [] } = settings
    for (const [index, source] of include.entries()) {
      const { entry } = parseSelector(source)
      const section = owners.find(({ id }) => id === entry)?.section
      if (!section || sections.includes(section)) continue
      const message = `"${source}" stands in the section "${section}", which the edition does not print.`
      report([...path, 'include', index], 'unprinted-entry', message, 'Add the section, or remove it.')
    }
    if (!profile || !background || !everyFileIsValid) return
    const facts = { profile: profile.data, roles, projects: published, background: background.data }
    const shown = select(facts, settings).sections
    for (const section of select(facts, { sections }).sections.filter((one) => !shown.includes(one))) {
      const message = `The edition selects nothing in the section "${section}".`
      const hint = 'Include something of it, or list the sections without it.'
      report([...path, settings.include ? 'include' : 'exclude'], 'empty-section', message, hint)
    }
    if (shown.length > 0) return
    const hint = 'List a section that holds something.'
    report([...path, 'sections'], 'empty-edition', 'The edition prints nothing.', hint)
  }
}
