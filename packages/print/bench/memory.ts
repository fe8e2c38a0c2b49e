import { readdir, readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/**
 * Runs some work and tells how much memory the processes that this one started came to meanwhile, together: the largest
 * sum of proportional set sizes (shared pages are counted once), looked up every 25 ms.
 *
 * @returns MB; `undefined` where there is no `/proc` to look it up in.
 */
export async function peakMemory(work: () => Promise<unknown>): Promise<number | undefined> {
  let peak = 0
  const done = new AbortController()
  const watch = async () => {
    while (!done.signal.aborted) {
      peak = Math.max(peak, await memoryOfChildren())
      await setTimeout(25, undefined, { signal: done.signal }).catch(() => undefined)
    }
  }
  const watching = watch()
  try {
    await work()
  } finally {
    done.abort()
    await watching
  }
  return peak === 0 ? undefined : peak
}

/** MB that all processes below this one take. */
async function memoryOfChildren(): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc').catch(() => [])) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    // The program's name, in brackets, may hold anything.
    const parent = /^.*\) \S (\d+)/s.exec(stat)?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (parents.get(pid) === process.pid || isBelow(parents.get(pid)))
  let kibibytes = 0
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    kibibytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  // What the kernel calls kB is 1,024 bytes.
  return (kibibytes * 1.024) / 1000
}
