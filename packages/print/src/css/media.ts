import type { AtRule, Root } from 'postcss'

/** A query of the size of the page or window, without a medium before it. */
const SIZE_ONLY = /^\(\s*(min-|max-)?(device-)?(width|height|aspect-ratio|orientation)\b/
const SIZED_PRINT = /^(?:only\s+)?print\s+and\s+(.+)$/

/**
 * Paged.js takes `@media print` apart without a look at its conditions, and drops a block that names neither `print` nor
 * `all`. So a condition goes into an inner block for `all`, and a negated medium becomes the other one.
 */
export function lowerMedia(root: Root): void {
  root.walkAtRules('media', (rule) => {
    const queries = queriesOf(rule).map((query) => {
      if (query === 'not screen') return 'print'
      if (query === 'not print') return 'screen'
      return SIZE_ONLY.test(query) ? `all and ${query}` : query
    })
    if (queries.join() !== queriesOf(rule).join()) rule.params = queries.join(', ')
    const condition = queries.length === 1 && SIZED_PRINT.exec(queries[0] ?? '')?.[1]
    if (!condition || isInPrint(rule)) return
    const inner = rule.clone({ params: `all and ${condition}`, raws: { before: ' ' } })
    rule.params = 'print'
    rule.removeAll()
    rule.append(inner)
  })
}

/** The queries of a list, trimmed, in lower case. */
export function queriesOf(rule: AtRule): string[] {
  return rule.params.split(/,(?![^(]*\))/).map((query) => query.trim().replace(/\s+/g, ' ').toLowerCase())
}

function isInPrint({ parent }: AtRule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name === 'media' && (parent as AtRule).params === 'print'
}
