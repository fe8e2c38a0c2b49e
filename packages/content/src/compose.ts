import type { Content, DeepReadonly } from './content.ts'
import type { Locale } from './locale.ts'
import type { Edition, Highlight, Project, Role } from './schema.ts'
import { backgroundSections, listSections, type SectionName, sectionNames, sectionOf } from './sections.ts'
import { names, parseSelector, type Selectable, type Selector, tagOf } from './selector.ts'

type Facts = DeepReadonly<Pick<Content, 'profile' | 'roles' | 'projects' | 'background'>>

type Highlights = DeepReadonly<Highlight[]>

/** A highlight, or an entry of a list. */
type Part = Selectable & { readonly priority?: number }

type ListEntry = { readonly id: string; readonly highlights?: Highlights }

const notShown = Number.POSITIVE_INFINITY

/** What decides which facts are shown. What is left out sets no limit. */
export type Selection = DeepReadonly<
  Partial<Pick<Edition, 'headline' | 'summary' | 'sections' | 'include' | 'exclude' | 'priority' | 'wording'>>
>

/** The facts that are shown: of the same types as all facts, only fewer. */
export interface Selected extends Facts {
  /** The sections that have something to show, in their order. */
  readonly sections: readonly SectionName[]
}

/** What an edition shows in one language. */
export interface Composition extends Selected {
  /** The edition's settings as they are in this language. */
  readonly edition: DeepReadonly<Omit<Edition, 'locales'>>
}

/**
 * What an edition shows in one language: the facts, fewer and in the edition's order. Where the edition asks for short
 * wordings they stand as the `text` of a highlight and the `summary` of a project.
 *
 * @example
 * const { projects } = compose(content, edition, 'en')
 * projects[0]?.highlights[0]?.text.en
 */
export function compose(facts: Facts, edition: DeepReadonly<Edition>, locale: Locale): Composition {
  const { locales, ...common } = edition
  const settled = { ...common, ...locales?.[locale] } as Composition['edition']
  return { edition: settled, ...select(facts, settled) }
}

/**
 * The facts that a selection shows. `include` is read from top to bottom, and everything stands where it is first
 * named. A selector that finds nothing is passed over; in an edition the loader has refused it.
 *
 * @example
 * select(content, { include: ['bfs/go-sdk', 'tag:storage'], priority: 2 }).projects
 */
export function select(facts: Facts, selection: Selection): Selected {
  const { headline, summary, sections = sectionNames, priority = 5, wording = 'full' } = selection
  const wanted = selection.include?.map(parseSelector)
  const unwanted = selection.exclude?.map(parseSelector) ?? []
  // A section that is a list is shown whole, unless some of it is picked.
  for (const section of listSections) {
    if (wanted?.every(({ entry }) => entry !== section)) wanted.push(parseSelector(section))
  }

  const shown = {
    profile: {
      ...facts.profile,
      ...(headline && { headline }),
      ...(summary && { summary }),
      skills: listOf('skills', facts.profile.skills),
    },
    roles: has('experience') ? entriesOf(facts.roles) : [],
    projects: entriesOf(facts.projects.filter((project) => has(sectionOf(project)))).map(({ short, ...project }) =>
      wording === 'short' && short ? { ...project, summary: short } : project,
    ),
    background: backgroundOf(facts.background),
  }
  return { ...shown, sections: filledSections(shown, sections) }

  function has(section: SectionName): boolean {
    return sections.includes(section)
  }

  function entriesOf<T extends DeepReadonly<Role | Project>>(entries: readonly T[]): T[] {
    // To name a highlight is to name its entry as well.
    const ranked = byRank(entries, (entry) => Math.min(rank(entry), ...entry.highlights.map((one) => rank(entry, one))))
    return ranked.map((entry) => withHighlights(entry, (highlight) => rank(entry, highlight)))
  }

  function listOf<T extends ListEntry>(section: (typeof listSections)[number], entries: readonly T[]): T[] {
    const ranked = has(section)
      ? byRank(entries, (entry) => rank({ id: section, tags: [] }, { tags: [], ...entry }))
      : []
    return ranked.map((entry) => withHighlights(entry, (highlight) => (isWithin(highlight) ? 0 : notShown)))
  }

  function backgroundOf(lists: Readonly<Record<(typeof backgroundSections)[number], readonly ListEntry[]>>) {
    const shown: [string, unknown][] = backgroundSections.map((section) => [section, listOf(section, lists[section])])
    return Object.fromEntries(shown) as Facts['background']
  }

  function withHighlights<T extends { readonly highlights?: Highlights }>(
    entry: T,
    rank: (one: Highlights[number]) => number,
  ): T {
    if (!entry.highlights) return entry
    const highlights = byRank(entry.highlights, rank).map(({ short, ...highlight }) =>
      wording === 'short' && short ? { ...highlight, text: short } : highlight,
    )
    return { ...entry, highlights }
  }

  /** Where `include` names an entry or a part of it first; infinite where it is not shown. */
  function rank(entry: Selectable, part?: Part): number {
    if (unwanted.some((one) => isNamed(one))) return notShown
    if (!wanted) return isWithin(part) ? 0 : notShown
    // What is named by its id is the owner's decision, which no limit overrules.
    const index = wanted.findIndex((one) => isNamed(one) && (isWithin(part) || isId(one.part)))
    return index < 0 ? notShown : index

    function isNamed(selector: Selector): boolean {
      if (!names(selector.entry, entry)) return false
      return selector.part === undefined || (part !== undefined && names(selector.part, part))
    }
  }

  function isWithin(part: Part | undefined): boolean {
    return (part?.priority ?? 1) <= priority
  }
}

function isId(side: string | undefined): boolean {
  return side !== undefined && tagOf(side) === undefined
}

function byRank<T>(items: readonly T[], rank: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((one) => one.rank < notShown)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

function filledSections(facts: Facts, sections: readonly SectionName[]): SectionName[] {
  const { profile, roles, projects, background } = facts
  return sections.filter((section) => {
    if (section === 'summary') return profile.summary !== undefined
    if (section === 'experience') return roles.length > 0
    if (section === 'skills') return profile.skills.length > 0
    if (section === 'projects' || section === 'open-source') return projects.some((one) => sectionOf(one) === section)
    return background[section].length > 0
  })
}
