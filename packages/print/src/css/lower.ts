import minmax from '@csstools/postcss-media-minmax'
import postcss, { CssSyntaxError, type Root } from 'postcss'
import nesting from 'postcss-nesting'
import { type CssProblem, lint } from './lint.ts'
import { lowerMedia } from './media.ts'
import { lowerPageRules } from './page-rules.ts'
import { lowerSelectors } from './selectors.ts'

/** A style sheet in the form that Paged.js and the browser's own printing both understand. */
export interface Lowered {
  css: string
  /** What could not be brought into that form; empty for a sheet that prints the same in both. */
  problems: CssProblem[]
}

/**
 * Lowers a style sheet for print: what Paged.js 0.4.3, a parser of 2021, would choke on or pass over is rewritten into
 * what it knows, with the same meaning for the browser; what cannot be is reported. Lowering twice changes nothing.
 *
 * PostCSS, because a parser that understands every rule (Lightning CSS) drops those that only Paged.js knows, such as
 * `@page :nth(2)`.
 *
 * @param file the sheet's name in messages.
 * @example
 * lower('@media print { article { & > h2 { break-before: page } } }', 'a.css').css
 * // '@media print { article > h2 { break-before: page } }'
 */
export function lower(css: string, file: string): Lowered {
  let root: Root
  try {
    root = postcss.parse(css, { from: file })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const message = `${error.reason}: the browser would guess, Paged.js stop. Close or remove it.`
    return { css, problems: [{ file, line: error.line ?? 1, column: error.column ?? 1, message }] }
  }
  // `:is()` with a list is what the other engine cannot read, so parents are written out.
  root = postcss([nesting({ noIsPseudoSelector: true }), minmax()]).process(root, { from: file }).root
  lowerMedia(root)
  lowerPageRules(root)
  const unread = lowerSelectors(root)
  // A headless Chromium has no dictionaries and a reader's has: without hyphens both break their lines alike.
  root.walkDecls(/^(-webkit-)?hyphens$/, (decl) => {
    if (decl.value === 'auto') decl.value = 'manual'
  })
  const first = root.first
  if (first) first.raws.before = first.raws.before?.trimStart() ?? ''
  return { css: root.toString(), problems: lint(root, file, unread) }
}
