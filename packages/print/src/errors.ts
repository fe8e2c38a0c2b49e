/** What stands in the way of one document, said so that its author can act on it. */
export interface Problem {
  /** The document: its path in the folder, e.g. `zh/print/resume/index.html`, or `print.json`. */
  document: string
  /** What is wrong and what to do, in one or two sentences. */
  message: string
  /** The `data-entry` that the trouble is in, where it is known. */
  entry?: string | undefined
  /** The page it is on, counted from 1. */
  page?: number | undefined
}

/**
 * One or more documents that cannot be printed as they are. Its `message` is meant for people: one line per problem.
 *
 * @example
 * try { await print(jobs, { dir }) } catch (error) { if (error instanceof PrintError) console.error(error.message) }
 */
export class PrintError extends Error {
  override readonly name = 'PrintError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[] | Problem) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem]
    super(list.map(formatProblem).join('\n'))
    this.problems = list
  }
}

/** Sets a problem as one line: where, then what. */
export function formatProblem({ document, entry, page, message }: Problem): string {
  const where = [document, page === undefined ? '' : `page ${page}`, entry === undefined ? '' : `[${entry}]`]
  return `${where.filter(Boolean).join(' ')}: ${message}`
}
