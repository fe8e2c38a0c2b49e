import { type Locale, locales } from '../locale.ts'
import type { DataPath } from '../yaml-file.ts'
import { type Draft, type DraftFiles, type DraftMapping, Name, Prose, plainValue, Ref } from './draft.ts'
import { type Entry, isMapping, type MatchedBy, matchEntries } from './match.ts'

/** A value that is written into a file; without a value, the key is removed. */
export interface Edit {
  file: string
  path: DataPath
  value: unknown
}

/** An entry of the facts that the résumé speaks of too. */
interface Joined {
  file: string
  path: DataPath
  by: MatchedBy
}

/** Two values for one fact: the one that was there stays. */
export interface Conflict {
  file: string
  path: DataPath
  kept: unknown
  refused: unknown
}

export interface Join {
  edits: Edit[]
  joined: Joined[]
  conflicts: Conflict[]
}

/** The data files that are there, each as plain data, by its name. */
export type DataFiles = Readonly<Record<string, Entry>>

/** Where something stands in its file. */
interface Place {
  file: string
  path: DataPath
}

/** What the importer made up for a new entry says nothing against what the owner has written. */
const madeUp = ['id', 'order', 'priority', 'kind']

/**
 * Joins a résumé with facts that are there, most often in the other language. Nothing that is there is changed: a text
 * gets its second language, what is missing is added, and two values for one fact are a conflict.
 */
