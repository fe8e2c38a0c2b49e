import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { root } from './dist.ts'

/** The packages of this repository, by the folder they are in. */
export const PACKAGES = ['packages/content', 'packages/print', 'apps/site', 'tests'] as const
export type Package = (typeof PACKAGES)[number]

/** One source file of a package. */
export interface Source {
  /** Path in the repository, with forward slashes. */
  file: string
  text: string
  /** What it imports, as it is written. */
  imports: string[]
}

/** Every source file of a package: TypeScript, Astro components and style sheets. */
export async function sources(folder: Package, extensions = ['.ts', '.astro', '.css', '.mdx']): Promise<Source[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/\/(node_modules|dist|dist-[a-z-]+|\.astro|\.turbo)\//.test(file))
  return Promise.all(
    files.sort().map(async (file) => {
      const text = await readFile(join(root, file), 'utf8')
      return { file, text, imports: importsOf(file, text) }
    }),
  )
}

/** The manifest of a package. */
export async function manifest(folder: Package): Promise<{
  name: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}> {
  return JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
}

/** What a file imports: TypeScript's own scanner says so, for the script parts of a component too. */
function importsOf(file: string, text: string): string[] {
  if (file.endsWith('.css'))
    return [...text.matchAll(/@import\s+(?:url\()?["']?([^"')\s;]+)/g)].map(([, name = '']) => name)
  return scriptsOf(file, text).flatMap((script) =>
    ts.preProcessFile(script).importedFiles.map(({ fileName }) => fileName),
  )
}

/** The TypeScript in a file. */
export function scriptsOf(file: string, text: string): string[] {
  if (!file.endsWith('.astro')) return [text]
  const [, front = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? []
  return [front, ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script)]
}

/** Every name in a piece of TypeScript, property names too; comments and strings are none. */
export function identifiers(text: string): string[] {
  return identifierNodes(text).map((node) => node.text)
}

/** The names that a module uses without having declared or imported them: the globals, and misspelt ones. */
export function globals(text: string): string[] {
  const nodes = identifierNodes(text)
  const declared = new Set(
    nodes.filter(({ parent }, index) => isName(parent, nodes[index] as ts.Identifier)).map((node) => node.text),
  )
  return nodes.filter((node) => !declared.has(node.text) && !isMember(node)).map((node) => node.text)
}

function identifierNodes(text: string): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

/** Whether a node declares something under this very name. */
const isName = (node: ts.Node, name: ts.Identifier) => !isMember(name) && 'name' in node && node.name === name

/** Whether a name is that of a property: `parsed.document`, `{ document: 1 }`. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return parent.getChildAt(0) !== node
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  )
}
