import type { AtRule, Declaration, Node, Root, Rule } from 'postcss'
import { queriesOf } from './media.ts'
import { pageRuleOf } from './page-rules.ts'
import { isReadBySelector } from './selectors.ts'

/** What in a style sheet does not print the same in Paged.js and in the browser, or prints badly, and what to do. */
export interface CssProblem {
  file: string
  /** Counted from 1. */
  line: number
  /** Counted from 1. */
  column: number
  message: string
}

/** Declarations that only count in a style sheet: Paged.js never looks at an element's own. */
export const SHEET_ONLY = /^(string-set|page|(page-)?break-(before|after))$/
/** Above this, in em, every reader of a PDF takes letters for words. */
const WIDEST_SPACING = 0.15
const VIEWPORT = /(?<![\w-])-?[\d.]+([sld]?v(?:w|h|i|b|min|max))\b/i

/**
 * What is left of a lowered sheet that cannot be lowered: the last rows of the table of what Paged.js does not know.
 *
 * @param unread the rules whose selector is none.
 */
export function lint(root: Root, file: string, unread: ReadonlySet<Rule>): CssProblem[] {
  const problems: CssProblem[] = []
  const complain = (node: Node, message: string) => {
    const { line, column } = node.source?.start ?? { line: 1, column: 1 }
    if (!problems.some((known) => known.line === line && known.column === column && known.message === message))
      problems.push({ file, line, column, message })
  }
  root.walk((node) => {
    if (isOnScreenOnly(node)) return
    if (node.type === 'atrule') for (const message of ofAtRule(node)) complain(node, message)
    if (node.type === 'rule' && unread.has(node)) {
      complain(node, `“${node.selector}” is no selector, and the browser leaves the rule out. Correct or remove it.`)
    } else if (node.type === 'rule') for (const message of ofRule(node)) complain(node, message)
    if (node.type === 'decl') for (const message of ofDeclaration(node)) complain(node, message)
  })
  return problems
}

function* ofAtRule({ name, params, nodes }: AtRule): Generator<string> {
  if (name === 'media' && /(^|,)\s*not\b|[<>]/.test(params)) {
    yield `@media ${params} is not understood by Paged.js, which leaves it out. Name the medium: @media print.`
  }
  if (name !== 'font-face') return
  const value = (prop: string) =>
    nodes?.find((node): node is Declaration => node.type === 'decl' && node.prop === prop)?.value ?? ''
  // Ours are static, and a weight of theirs serves for all those near it.
  const isOurs = /^["']?Diglot /.test(value('font-family'))
  if ((/^\S+\s+\S+$/.test(value('font-weight')) && !isOurs) || /variations/.test(value('src'))) {
    yield '@font-face names a variable font, which a PDF takes for drawings (Type 3). Use a static file for each weight.'
  }
}

function* ofRule(rule: Rule): Generator<string> {
  if (!isReadBySelector(rule)) return
  if (rule.selectors.some((selector) => /\([^)]*,/.test(selector))) {
    yield `“${rule.selector}” has a comma inside, at which Paged.js never ends. Write one selector for each case.`
  }
  if (/:lang\(/.test(rule.selector) && rule.some((node) => node.type === 'decl' && SHEET_ONLY.test(node.prop))) {
    yield `“${rule.selector}”: Paged.js looks for it where the language of the root is not known. Use a class instead of :lang().`
  }
}

function* ofDeclaration(decl: Declaration): Generator<string> {
  const { prop, value } = decl
  const page = pageRuleOf(decl)
  const written = `${prop}: ${value}`
  if (page && /^(size|bleed|margin)/.test(prop) && /var\(/.test(value)) {
    yield `“${written}” in @page is read as it is written. Give the value, or a custom property that :root sets once in this file.`
  } else if (page && /^(size|bleed|margin)/.test(prop) && /calc\(|min\(|max\(|clamp\(/.test(value)) {
    yield `“${written}” in @page cannot be computed here. Give the length itself.`
  }
  if (SHEET_ONLY.test(prop) && /var\(/.test(value))
    yield `“${written}” is read as it is written. Give the value itself.`
  const [, unit] = VIEWPORT.exec(value) ?? []
  if (unit && !prop.startsWith('--')) {
    yield `“${written}”: ${unit} is measured on the window, not on the page. Use %, mm or rem, or put it under @media screen.`
  }
  const [, spacing] = (prop === 'letter-spacing' && /^([\d.]+)r?em$/.exec(value)) || []
  if (Number(spacing) >= WIDEST_SPACING) {
    yield `“${written}” takes words apart for whoever reads the PDF's text. Stay below ${WIDEST_SPACING}em.`
  }
  if (prop === 'font-variation-settings' && value !== 'normal') {
    yield `“${written}” asks for a variable font, which a PDF takes for drawings (Type 3). Use a static file.`
  }
}

/** Whether a node is in a block that paper never sees. */
function isOnScreenOnly(node: Node): boolean {
  for (let outer = node.parent as Node | undefined; outer; outer = outer.parent as Node | undefined) {
    const rule = outer as AtRule
    if (rule.type === 'atrule' && rule.name === 'media') {
      if (queriesOf(rule).every((query) => /^(only )?(screen|speech)\b|^pagedjs-ignore$/.test(query))) return true
    }
  }
  return false
}
