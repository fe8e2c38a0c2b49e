import type { Content, DeepReadonly } from '../content.ts'
import type { Background, Edition, Organization, Profile, Project, Role, Tag } from '../schema.ts'

/** What an entry of each collection holds. Notes and private details are in none of them. */
export type Collections = {
  /** One entry, `profile`, with the languages that the facts are written in. */
  profile: Omit<Profile, 'locales'> & { id: string; locales: Content['locales'] }
  tags: Tag
  organizations: Organization
  roles: Role
  projects: Project
  editions: Edition
} & { [List in keyof Background]: Background[List][number] }

/** The entries of every collection, each in the order of the facts. */
export function collectionsOf(content: DeepReadonly<Content>): {
  [Name in keyof Collections]: DeepReadonly<Collections[Name][]>
} {
  const { locales, profile, tags, organizations, roles, projects, editions, background } = content
  return {
    profile: [{ id: 'profile', ...profile, locales }],
    ...{ tags, organizations, roles, projects, editions },
    ...background,
  }
}
