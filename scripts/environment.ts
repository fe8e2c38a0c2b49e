/** What the build depends on beyond the files that turbo sees, put into variables that its tasks declare. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolvePath } from '../packages/content/src/resolve-path.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The variables that choose whose facts are built, for whom, and where they will stand. */
const choices = ['DIGLOT_DATA', 'DIGLOT_AUDIENCE', 'DIGLOT_SITE', 'DIGLOT_BASE']

/**
 * The environment of some tasks: the caller's, and what follows from it.
 *
 * - `test` is about the software: it always runs on the data set that comes with it, for the public.
 * - `DIGLOT_DATA` becomes absolute, because each task runs in its package's folder.
 * - `DIGLOT_DATA_DIGEST` stands for the contents of that folder: it may lie outside the repository,
 *   and `private.yaml` is hidden from turbo by git.
 * - `SOURCE_DATE_EPOCH` defaults to the time of the facts, so that two builds of one commit are the same.
 *
 * @throws Error where `DIGLOT_DATA` names no folder, or `DIGLOT_AUDIENCE` no audience.
 */
export function buildEnvironment(tasks: string[], env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const chosen = { ...env }
  if (tasks.includes('test')) for (const choice of choices) delete chosen[choice]
  const { DIGLOT_DATA, DIGLOT_AUDIENCE, INIT_CWD = '.', SOURCE_DATE_EPOCH } = chosen
  const data = DIGLOT_DATA ? resolvePath(DIGLOT_DATA, INIT_CWD) : join(root, 'packages/content/data')
  if (!statSync(data, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`DIGLOT_DATA: there is no folder ${data}. Create it, or correct the variable.`)
  }
  if (DIGLOT_AUDIENCE && !['public', 'private'].includes(DIGLOT_AUDIENCE)) {
    throw new Error(`DIGLOT_AUDIENCE is "${DIGLOT_AUDIENCE}". Use public or private.`)
  }
  const withPrivate = DIGLOT_AUDIENCE === 'private'
  return {
    ...chosen,
    ...(DIGLOT_DATA && { DIGLOT_DATA: data }),
    DIGLOT_DATA_DIGEST: digest(data, withPrivate),
    SOURCE_DATE_EPOCH: SOURCE_DATE_EPOCH ?? factsTime(data, withPrivate),
    // Tests start the programs hundreds of times, and a program is to be read once.
    NODE_COMPILE_CACHE: chosen.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
    TURBO_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}

function digest(folder: string, withPrivate: boolean): string {
  const hash = createHash('sha256')
  for (const file of factFiles(folder, withPrivate)) {
    hash
      .update(`${relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The files of a data folder that a build may read. */
function factFiles(folder: string, withPrivate: boolean): string[] {
  return filesIn(folder).filter((file) => withPrivate || basename(file) !== 'private.yaml')
}

/** Every file below a folder, sorted. Links are followed, each folder once, so that a circle of links ends. */
function filesIn(folder: string, seen = new Set<string>()): string[] {
  const place = realpathSync(folder)
  if (seen.has(place)) return []
  seen.add(place)
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => {
      const found = statSync(path, { throwIfNoEntry: false })
      if (found?.isDirectory()) return filesIn(path, seen)
      return found?.isFile() ? [path] : []
    })
}

/**
 * When the facts were written, in seconds since 1970, as a string: the time of the newest commit in their repository,
 * which need not be this one. Where no repository holds them, that of the file that was saved last.
 */
function factsTime(folder: string, withPrivate: boolean): string {
  // A folder may lie in a repository and be none of its own: ignored, or not added yet.
  if (commitTime(folder, '--', '.')) return commitTime(folder)
  const files = factFiles(folder, withPrivate).filter((file) => /\.(yaml|mdx)$/.test(file))
  return `${Math.floor(Math.max(0, ...files.map((file) => statSync(file).mtimeMs)) / 1000)}`
}

/** The time of the newest commit in the repository of a folder, and of some paths in it; `''` where there is none, or no git. */
function commitTime(folder: string, ...paths: string[]): string {
  // What a hook of another repository has set is not about this folder.
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...env } = process.env
  const words = ['log', '-1', '--no-show-signature', '--format=%ct', ...paths]
  const { stdout } = spawnSync('git', words, { cwd: folder, env, encoding: 'utf8' })
  return stdout?.trim() ?? ''
}
