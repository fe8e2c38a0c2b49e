import { writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { type PageKind, policyOf } from '../security.ts'

type Headers = Record<string, string>

/** What no `<meta>` can say, for every file. */
const everywhere: Headers = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** Their names change with their contents. */
const hashed: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' }
const fresh: Headers = { 'Cache-Control': 'public, max-age=0, must-revalidate' }

/** Writes `_headers`, which static hosts (Netlify, Cloudflare Pages and others) send with the files. */
export function headers(): AstroIntegration {
  let base = '/'
  return {
    name: 'diglot:headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/')
      },
      'astro:build:done': ({ dir, pages }) =>
        writeFile(
          new URL('_headers', dir),
          headersFile(
            base,
            pages.map(({ pathname }) => pathname),
          ),
        ),
    },
  }
}

/**
 * The rules of a site, in the order of their places. A host joins what several rules say of one header: so
 * no two of them speak of the policy of one page, nor of the caching of one file. What no rule speaks of, hosts let nobody keep.
 *
 * @param pages paths of the pages below the base: `zh/projects/bfs/`
 */
export function headersFile(base: string, pages: readonly string[]): string {
  // The 404 page stands wherever a reader looks for something, and carries its policy itself.
  const places = [...new Set(pages.filter((page) => page !== '404/').map(placeOf))].sort()
  const rules: [place: string, headers: Headers][] = [
    ['*', everywhere],
    ...['_astro/*', 'fonts/*'].map((place): [string, Headers] => [place, hashed]),
    ...places.map((place): [string, Headers] => [
      place,
      { 'Content-Security-Policy': policyOf(kindOf(place)), ...fresh },
    ]),
  ]
  return rules
    .map(([place, said]) => [
      `${base}${place}\n`,
      ...Object.entries(said).map(([name, value]) => `  ${name}: ${value}\n`),
    ])
    .map((lines) => lines.join(''))
    .join('\n')
}

/** `zh/projects/bfs/` → `zh/projects/*`: one rule for the pages of a kind, because hosts take a hundred. */
function placeOf(page: string): string {
  const [first, kind] = page.split('/')
  return kind ? `${first}/${kind}/*` : page
}

/** One rule is for all projects, of which some hold an explainer. The others allow no script themselves. */
function kindOf(place: string): PageKind {
  if (/^[^/]+\/print\//.test(place)) return 'print'
  return /^[^/]+\/projects\//.test(place) ? 'explainer' : 'page'
}
