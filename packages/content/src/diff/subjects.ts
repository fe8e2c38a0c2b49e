import type { Composition } from '../compose.ts'
import type { Content, DeepReadonly } from '../content.ts'
import { type Locale, locales } from '../locale.ts'
import { backgroundSections, sectionOf } from '../sections.ts'

/** What a difference can be about, in one language: an entry, a highlight, a figure, an edition. */
export interface Subject {
  /**
   * As a selector names it where one can: `bfs`, `bfs/go-sdk`, `skills/languages`; with its list where that is another,
   * `lambda/figures/pods`; and with its file where it is no entry, `tags.yaml/go`, which nobody can take for one.
   */
  what: string
  /** What it belongs to. */
  owner: string | undefined
  /** The list in which it has its place. */
  list: string
  /** What it is called, or what it says. */
  title: string
  /** Its other facts, by their path: `period.start`. */
  fields: ReadonlyMap<string, string>
}

type Facts = DeepReadonly<Pick<Content, 'profile' | 'roles' | 'projects' | 'background'>>
type Item = { readonly id: string }

/** What an edition shows in one language. */
export function subjectsOfEdition({ edition, sections, ...facts }: Composition, locale: Locale): Subject[] {
  // What these decide is compared by itself: a difference of theirs that shows nowhere is none.
  const { id, include, exclude, priority, wording, headline, summary, ...settings } = edition
  return [...subjects('editions.yaml', '', { ...settings, sections }, locale), ...subjectsOf(facts, locale)]
}

/**
 * All facts in one language.
 *
 * @param caseStudies their sources in that language, by the ids of the projects
 */
export function subjectsOfContent(
  content: DeepReadonly<Content>,
  caseStudies: ReadonlyMap<string, string>,
  locale: Locale,
): Subject[] {
  const projects = content.projects.map((project) => ({
    ...project,
    'case-study': caseStudies.get(project.id),
  }))
  return [
    ...subjectsOf({ ...content, projects }, locale),
    ...listed('editions.yaml', content.editions, locale),
    ...listed('experience.yaml', content.organizations, locale),
    ...listed('tags.yaml', content.tags, locale),
  ]
}

function subjectsOf(
  { profile: { skills, ...profile }, roles, projects, background }: Facts,
  locale: Locale,
): Subject[] {
  return [
    ...subjects('profile.yaml', '', profile, locale),
    ...roles.flatMap((role) => [...subjects(role.id, 'experience', role, locale)]),
    // The order of a project is where it stands, and its case study is compared by its words.
    ...projects.flatMap(({ order: _, caseStudy: _c, ...project }) => [
      ...subjects(project.id, sectionOf(project), project, locale),
    ]),
    ...listed('skills', skills, locale),
    ...backgroundSections.flatMap((section) => listed(section, background[section], locale)),
  ]
}

function listed(list: string, items: readonly Item[], locale: Locale): Subject[] {
  return items.flatMap((item) => [...subjects(`${list}/${item.id}`, list, item, locale)])
}

/** A thing, and the things in its lists. */
function* subjects(what: string, list: string, thing: object, locale: Locale, owner?: string): Generator<Subject> {
  const { id: _, ...facts } = thing as Partial<Item>
  const entries: [string, unknown][] = Object.entries(facts)
  const plain = entries.filter(([, value]) => !isList(value))
  const fields = new Map(plain.flatMap(([key, value]) => [...leaves(key, value, locale)]))
  const title = titleKeys.map((key) => fields.get(key)).find((text) => text !== undefined) ?? ''
  yield { what, owner, list, title, fields }
  for (const [key, items] of entries) {
    if (!isList(items)) continue
    const path = key === 'highlights' ? what : `${what}/${key}`
    for (const item of items) yield* subjects(`${path}/${item.id}`, `${what}/${key}`, item, locale, what)
  }
}

const titleKeys = ['name', 'title', 'institution', 'label', 'language', 'text', 'organization']

function* leaves(path: string, value: unknown, locale: Locale): Generator<[path: string, text: string]> {
  if (value === undefined || value === null) return
  if (typeof value !== 'object') yield [path, String(value)]
  else if (isLocalized(value)) yield [path, value[locale]]
  else if (Array.isArray(value)) {
    const texts = value.map((item) => [...leaves('', item, locale)].map(([, text]) => text).join(' '))
    if (texts.length > 0) yield [path, texts.join(', ')]
  } else for (const [key, child] of Object.entries(value)) yield* leaves(`${path}.${key}`, child, locale)
}

function isList(value: unknown): value is Item[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item?.id === 'string')
}

function isLocalized(value: object): value is Record<Locale, string> {
  const keys = Object.keys(value)
  return (
    keys.length === locales.length &&
    locales.every((locale) => keys.includes(locale)) &&
    Object.values(value).every((text) => typeof text === 'string')
  )
}
