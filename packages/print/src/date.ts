import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * The moment that goes into every PDF: `SOURCE_DATE_EPOCH` (seconds), else the newest commit's time; `undefined` where
 * there is neither.
 *
 * @param dir the folder that is printed; its repository is asked.
 * @throws {Error} when `SOURCE_DATE_EPOCH` is not a number of seconds.
 */
export async function sourceDate(dir: string, env: NodeJS.ProcessEnv = process.env): Promise<Date | undefined> {
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch) {
    if (/^\d{1,12}$/.test(epoch)) return new Date(Number(epoch) * 1000)
    throw new Error(`SOURCE_DATE_EPOCH is "${epoch}". Give the seconds since 1970, or unset it.`)
  }
  const { stdout } = await run('git', ['log', '-1', '--no-show-signature', '--format=%ct'], { cwd: dir }).catch(() => ({
    stdout: '',
  }))
  return stdout.trim() ? new Date(Number(stdout.trim()) * 1000) : undefined
}
