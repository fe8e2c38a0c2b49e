import { type Locale, locales } from '@diglot/content'

/** One string of the facts, in one language or in all of them. */
export interface Fact {
  /** Where it is: `projects.bfs.highlights.atomic-upload.text`. */
  path: string
  text: Readonly<Record<Locale, string>>
}

/**
 * Every text of a value, wherever it is: what has exactly the languages as keys is one text in each. Nothing here
 * knows the schema, so a field that is added to it tomorrow is looked for in the output as well.
 */
export function localizedTexts(value: unknown, path: string[] = []): Fact[] {
  if (typeof value !== 'object' || value === null) return []
  if (isLocalized(value)) return [{ path: path.join('.'), text: value }]
  return Object.entries(value).flatMap(([key, child]) => localizedTexts(child, [...path, nameOf(child, key)]))
}

/** Every plain string that goes by one of some keys, the same in every language: `authors`, `title`, `venue`. */
export function plainTexts(value: unknown, keys: readonly string[], path: string[] = []): Fact[] {
  if (typeof value !== 'object' || value === null || isLocalized(value)) return []
  return Object.entries(value).flatMap(([key, child]) => {
    if (keys.includes(key) && (typeof child === 'string' || typeof child === 'number')) {
      return [{ path: [...path, key].join('.'), text: everywhere(String(child)) }]
    }
    return plainTexts(child, keys, [...path, nameOf(child, key)])
  })
}

function isLocalized(value: object): value is Record<Locale, string> {
  const keys = Object.keys(value)
  return (
    keys.length === locales.length &&
    locales.every((locale) => typeof (value as Record<string, unknown>)[locale] === 'string')
  )
}

/** Members of a list go by their id, which says more than a number. */
function nameOf(child: unknown, key: string): string {
  const id = typeof child === 'object' && child !== null && 'id' in child ? child.id : undefined
  return typeof id === 'string' ? id : key
}

function everywhere(text: string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, text])) as Record<Locale, string>
}
