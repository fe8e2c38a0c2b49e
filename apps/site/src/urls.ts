import { type Locale, locales } from '@diglot/content'

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

/** The address of the cover, which belongs to no language. */
export const coverHref = `${base}/`

/** The locales other than this one: what a language link can lead to. */
export function otherLocales(locale: Locale): Locale[] {
  return locales.filter((other) => other !== locale)
}

/** `getStaticPaths` for a page that exists once per locale. */
export function localePaths() {
  return locales.map((locale) => ({ params: { locale }, props: { locale } }))
}
