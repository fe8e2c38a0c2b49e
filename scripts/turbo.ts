/** Runs turbo tasks with the environment of a build: `node scripts/turbo.ts build`. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { buildEnvironment, root } from './environment.ts'

/** Runs tasks and resolves to turbo's exit code. */
export function turbo(...args: string[]): Promise<number> {
  const program = createRequire(import.meta.url).resolve('turbo/bin/turbo')
  // Started by this Node, which pnpm chose, and not through a shell: it works the same on every system.
  const child = spawn(process.execPath, [program, 'run', ...args], {
    cwd: root,
    env: buildEnvironment(),
    stdio: 'inherit',
  })
  return new Promise((done, fail) => child.on('error', fail).on('exit', (code) => done(code ?? 1)))
}

if (import.meta.main) {
  try {
    process.exitCode = await turbo(...process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
