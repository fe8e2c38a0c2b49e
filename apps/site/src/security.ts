/** What a page may load and do, as a Content Security Policy: the pages carry it themselves, and `_headers` sends it. */

type Policy = Readonly<Record<string, string>>

const common = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
} satisfies Policy

/** Nothing but this site's own files, and no script. Data blocks such as JSON-LD are none to it. */
const pagePolicy = {
  ...common,
  'script-src': "'none'",
  // Whoever checks the site from within a page asks for robots.txt.
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'trusted-types': "'none'",
} satisfies Policy

/** An explainer is played by a file of this site, which makes no script of texts. */
const explainerPolicy = { ...pagePolicy, 'script-src': "'self'" } satisfies Policy

/**
 * Paged.js writes style elements, and pages from a template of its own, which the preview's two policies let through (see
 * `trusted.ts` there); the preview fetches its fonts and its setting.
 */
const printPolicy = {
  ...common,
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'trusted-types': 'default diglot',
} satisfies Policy

const policies = { page: pagePolicy, explainer: explainerPolicy, print: printPolicy }

/** What a page is to its policy: one without script, one that holds an explainer, or a print document. */
export type PageKind = keyof typeof policies

/**
 * The policy of a page.
 *
 * @example
 * policyOf('page') // "default-src 'none'; script-src 'none'; …"
 */
export function policyOf(kind: PageKind): string {
  return Object.entries(policies[kind])
    .map((words) => words.join(' '))
    .join('; ')
}
