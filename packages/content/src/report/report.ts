import { relative, resolve } from 'node:path'
import { styleText } from 'node:util'
import { count } from '../count.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { readSource } from '../read-source.ts'
import { codeFrame } from './code-frame.ts'
import { printable } from './printable.ts'

/** Every way in which diagnostics can be told. */
export const formats = ['text', 'json', 'github'] as const
export type Format = (typeof formats)[number]

/**
 * The diagnostics of a data folder as a text for people or for programs, without a line break at its end.
 *
 * @param diagnostics in the order in which they are to be told
 */
export async function report(folder: string, diagnostics: readonly Diagnostic[], format: Format): Promise<string> {
  if (format === 'json') return reportJson(folder, diagnostics)
  if (format === 'github') return diagnostics.map((problem) => githubAnnotation(folder, problem)).join('\n')
  const names = [...new Set(diagnostics.map(({ file }) => file))]
  const read = await Promise.all(names.map(async (name) => [name, await readSource(folder, name, 'Add it.')] as const))
  const sources = new Map(read)
  const blocks = diagnostics.map((problem) => textBlock(problem, sources.get(problem.file)))
  return `${blocks.join('\n\n')}\n\n${summary(folder, diagnostics)}`
}

/**
 * How many problems there are, and where.
 *
 * @example
 * summary('/home/ada/facts', problems) // '2 problems, 1 warning in /home/ada/facts'
 */
export function summary(folder: string, diagnostics: readonly Diagnostic[]): string {
  const errors = countOf(diagnostics, 'error')
  const warnings = countOf(diagnostics, 'warning')
  const counts = [...(errors ? [count(errors, 'problem')] : []), ...(warnings ? [count(warnings, 'warning')] : [])]
  return `${counts.join(', ')} in ${folder}`
}

function textBlock(problem: Diagnostic, source: string | Diagnostic | undefined): string {
  const { file, line, column, severity, rule, message, hint } = problem
  const isError = severity === 'error'
  const place = paint('bold', printable(`${file}:${line}:${column}`))
  const sentences = printable(`${isError ? '' : 'Warning: '}${message} ${hint}`)
  const said = `${place} ${sentences} ${paint('dim', `(${rule})`)}`
  const frame = typeof source === 'string' ? codeFrame(source, problem) : ''
  return frame ? `${said}\n${frame.replace(/\^+$/, (mark) => paint(isError ? 'red' : 'yellow', mark))}` : said
}

function paint(style: 'bold' | 'dim' | 'red' | 'yellow', text: string): string {
  return styleText(style, text, { stream: process.stderr })
}

function reportJson(folder: string, problems: readonly Diagnostic[]): string {
  const errors = countOf(problems, 'error')
  return JSON.stringify({ folder, errors, warnings: problems.length - errors, problems }, null, 2)
}

function countOf(diagnostics: readonly Diagnostic[], wanted: Diagnostic['severity']): number {
  return diagnostics.filter(({ severity }) => severity === wanted).length
}

/**
 * A workflow command that GitHub shows beside the line.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function githubAnnotation(folder: string, problem: Diagnostic): string {
  const { line, column, endColumn, severity, rule, message, hint } = problem
  // GitHub knows files by their path in the repository, which is where a workflow runs.
  const file = relative(process.env.GITHUB_WORKSPACE || process.cwd(), resolve(folder, problem.file))
  const properties = { file: printable(file.replaceAll('\\', '/')), line, col: column, endColumn, title: rule }
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeCommand(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
  )
  return `::${severity} ${written.join(',')}::${escapeCommand(printable(`${message} ${hint}`))}`
}

function escapeCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
