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
