import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'

const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/**
 * The address of a page or file of this site, below its base path.
 *
 * @example
 * href('en', 'projects/bfs/') // '/en/projects/bfs/'
 */
export function href(locale: Locale, path = ''): string {
  return `${base}/${locale}/${path}`
}

/** A path of this site as an address that can be read on paper and by other sites: `https://example.org/en/`. */
export function absolute(path: string): string {
  return new URL(path, import.meta.env.SITE).href
}

/** The address of the cover, which belongs to no language. */
export const coverHref = `${base}/`

/** Whether there is a page that shows the languages side by side. */
export const hasParallel = content.locales.length > 1

/** Where that page shows what stands on the page of one language. */
export function parallelHref(path = ''): string {
  const [, folder, id] = /^(projects|skills)\/(?:(.+)\/)?$/.exec(path) ?? []
  // That page has the projects and the list of skills, where there is one.
  const fragment = folder === 'projects' ? id : content.profile.skills.length > 0 ? folder : undefined
  return `${base}/diglot/${fragment ? `#${fragment}` : ''}`
}

/** The other languages that the facts are written in: what a language link can lead to. */
export function otherLocales(locale: Locale): Locale[] {
  return content.locales.filter((other) => other !== locale)
}

/** `getStaticPaths` for a page that exists once in each language of the facts. */
export function localePaths() {
  return content.locales.map((locale) => ({ params: { locale }, props: { locale } }))
}
