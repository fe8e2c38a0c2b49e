import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * The data folder as it was in a revision of Git, in a temporary folder that is gone when the work is done.
 *
 * @param folder the data folder, anywhere in a repository
 * @param revision whatever Git takes for a commit: `HEAD~3`, `v1.0`, a branch
 * @throws Error that says what is missing: Git, the repository, the revision, or the folder in it
 */
export async function withRevision<T>(
  folder: string,
  revision: string,
  work: (folder: string, commit: string) => Promise<T>,
): Promise<T> {
  const top = await git(folder, ['rev-parse', '--show-toplevel'])
  if (top === undefined) throw new Error(`Git finds no repository at ${folder}.`)
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (commit === undefined) throw new Error(`There is no revision "${revision}".`)
  const tree = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:./`])
  if (tree === undefined) throw new Error(`The revision "${revision}" does not hold the data folder.`)

  const temporary = await mkdtemp(join(tmpdir(), 'diglot-revision-'))
  try {
    // An index of its own: the one of the repository, and what is staged in it, is not touched.
    const env = { GIT_INDEX_FILE: join(temporary, 'index') }
    const files = join(temporary, 'data')
    for (const words of [
      ['read-tree', tree],
      ['checkout-index', '--all', `--prefix=${files}/`],
    ]) {
      if ((await git(top, words, env)) === undefined)
        throw new Error(`Git cannot write out the revision "${revision}".`)
    }
    return await work(files, commit)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

const run = promisify(execFile)

/** What Git answers; `undefined` where it refuses. */
async function git(folder: string, words: string[], env: Record<string, string> = {}): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...words], { env: { ...process.env, ...env } })
    return stdout.trimEnd()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error('The command git is missing. Install Git.')
    return undefined
  }
}
