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

/** Nothing but this site's own files, and no text that becomes script. Data blocks such as JSON-LD are no script to it. */
const pagePolicy = {
  ...common,
  'manifest-src': "'self'",
  'trusted-types': "'none'",
} satisfies Policy

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

/**
 * The policy of a page, or of a print document.
 *
 * @example
 * policyOf(false) // "default-src 'none'; script-src 'self'; …"
 */
export function policyOf(print: boolean): string {
  return Object.entries(print ? printPolicy : pagePolicy)
    .map((words) => words.join(' '))
    .join('; ')
}
