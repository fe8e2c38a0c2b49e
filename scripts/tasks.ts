import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { buildEnvironment, root } from './environment.ts'

/**
 * Runs turbo tasks and resolves to turbo's exit code.
 *
 * For the private audience `build` is `build:private`, a task that is never cached: what is private stays in one folder.
 * For the public it is followed by `leaks`: a build from the cache has not been searched for what became private since.
 *
 * @throws Error where a variable of the environment is wrong
 */
export function runTasks(...args: string[]): Promise<number> {
  const env = buildEnvironment(args)
  const build = env.DIGLOT_AUDIENCE === 'private' ? ['build:private'] : ['build', 'leaks']
  const tasks = args.flatMap((arg) => (arg === 'build' ? build : arg))
  const program = createRequire(import.meta.url).resolve('turbo/bin/turbo')
  // Started by this Node, which pnpm chose, and not through a shell: it works the same on every system.
  const child = spawn(process.execPath, [program, 'run', ...tasks], { cwd: root, env, stdio: 'inherit' })
  return new Promise((done, fail) => child.on('error', fail).on('exit', (code) => done(code ?? 1)))
}