export function joinFiles(old: DataFiles, draft: DraftFiles, locale: Locale): Join {
  const written = writtenIn(old)
  /** What the résumé calls by one id, and the facts by another. */
  const renamed = new Map<string, string>()
  const rename = ({ kind, id }: Ref) => renamed.get(`${kind} ${id}`) ?? id
  let join: Join = { edits: [], joined: [], conflicts: [] }
  findTags()
  // What the first reading finds out about ids is of use to all of the second.
  for (let reading = 1; reading <= 2; reading += 1) {
    join = { edits: [], joined: [], conflicts: [] }
    joinAll()
  }
  return join

  function joinAll() {
    for (const [file, mapping] of Object.entries(draft)) {
      const there = old[file]
      if (file.startsWith('projects/') || file === 'tags.yaml') continue
      if (!there) join.edits.push({ file, path: [], value: plainValue(mapping, locale, rename) })
      else if (file === 'profile.yaml') joinProfile(there, mapping)
      else if (file !== 'editions.yaml') joinMapping({ file, path: [] }, there, mapping)
    }
    joinProjects()
    joinTags()
  }

  function joinProfile(there: Entry, { locales: _, ...profile }: DraftMapping) {
    const file = 'profile.yaml'
    joinMapping({ file, path: [] }, there, profile)
    if (written.includes(locale)) return
    const all = locales.filter((one) => one === locale || written.includes(one))
    join.edits.push({ file, path: ['locales'], value: all.length === locales.length ? undefined : all })
  }

  function joinProjects() {
    const nameOf = (id: string) => `projects/${id}/project.yaml`
    const there = entriesOf(old)
    const entries = entriesOf(draft) as DraftMapping[]
    const matches = matchEntries(there, entries, locale)
    for (const [index, { id, ...project }] of entries.entries()) {
      const match = matches.find((one) => one.new === index)
      const known = match && there[match.old]
      const file = nameOf(String(known?.id ?? id))
      if (match && known) {
        join.joined.push({ file, path: [], by: match.by })
        joinMapping({ file, path: [] }, known, project)
      } else join.edits.push({ file, path: [], value: plainValue(project, locale, rename) })
    }
  }

  function joinMapping({ file, path }: Place, there: Entry, mapping: DraftMapping) {
    for (const [key, value] of Object.entries(mapping)) {
      if (!madeUp.includes(key)) joinValue({ file, path: [...path, key] }, there[key], value)
    }
  }

  function joinValue(place: Place, there: unknown, value: Draft) {
    if (there === undefined || there === null) add(place, plainValue(value, locale, rename))
    else if (value instanceof Prose || value instanceof Name) joinText(place, there, value)
    else if (value instanceof Ref) agree(place, there, rename(value))
    else if (Array.isArray(value)) joinList(place, there, value)
    else if (typeof value !== 'object') agree(place, there, value)
    else if (isMapping(there)) joinMapping(place, there, value)
    else agree(place, there, plainValue(value, locale, rename))
  }

  function joinText(place: Place, there: unknown, value: Prose | Name) {
    const { text } = value
    if (isMapping(there)) {
      if (there[locale] === undefined || there[locale] === null) add({ ...place, path: [...place.path, locale] }, text)
      else agree({ ...place, path: [...place.path, locale] }, there[locale], text)
    } else if (there !== text && value instanceof Name && !written.includes(locale)) {
      add(place, { ...Object.fromEntries(written.map((one) => [one, there])), [locale]: text })
    } else agree(place, there, text)
  }

  function joinList(place: Place, there: unknown, values: Draft[]) {
    if (!Array.isArray(there)) return agree(place, there, plainValue(values, locale, rename))
    if (values.every((value) => value instanceof Ref)) return joinRefs(place, there, values)
    if (values.every((value) => value instanceof Name)) {
      if (values.length !== there.length) return agree(place, there, plainValue(values, locale))
      for (const [index, value] of values.entries()) {
        joinText({ ...place, path: [...place.path, index] }, there[index], value)
      }
      return
    }
    joinEntries(place, there as Entry[], values as DraftMapping[])
  }

  function joinEntries({ file, path }: Place, there: Entry[], entries: DraftMapping[]) {
    const matches = matchEntries(there, entries, locale)
    let next = there.length
    for (const [index, entry] of entries.entries()) {
      const match = matches.find((one) => one.new === index)
      const known = match && there[match.old]
      if (!match || !known) {
        add({ file, path: [...path, next] }, plainValue(entry, locale, rename))
        next += 1
        continue
      }
      const place = { file, path: [...path, match.old] }
      if (path.at(-1) === 'organizations') renamed.set(`organization ${entry.id}`, String(known.id))
      join.joined.push({ ...place, by: match.by })
      joinMapping(place, known, entry)
    }
  }

  /** Tags that go by another name in the other language stand in the same place of a list as long. */
  function joinRefs(place: Place, there: unknown[], refs: Ref[]) {
    const ids = there.map(String)
    if (ids.length === refs.length) {
      for (const [index, ref] of refs.entries()) {
        const id = ids[index]
        const isOther = id !== undefined && !refs.some((one) => rename(one) === id)
        if (isOther && !old['tags.yaml']?.[rename(ref)]) renamed.set(`${ref.kind} ${ref.id}`, id)
      }
    }
    const missing = refs.map(rename).filter((id) => !ids.includes(id))
    if (missing.length > 0) add(place, [...ids, ...new Set(missing)])
  }

  /** The tags that the facts have already, by whatever id. */
  function findTags() {
    for (const [id, tag] of Object.entries(draft['tags.yaml'] ?? {})) {
      const name = isMapping(tag) && tag.name instanceof Name ? tag.name.text.toLowerCase() : undefined
      const known = Object.entries(old['tags.yaml'] ?? {}).find(([, other]) => namesOf(other).includes(name))
      if (known) renamed.set(`tag ${id}`, known[0])
    }
  }

  function joinTags() {
    const file = 'tags.yaml'
    for (const [id, tag] of Object.entries(draft[file] ?? {})) {
      const known = rename(new Ref('tag', id))
      const there = old[file]?.[known]
      const isNamed =
        isMapping(there) && isMapping(tag) && !namesOf(there).includes((tag.name as Name).text.toLowerCase())
      if (isNamed) joinValue({ file, path: [known, 'name'] }, there.name, (tag as DraftMapping).name as Draft)
      else if (!there) add({ file, path: [known] }, plainValue(tag, locale))
    }
  }

  function add({ file, path }: Place, value: unknown) {
    join.edits.push({ file, path, value })
  }

  function agree({ file, path }: Place, there: unknown, value: unknown) {
    if (String(there) === String(value) || JSON.stringify(there) === JSON.stringify(value)) return
    join.conflicts.push({ file, path, kept: there, refused: value })
  }
}

/** Every form of a name, in small letters. */
function namesOf(tag: unknown): unknown[] {
  const name = isMapping(tag) ? tag.name : undefined
  const forms = isMapping(name) ? Object.values(name) : [name]
  return forms.map((form) => (typeof form === 'string' ? form.toLowerCase() : undefined))
}

/** The project files among some files, as entries with their ids, in their order. */
function entriesOf(files: Readonly<Record<string, Entry | DraftMapping>>): Entry[] {
  const projects = Object.entries(files).flatMap(([file, data]) => {
    const id = /^projects\/([^/]+)\/project\.yaml$/.exec(file)?.[1]
    return id === undefined ? [] : [{ id, ...data } as Entry]
  })
  return projects.sort((a, b) => Number(a.order ?? 0) - Number(b.order ?? 0))
}

function writtenIn(old: DataFiles): Locale[] {
  const named = old['profile.yaml']?.locales
  return locales.filter((locale) => !Array.isArray(named) || named.includes(locale))
}
