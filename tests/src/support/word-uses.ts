import ts from 'typescript'
import { sources } from './modules.ts'

/** A place of the site that says a word: `t(($) => $.entry.score, { score })`. */
export interface WordUse {
  file: string
  /** `entry.score`; `section.*` where a value decides which. */
  key: string
  /** What is filled in. */
  blanks: string[]
}

/** Every place of the site that says a word. */
export async function wordUses(): Promise<WordUse[]> {
  return (await sources('apps/site', ['.ts', '.astro']))
    .filter(({ file }) => !file.endsWith('.test.ts'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/\(\(\$\) => /g)].map(({ index }) => ({ file, ...readUse(`say${argumentsAt(text, index)}`) })),
    )
}

/** From a bracket to the one that closes it. */
function argumentsAt(text: string, start: number): string {
  let depth = 0
  for (let end = start; end < text.length; end++) {
    if (text[end] === '(') depth++
    if (text[end] === ')' && --depth === 0) return text.slice(start, end + 1)
  }
  return text.slice(start)
}

function readUse(call: string): Omit<WordUse, 'file'> {
  const [statement] = ts.createSourceFile('use.ts', call, ts.ScriptTarget.Latest).statements
  if (!statement || !ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression))
    throw new Error(`This says no word: ${call}`)
  const [selector, filled] = statement.expression.arguments
  const key = selector && ts.isArrowFunction(selector) ? keyOf(selector.body) : ''
  const properties = filled && ts.isObjectLiteralExpression(filled) ? [...filled.properties] : []
  const blanks = properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? name.text : []))
  // Which words are asked for is no blank: all that stand together.
  return { key, blanks: blanks.filter((name) => name !== 'returnObjects') }
}

function keyOf(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return [keyOf(node.expression), node.name.text].filter(Boolean).join('.')
  return ts.isElementAccessExpression(node) ? `${keyOf(node.expression)}.*` : ''
}
