import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root } from './dist.ts'
import { environment } from './environment.ts'

const site = join(root, 'apps/site')

/** Builds the site into a folder, as `pnpm build` does, and prints the jobs of `glob`, or all of them. */
export function buildSite(
  out: string,
  env: Record<string, string>,
  glob?: string,
): Promise<{ code: number; said: string }> {
  const words = [join(site, 'src/build/site.ts'), out, ...(glob ? ['--job', glob] : [])]
  // The audience is the public, unless it is asked for.
  const options = { cwd: site, env: environment({ DIGLOT_AUDIENCE: 'public', ...env }), maxBuffer: 10_000_000 }
  return new Promise((done) =>
    execFile(process.execPath, words, options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    ),
  )
}
