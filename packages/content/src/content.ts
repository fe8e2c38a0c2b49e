import type { Locale } from './locale.ts'
import type { Background, Edition, Organization, PrivateDetails, Profile, Project, Role, Tag } from './schema.ts'

/** All facts of one person, validated, with defaults filled in and ids added. Deeply frozen. */
export interface Content {
  /** The languages that the facts are written in. A text in one that is not among them is only a stand-in. */
  locales: [Locale, ...Locale[]]
  profile: Profile
  tags: Tag[]
  organizations: Organization[]
  roles: Role[]
  /** Without drafts; work before open source, each in its stated order. */
  projects: Project[]
  /** Education, and whatever else stands beside the work. */
  background: Background
  editions: Edition[]
  /** Only there for the private audience. */
  private?: PrivateDetails
}

/** The ids in one person's facts, by the kind of thing that they name: a union of literals each, `never` where there is none. */
export interface AnyIds {
  project: string
  role: string
  organization: string
  tag: string
  edition: string
}

/** {@link Content} whose ids the compiler knows, so that a misspelt one does not compile. */
export interface Facts<Ids extends AnyIds = AnyIds> extends DeepReadonly<Content> {
  readonly tags: readonly Named<Tag, Ids['tag']>[]
  readonly organizations: readonly Named<Organization, Ids['organization']>[]
  readonly roles: readonly Named<Role, Ids['role']>[]
  readonly projects: readonly Named<Project, Ids['project']>[]
  readonly editions: readonly Named<Edition, Ids['edition']>[]
}

/** One of the facts, read-only, by an id that the compiler knows. */
export type Named<T, Id extends string> = DeepReadonly<T> & { readonly id: Id }

/** A value that cannot be changed, all the way down. */
export type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T

/** Freezes a value and everything in it. */
export function deepFreeze<T>(value: T): DeepReadonly<T> {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const child of Object.values(value)) deepFreeze(child)
  }
  return value as DeepReadonly<T>
}
