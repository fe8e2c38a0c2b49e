import { sectionNames } from './sections.ts'

// How an edition names what it prints:
//
//   bfs               an entry: a role or a project
//   tag:storage       every entry that has the tag
//   bfs/go-sdk        one highlight of an entry
//   bfs/tag:storage   the highlights of an entry that have the tag
//   */tag:storage     the highlights that have the tag, whatever their entry
//   skills/languages  an entry of a section that is a list; without one of them named, the list is printed whole

/** What a selector can name: an entry, a highlight, or a section that is a list. */
export interface Selectable {
  readonly id: string
  readonly tags: readonly string[]
}

/** A selector, taken apart. */
export interface Selector {
  entry: string
  /** A highlight, or an entry of a list; `undefined` where the entries themselves are meant. */
  part: string | undefined
}

const name = '(?:tag:)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*'

/** What a selector looks like. */
export const selectorPattern = new RegExp(`^(?:${name}|(?:${name}|\\*)/${name})$`)

/**
 * Takes a selector apart.
 *
 * @example
 * parseSelector('bfs/tag:storage') // { entry: 'bfs', part: 'tag:storage' }
 */
export function parseSelector(source: string): Selector {
  const [entry = '', part] = source.split('/')
  return { entry, part }
}

/** The tag that one side of a selector asks for; `undefined` where it is an id. */
export function tagOf(side: string): string | undefined {
  return side.startsWith('tag:') ? side.slice('tag:'.length) : undefined
}

/** Whether one side of a selector names something. */
export function names(side: string, { id, tags }: Selectable): boolean {
  // A section's name is no entry's id, so that it stands for nothing else.
  if (side === '*') return !sectionNames.some((section) => section === id)
  const tag = tagOf(side)
  return tag === undefined ? side === id : tags.includes(tag)
}
