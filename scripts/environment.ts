/** What the build depends on beyond the files that turbo sees, put into variables that its tasks declare. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The environment of a build: the caller's, and what follows from it.
 *
 * - `DIGLOT_DATA` becomes absolute, because each task runs in its package's folder.
 * - `DIGLOT_DATA_DIGEST` stands for the contents of that folder: it may lie outside the repository,
 *   and `private.yaml` is hidden from turbo by git.
 * - `SOURCE_DATE_EPOCH` defaults to the newest commit's time, so that two builds of one commit are the same.
 *
 * @throws Error where `DIGLOT_DATA` names no folder.
 */
export function buildEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const data = env.DIGLOT_DATA ? resolve(env.INIT_CWD ?? '.', env.DIGLOT_DATA) : join(root, 'packages/content/data')
  if (!existsSync(data)) throw new Error(`DIGLOT_DATA: there is no folder ${data}. Create it, or correct the variable.`)
  return {
    ...env,
    ...(env.DIGLOT_DATA && { DIGLOT_DATA: data }),
    DIGLOT_DATA_DIGEST: digest(data, env.DIGLOT_AUDIENCE === 'private'),
    SOURCE_DATE_EPOCH: env.SOURCE_DATE_EPOCH ?? newestCommitTime(),
    TURBO_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}

function digest(folder: string, withPrivate: boolean): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && (withPrivate || file.name !== 'private.yaml'))
    .map((file) => join(file.parentPath, file.name))
    .sort()
  for (const file of files)
    hash
      .update(`${file.slice(folder.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/** Seconds since 1970, as a string. Outside a git checkout every build gets one fixed moment. */
function newestCommitTime(): string {
  try {
    return (
      execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, stdio: 'pipe', encoding: 'utf8' }).trim() || '0'
    )
  } catch {
    return '0'
  }
}
