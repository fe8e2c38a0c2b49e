import type { Locale } from '../locale.ts'

/** Prose in the one language that the résumé is written in. */
export class Prose {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A name: the same in every language, as long as no résumé in another language says otherwise. */
export class Name {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The id of a thing that stands in another file or list: it may turn out to be known by another id. */
export class Ref {
  readonly kind: 'tag' | 'organization'
  readonly id: string
  constructor(kind: Ref['kind'], id: string) {
    this.kind = kind
    this.id = id
  }
}

/** A value of a data file before it is written. */
export type Draft = Prose | Name | Ref | string | number | Draft[] | { [key: string]: Draft }
export type DraftMapping = { [key: string]: Draft }

/** A data set before it is written: each file by its name, in the order in which they are written. */
export type DraftFiles = Record<string, DraftMapping>

/** A value as it is written into a file of a data set that is in one language so far. */
export function plainValue(draft: Draft, locale: Locale, rename: (ref: Ref) => string = ({ id }) => id): unknown {
  if (draft instanceof Prose) return { [locale]: draft.text }
  if (draft instanceof Name) return draft.text
  if (draft instanceof Ref) return rename(draft)
  if (Array.isArray(draft)) return draft.map((item) => plainValue(item, locale, rename))
  if (typeof draft !== 'object') return draft
  return Object.fromEntries(Object.entries(draft).map(([key, child]) => [key, plainValue(child, locale, rename)]))
}
