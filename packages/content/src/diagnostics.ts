/** One problem of a data file: where it is, what it is, and what to do about it. */
export interface Diagnostic {
  /** Path relative to the data folder, with forward slashes. */
  file: string
  /** 1-based. */
  line: number
  /** 1-based, in UTF-16 code units, as editors count. */
  column: number
  /** What was found, as a sentence. */
  message: string
  /** What to do, as a sentence. */
  hint: string
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

/** Thrown when facts cannot be used. Holds every problem of every file, by file name, line and column. */
export class ContentError extends Error {
  override name = 'ContentError'
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    const inOrder = diagnostics.toSorted(byPlace)
    super(inOrder.map(formatDiagnostic).join('\n'))
    this.diagnostics = inOrder
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
