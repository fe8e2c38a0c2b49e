import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ContentError } from '@diglot/content/load'

const site = fileURLToPath(new URL('../../', import.meta.url))

/**
 * An error of the owner's files as builder and overlay show it: with the lines of these files instead of those of our own, and the
 * first of them opened at its place.
 */
export function placed(error: unknown): unknown {
  if (!(error instanceof ContentError)) return error
  const [first] = error.diagnostics
  // Astro takes a file that is not in its folder for one that is, unless it is told the way there.
  const file = first && relative(site, join(error.folder, first.file))
  const loc = first && { file, line: first.line, column: first.column }
  return Object.assign(error, { stack: error.message, loc })
}
