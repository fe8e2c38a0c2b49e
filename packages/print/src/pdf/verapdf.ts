import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What veraPDF says of a file. */
export type Verdict = 'passed' | 'failed' | 'not run'

/** Whether there is none, by the PATH: to start a program, even in vain, costs as much as to check a page. */
const missing = new Set<string | undefined>()

/**
 * Asks veraPDF, where it is installed, whether a file conforms to PDF/UA-1.
 *
 * @returns `not run` where there is no `verapdf` on the PATH, or it cannot tell.
 */
export async function askVeraPdf(file: string, env: NodeJS.ProcessEnv = process.env): Promise<Verdict> {
  if (missing.has(env.PATH)) return 'not run'
  const options = { env, shell: process.platform === 'win32', maxBuffer: 1 << 24 }
  // It ends with 1 when the file does not conform, and says so either way.
  const report = await run('verapdf', ['--flavour', 'ua1', '--format', 'text', file], options).catch(
    (error: { code?: unknown; stdout?: string }) => {
      if (error.code === 'ENOENT') missing.add(env.PATH)
      return { stdout: error.stdout ?? '' }
    },
  )
  if (/^PASS\b/m.test(report.stdout)) return 'passed'
  return /^FAIL\b/m.test(report.stdout) ? 'failed' : 'not run'
}
