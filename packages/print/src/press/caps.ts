import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

/** The most that one document may take. */
export interface Caps {
  /** Milliseconds to load and be paginated, and again to be written. */
  timeout: number
  maxPages: number
  /** Megabytes, for the process that a document is shown in. */
  maxMemory: number
}

/** What holds where nobody says otherwise. */
export const CAPS: Caps = { timeout: 60_000, maxPages: 2_000, maxMemory: 2_048 }

/** Milliseconds between two looks at the memory. */
const PERIOD = 250

/** What a browser is started with, so that scripts of a document end at the cap. */
export function memoryFlags(megabytes: number): string[] {
  return [`--js-flags=--max-old-space-size=${megabytes}`]
}

/**
 * Ends each process of a browser of this machine that shows documents and takes more memory than it may. The flags keep
 * only scripts within bounds, and not what they put into buffers, elements or images. Only where there is `/proc`.
 */
export async function watchMemory(browser: Browser, megabytes: number): Promise<void> {
  if (process.platform !== 'linux') return
  const session = await browser.newBrowserCDPSession()
  const measure = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const shown = processInfo.filter(({ type }) => type === 'renderer')
    return Promise.all(shown.map(async ({ id }) => ({ id, held: await resident(id) })))
  }
  shares.set(browser, async () => Math.max(...(await measure()).map(({ held }) => held)) / megabytes)
  const look = async () => {
    for (const { id, held } of await measure()) {
      if (held <= megabytes) continue
      ended.set(browser, [...(ended.get(browser) ?? []), megabytes])
      end(id)
    }
  }
  let looking = false
  const clock = setInterval(() => {
    if (looking) return
    looking = true
    // A browser that no longer answers is not for this watch to mend.
    void look()
      .catch(() => undefined)
      .finally(() => {
        looking = false
      })
  }, PERIOD)
  clock.unref()
  browser.on('disconnected', () => clearInterval(clock))
}

const shares = new WeakMap<Browser, () => Promise<number>>()

/** How much of the memory that a document may take the largest process of a browser holds; 0 where that is not watched. */
export async function memoryShare(browser: Browser): Promise<number> {
  return (await shares.get(browser)?.()) ?? 0
}

/** For each browser, the caps at which processes were ended whose documents do not know yet. */
const ended = new WeakMap<Browser, number[]>()

/** The cap at which the process of a page was ended that has just crashed, or `undefined` where that was not the reason. */
export function memoryExceeded(browser: Browser | null): number | undefined {
  return browser ? ended.get(browser)?.shift() : undefined
}

/** The megabytes that a process holds in memory, 0 when there is none. */
async function resident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}
