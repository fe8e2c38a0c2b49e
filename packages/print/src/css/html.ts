import { type DefaultTreeAdapterMap, parse } from 'parse5'
import postcss from 'postcss'
import { type CssProblem, SHEET_ONLY } from './lint.ts'
import { lower } from './lower.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** An HTML file with its style sheets lowered; nothing else in it is touched, not even a space. */
export interface LoweredHtml {
  html: string
  problems: CssProblem[]
}

/**
 * Lowers the `<style>` elements of an HTML file, and names what stands in a `style` attribute in vain.
 *
 * @param file the file's name in messages, whose lines and columns are those of the HTML.
 */
export function lowerHtml(html: string, file: string): LoweredHtml {
  // Most pages have neither, and some are ten megabytes long.
  if (!/<style|\sstyle\s*=/i.test(html)) return { html, problems: [] }
  const problems: CssProblem[] = []
  const changes: { start: number; end: number; css: string }[] = []
  for (const element of elements(parse(html, { sourceCodeLocationInfo: true }))) {
    problems.push(...inAttribute(element, file))
    const { startTag, endTag } = element.sourceCodeLocation ?? {}
    if (element.tagName !== 'style' || !startTag || !endTag || isForScreen(element)) continue
    const [start, end] = [startTag.endOffset, endTag.startOffset]
    const lowered = lower(html.slice(start, end), file)
    changes.push({ start, end, css: lowered.css })
    const [line, column] = [startTag.endLine, startTag.endCol]
    for (const problem of lowered.problems) {
      const sameLine = problem.line === 1
      problems.push({
        ...problem,
        line: line + problem.line - 1,
        column: sameLine ? column + problem.column - 1 : problem.column,
      })
    }
  }
  let text = ''
  let at = 0
  for (const { start, end, css } of changes) {
    text += html.slice(at, start) + css
    at = end
  }
  return { html: text + html.slice(at), problems }
}

function* elements(node: Node): Generator<Element> {
  const pending: Node[] = [node]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ('tagName' in next) yield next
    if ('childNodes' in next) pending.push(...[...next.childNodes].reverse())
  }
}

function isForScreen({ attrs }: Element): boolean {
  return /^\s*(only\s+)?screen\b[^,]*$/i.test(attrs.find(({ name }) => name === 'media')?.value ?? '')
}

function inAttribute({ attrs, sourceCodeLocation }: Element, file: string): CssProblem[] {
  const value = attrs.find(({ name }) => name === 'style')?.value ?? ''
  const place = sourceCodeLocation?.attrs?.style
  const problems: CssProblem[] = []
  if (!place || !/break|page|string-set/.test(value)) return problems
  const { startLine: line, startCol: column } = place
  for (const { prop, value: set } of declarations(value)) {
    if (!SHEET_ONLY.test(prop)) continue
    const message = `“${prop}: ${set}” in a style attribute is not seen by Paged.js. Move it to a style sheet.`
    problems.push({ file, line, column, message })
  }
  return problems
}

function declarations(style: string): { prop: string; value: string }[] {
  try {
    return postcss.parse(style).nodes.filter((node) => node.type === 'decl')
  } catch {
    // The browser leaves out what it cannot read, and prints.
    return []
  }
}
