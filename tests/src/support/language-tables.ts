import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { PSEUDO, pseudo } from './pseudo-language.ts'

/** What the compiler finds wrong. */
export interface Complaint {
  /** In the package, with forward slashes. */
  file: string
  line: number
  message: string
  /** In the file, for {@link addPseudoTo}. */
  start: number
}

/** Compiles a package, as its `typecheck` does, and says what is wrong in its own files. */
export function compile(folder: string): Complaint[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(folder, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
      },
    },
  )
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {})
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, start = 0, messageText }) => ({
      file: file ? relative(folder, file.fileName).split(sep).join('/') : '',
      line: file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0,
      message: ts.flattenDiagnosticMessageText(messageText, ' '),
      start,
    }))
    .filter(({ file }) => !file.startsWith('..'))
}

/** Does what a complaint asks for: gives the table that lacks the language a copy of what it says in English. */
export function addPseudoTo(folder: string, { file, start }: Complaint): void {
  const path = join(folder, file)
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const english = englishIn(declarationAt(source, start))
  const copy = `'${PSEUDO.key}': ${inPseudo(english.initializer)},`
  writeFileSync(path, `${source.text.slice(0, english.pos)}\n${copy}${source.text.slice(english.pos)}`)
}

function declarationAt(node: ts.Node, start: number): ts.VariableDeclaration {
  const inside = ts.forEachChild(node, (child) => (child.pos <= start && start < child.end ? child : undefined))
  if (inside && ts.isVariableDeclaration(inside)) return inside
  if (!inside) throw new Error(`There is no table at ${start} of ${node.getSourceFile().fileName}.`)
  return declarationAt(inside, start)
}

function englishIn({ initializer, name }: ts.VariableDeclaration): ts.PropertyAssignment {
  const properties = initializer && ts.isObjectLiteralExpression(initializer) ? [...initializer.properties] : []
  const english = properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === 'en')
  if (!english) throw new Error(`${name.getText()} is no table of languages.`)
  return english
}

/** A piece of TypeScript with the texts in it translated. Patterns, and the names of properties, are none. */
function inPseudo(node: ts.Node): string {
  const { text } = node.getSourceFile()
  const edits: [start: number, end: number, text: string][] = []
  const visit = (child: ts.Node) => {
    if (ts.isNewExpression(child)) return
    const isText =
      ts.isStringLiteralLike(child) && !(ts.isPropertyAssignment(child.parent) && child.parent.name === child)
    if (isText && /^[\p{L}\s-]+$/u.test(child.text))
      edits.push([child.getStart(), child.end, JSON.stringify(pseudo(child.text))])
    ts.forEachChild(child, visit)
  }
  visit(node)
  return edits
    .toReversed()
    .reduce((code, [start, end, own]) => code.slice(0, start) + own + code.slice(end), text.slice(0, node.end))
    .slice(node.getStart())
}
