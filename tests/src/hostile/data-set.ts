/** What stands in the place of a file: its content, or something that is no file. */
export type Entry = string | Uint8Array | { kind: 'folder' | 'pipe' } | { kind: 'link'; to: string }

export interface HostileData {
  name: string
  /** By path in the data folder, in addition to {@link innocent}; `null` leaves one out. */
  files: Record<string, Entry | null>
  /** `rejected`: with a message that this matches. `neutral`: it is taken as the text that it is. */
  outcome: RegExp | 'neutral'
}

/** A text in both languages. */
export const both = '{ zh: 字, en: word }'

/** A data set without a problem. */
export const innocent: Record<string, string> = {
  'profile.yaml': `name: Ada\nheadline: ${both}\nsummary: ${both}\n`,
  'tags.yaml': 'go: { name: Go, kind: technology }\n',
  'experience.yaml': 'organizations:\n  - { id: acme, name: Acme }\n',
  'editions.yaml': `resume:\n  title: ${both}\n`,
  'projects/bfs/project.yaml': `name: bfs\nkind: work\norder: 1\nsummary: ${both}\n`,
}
