/** `error`: the facts cannot be used as they are. `warning`: they can, and somebody should look. */
type Severity = 'error' | 'warning'

/** What a rule has found, wherever it is. */
export interface Finding {
  /** The stable id of the rule that was broken, in kebab case: `unknown-tag`. Other programs filter by it. */
  rule: string
  /** `error` where it is left out. */
  severity?: Severity
  /** What was found, as a sentence. */
  message: string
  /** What to do, as a sentence. */
  hint: string
}

/** A point in a file of the data folder. */
export interface Place {
  /** Path relative to the data folder, with forward slashes. */
  file: string
  /** 1-based. */
  line: number
  /** 1-based, in UTF-16 code units, as editors count. */
  column: number
  /** Where what is meant ends on the same line, as the column after it. */
  endColumn?: number | undefined
}

/** One problem of a data file: where it is, what it is, and what to do about it. */
export interface Diagnostic extends Place, Finding {
  severity: Severity
}

/**
 * Says of a place what was found there.
 *
 * @example
 * diagnosticAt({ file, line: 1, column: 1 }, { rule: 'file-missing', message: 'There is no such file.', hint: 'Add it.' })
 */
export function diagnosticAt(place: Place, finding: Finding): Diagnostic {
  const { file, line, column, endColumn } = place
  const { rule, severity = 'error', message, hint } = finding
  return { file, line, column, ...(endColumn && { endColumn }), severity, rule, message, hint }
}

/**
 * Writes a diagnostic as one line that editors and terminals can follow.
 *
 * @example
 * formatDiagnostic(problem)
 * // 'projects/bfs/project.yaml:7:7 summary.zh is empty. Add the Chinese text.'
 */
export function formatDiagnostic({ file, line, column, message, hint }: Diagnostic): string {
  return `${file}:${line}:${column} ${message} ${hint}`
}

/** By file name, line and column: the order in which diagnostics are told. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(byPlace)
}

/** Nobody mends more of them before looking again. A file that is no data file at all would have a hundred thousand. */
export const maxProblemsPerFile = 100

/** Cuts off what is told of each file after {@link maxProblemsPerFile}, and says so. */
export function limited(inOrder: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>()
  return inOrder.flatMap((problem) => {
    const count = (counts.get(problem.file) ?? 0) + 1
    counts.set(problem.file, count)
    if (count <= maxProblemsPerFile) return [problem]
    if (count > maxProblemsPerFile + 1) return []
    const message = 'From here on the file has more problems.'
    return [diagnosticAt(problem, { rule: 'more-problems', message, hint: 'Mend the ones before, and check again.' })]
  })
}

/** Thrown when facts cannot be used. Holds every problem of every file, by file name, line and column. */
export class ContentError extends Error {
  override name = 'ContentError'
  readonly diagnostics: readonly Diagnostic[]
  /** The data folder that the diagnostics are about. */
  readonly folder: string

  constructor(diagnostics: readonly Diagnostic[], folder: string) {
    const ordered = inOrder(diagnostics)
    super(ordered.map(formatDiagnostic).join('\n'))
    this.diagnostics = ordered
    this.folder = folder
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
