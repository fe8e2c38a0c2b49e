import { calc } from '@csstools/css-calc'
import { type AtRule, type Declaration, list, type Root, type Rule } from 'postcss'

const MARGIN = /^margin(-|$)/
const SIDES: Record<string, [start: string, end: string]> = {
  'margin-inline': ['margin-left', 'margin-right'],
  'margin-block': ['margin-top', 'margin-bottom'],
}
/** What Paged.js reads as it stands, and so has to find without a variable. */
const READ_AS_WRITTEN = /^(size|page|bleed|break-(before|after|inside)|page-break-\w+|margin.*)$/

/**
 * Resolves in `@page` what Paged.js reads as it is written: custom properties that are constants of the same sheet,
 * `calc()`, and margins by flow (CSS Page 3, 3.3: a page is set horizontally here, left to right).
 */
export function lowerPageRules(root: Root): void {
  const constants = constantsOf(root)
  root.walkDecls(READ_AS_WRITTEN, (decl) => {
    const inPage = pageRuleOf(decl) !== undefined
    if (!inPage && MARGIN.test(decl.prop)) return
    if (/var\(/i.test(decl.value)) decl.value = resolve(decl.value, constants)
    if (!inPage) return
    if (/calc\(|min\(|max\(|clamp\(/i.test(decl.value)) decl.value = calc(decl.value, { precision: 4 })
    physical(decl)
  })
}

/** The `@page` rule that a declaration belongs to itself, not by one of its margin boxes. */
export function pageRuleOf({ parent }: Declaration): AtRule | undefined {
  return parent?.type === 'atrule' && (parent as AtRule).name === 'page' ? (parent as AtRule) : undefined
}

function physical(decl: Declaration): void {
  const [, pair = '', end] = /^(margin-(?:inline|block))(?:-(start|end))?$/.exec(decl.prop) ?? []
  const sides = SIDES[pair]
  if (!sides) return
  if (end) {
    decl.prop = sides[end === 'start' ? 0 : 1]
    return
  }
  const [start = '', last = start] = list.space(decl.value)
  decl.before(decl.clone({ prop: sides[0], value: start }))
  decl.prop = sides[1]
  decl.value = last
}

/** Custom properties of the root element that have one value in print, whatever the language and the medium's size. */
function constantsOf(root: Root): Map<string, string> {
  const constants = new Map<string, string>()
  const varying = new Set<string>()
  root.walkDecls(/^--/, (decl) => {
    const rule = decl.parent as Rule
    const outer = rule.parent
    const print = outer?.type === 'atrule' && (outer as AtRule).name === 'media' && (outer as AtRule).params === 'print'
    const everywhere = outer?.type === 'root' || print
    if (everywhere && /^(:root|html|:where\(:root\)|:where\(html\))$/.test(rule.selector)) {
      constants.set(decl.prop, decl.value.trim())
    } else if (!isScreen(outer as AtRule | undefined)) varying.add(decl.prop)
  })
  for (const name of varying) constants.delete(name)
  return constants
}

function isScreen(outer: AtRule | undefined): boolean {
  return outer?.type === 'atrule' && outer.name === 'media' && /^screen\b/.test(outer.params)
}

/** Replaces what is known, and leaves the rest for the lint to name. */
function resolve(value: string, constants: Map<string, string>, depth = 0): string {
  if (depth > 9) return value
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)/gi, (whole, name: string) => {
    const constant = constants.get(name)
    return constant === undefined ? whole : resolve(constant, constants, depth + 1)
  })
}
