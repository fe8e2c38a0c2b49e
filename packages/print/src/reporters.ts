import { join } from 'node:path'
import { formatProblem, type Problem } from './errors.ts'
import type { PrintEvent, PrintedFile } from './print.ts'
import { count, describeFit } from './report.ts'

/** Tells people or programs how a run gets on. */
interface Reporter {
  tell(event: PrintEvent): void
  end(): void
}

/**
 * What `diglot-print --json` writes to stdout.
 *
 * @example
 * const { problems }: PrintReport = JSON.parse(stdout)
 */
export interface PrintReport {
  /** The PDFs that were written, in the order of the jobs. */
  files: PrintedFile[]
  /** Why other documents were not; empty when the exit code is 0. */
  problems: Problem[]
  /** What a person should know of and that changed no result. */
  notices: string[]
}

/** One line for each PDF on stdout; what went wrong on stderr, and what is being done where that is a terminal. */
export function lineReporter(out: string, quiet: boolean): Reporter {
  const line = statusLine(quiet)
  let failed = 0
  let total = 0
  return {
    tell(event) {
      line.clear()
      if (event.type === 'notice') return void process.stderr.write(`${event.message}\n`)
      total = event.total
      if (event.type === 'start') line.show(`${event.index + 1}/${total} ${event.job} (${event.paper})`)
      else if (event.type === 'failed') {
        failed++
        for (const problem of event.problems) process.stderr.write(`${formatProblem(problem)}\n`)
      } else {
        if (!quiet) process.stdout.write(`${describe(event.file, out)}\n`)
        const { output: document, remarks } = event.file
        for (const remark of remarks) process.stderr.write(`warning: ${formatProblem({ document, ...remark })}\n`)
      }
    },
    end() {
      line.clear()
      if (failed > 0) process.stderr.write(`${failed} of ${total} PDFs could not be printed.\n`)
    },
  }
}

/** One `PrintReport` on stdout, at the end. */
export function jsonReporter(): Reporter {
  const report: PrintReport = { files: [], problems: [], notices: [] }
  return {
    tell(event) {
      if (event.type === 'done') report.files.push(event.file)
      if (event.type === 'failed') report.problems.push(...event.problems)
      if (event.type === 'notice') report.notices.push(event.message)
    },
    end: () => void process.stdout.write(`${JSON.stringify(report, null, 2)}\n`),
  }
}

function describe({ output, bytes, fonts, ms, stored, ...file }: PrintedFile, out: string): string {
  const origin = stored ? 'unchanged' : `${ms} ms`
  return `${join(out, output)}  ${describeFit(file)}, ${Math.ceil(bytes / 1000)} kB, ${count(fonts.length, 'font')}, ${origin}`
}

/** One line that is written over on a terminal; nothing elsewhere, where every file has a line of its own anyway. */
function statusLine(quiet: boolean) {
  const { stderr } = process
  const shown = stderr.isTTY && !quiet
  return {
    show: (text: string) => void (shown && stderr.write(`\r\u001b[2K${text}`)),
    clear: () => void (shown && stderr.write('\r\u001b[2K')),
  }
}
