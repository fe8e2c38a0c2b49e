import { type ChildProcess, fork } from 'node:child_process'
import type { Outcome } from './child.ts'

/** Long past what any data set takes, on the busiest machine: only what never ends is ended. */
const HANGS = 30_000

/** So little memory is left to the facts that a process of 300 MB has room for them, Node and the libraries. */
const LIMITS = ['--max-old-space-size=160', '--max-semi-space-size=8']

/** Loads data sets of the corpus, by number, in a process of their own; one that ends the process or hangs has no outcome. */
export async function tryAll(indices: Iterable<number>): Promise<Map<number, Outcome>> {
  const outcomes = new Map<number, Outcome>()
  let child: ChildProcess | undefined
  // What Node keeps of its programs is held in memory with them, and an author has no such store.
  const { NODE_COMPILE_CACHE, ...env } = process.env
  for (const index of indices) {
    child ??= fork(new URL('./child.ts', import.meta.url), { env, execArgv: LIMITS, silent: true })
    const outcome = await ask(child, index)
    if (outcome) outcomes.set(index, outcome)
    else {
      child.kill('SIGKILL')
      child = undefined
    }
  }
  child?.kill()
  return outcomes
}

function ask(child: ChildProcess, index: number): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const end = (outcome?: Outcome) => {
      clearTimeout(alarm)
      child.removeAllListeners()
      resolve(outcome)
    }
    const alarm = setTimeout(end, HANGS)
    child.once('message', (outcome) => end(outcome as Outcome))
    child.once('exit', () => end())
    child.send(index)
  })
}
