/** Every field of every file that holds a text or an address: where a hostile value goes. */
import { both, type Entry } from './data-set.ts'

export interface Field {
  /** `profile.yaml summary`. */
  name: string
  file: string
  /** The file, with a value in YAML's double quotes in the field. */
  write: (value: string) => string
  /** Whether Markdown is read in it. */
  isProse?: boolean
}

const project = `name: bfs\nkind: work\norder: 1\nsummary: ${both}\n`
const profile = 'name: Ada\n'

/** A field of a file: what stands before the value and after it, and the value in each language where it is prose. */
function field(file: string, path: string, before: string, after: string, isProse = false): Field {
  const write = (value: string) => `${before}${isProse ? `{ zh: ${value}, en: ${value} }` : value}${after}\n`
  return { name: `${path} of ${file}`, file, write, isProse }
}

const PROJECT = 'projects/bfs/project.yaml'

export const textFields: Field[] = [
  field('profile.yaml', 'name', 'name: ', ''),
  field('profile.yaml', 'headline', `${profile}headline: `, '', true),
  field('profile.yaml', 'summary', `${profile}summary: `, '', true),
  field('profile.yaml', 'city', `${profile}location: { city: `, ' }'),
  field('profile.yaml', 'contact', `${profile}contacts: [{ id: a, url: "https://example.org/", label: `, ' }]'),
  field('profile.yaml', 'skill', `${profile}skills: [{ id: a, label: ${both}, text: `, ' }]', true),
  field('profile.yaml', 'skill label', `${profile}skills: [{ id: a, text: ${both}, label: `, ' }]', true),
  field('tags.yaml', 'name', 'go: { kind: technology, name: ', ' }'),
  field('experience.yaml', 'organization', 'organizations: [{ id: acme, name: ', ' }]'),
  ...['title', 'department', 'summary'].map((key) =>
    field(
      'experience.yaml',
      `role ${key}`,
      `organizations: [{ id: acme, name: Acme }]\nroles: [{ id: r, organization: acme, ${key}: `,
      `${key === 'title' ? '' : `, title: ${both}`} }]`,
      true,
    ),
  ),
  field('editions.yaml', 'title', 'resume: { title: ', ' }', true),
  field(PROJECT, 'name', `kind: work\norder: 1\nsummary: ${both}\nname: `, ''),
  field(PROJECT, 'summary', 'name: bfs\nkind: work\norder: 1\nsummary: ', '', true),
  field(PROJECT, 'short', `${project}short: `, '', true),
  field(PROJECT, 'highlight', `${project}highlights: [{ id: h, priority: 1, text: `, ' }]', true),
  field(PROJECT, 'figure', `${project}figures: [{ id: f, label: ${both}, value: `, ' }]'),
  field(PROJECT, 'figure label', `${project}figures: [{ id: f, value: 500+, label: `, ' }]', true),
  field(PROJECT, 'link label', `${project}links: [{ id: l, url: "https://example.org/", label: `, ' }]'),
  ...['authors', 'title', 'venue', 'lang'].map((key) => {
    const others = ['authors', 'title', 'venue'].filter((one) => one !== key).map((one) => `${one}: word`)
    return field(PROJECT, `reference ${key}`, `${project}references: [{ id: r, year: 2020, ${others}, ${key}: `, ' }]')
  }),
  field('background.yaml', 'degree', `education: [{ id: e, institution: School, degree: `, ' }]', true),
  field('background.yaml', 'institution', `education: [{ id: e, institution: `, ' }]'),
  field('background.yaml', 'award', 'awards: [{ id: a, title: ', ' }]'),
  field('background.yaml', 'recommendation', 'recommendations: [{ id: r, name: Bob, text: ', ' }]', true),
]

export const addressFields: Field[] = [
  field('profile.yaml', 'contact', `${profile}contacts: [{ id: a, label: A, url: `, ' }]'),
  field('experience.yaml', 'organization', 'organizations: [{ id: acme, name: Acme, url: ', ' }]'),
  field(PROJECT, 'link', `${project}links: [{ id: l, label: L, url: `, ' }]'),
  field(
    PROJECT,
    'reference',
    `${project}references: [{ id: r, authors: A, title: T, venue: V, year: 2020, url: `,
    ' }]',
  ),
  field('background.yaml', 'school', 'education: [{ id: e, institution: School, url: ', ' }]'),
]

/** A data set with a value in a field. */
export function withField({ file, write }: Field, value: string): Record<string, Entry> {
  return { [file]: write(quoted(value)) }
}

/** A text in YAML's double quotes, every character that is not plain escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
