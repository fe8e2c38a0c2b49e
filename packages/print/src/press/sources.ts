import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { findBrowser, launchBrowser } from './browser.ts'
import type { Browser } from './chromium.ts'
import { NoBrowser, type OpenBrowser, type Source } from './presses.ts'

/** How many documents one browser prints at once where nobody says otherwise: as many as there are cores, from 2 to 4. */
export const CONCURRENCY = Math.min(4, Math.max(2, availableParallelism()))

/** How long a browser may take to end by itself, in milliseconds. */
const END_TIME = 5_000

/** The browser of this machine, started anew whenever it is asked for one. */
export function localSource(find: () => Promise<Browser> = findBrowser): Source {
  let found: Promise<Browser> | undefined
  const known = () => {
    found ??= find().catch(noBrowser)
    return found
  }
  return {
    name: 'the browser',
    renewable: true,
    version: async () => (await known()).version,
    async open(): Promise<OpenBrowser> {
      const browser = await launchBrowser(await known()).catch(noBrowser)
      const session = await browser.newBrowserCDPSession()
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const pid = processInfo.find(({ type }) => type === 'browser')?.id
      return {
        browser,
        async close() {
          const closing = browser.close().catch(() => undefined)
          const late = await Promise.race([closing, setTimeout(END_TIME, true, { ref: false })])
          if (late === true && pid) end(pid)
          await closing
        },
      }
    },
  }
}

function noBrowser(error: Error): never {
  throw new NoBrowser(error.message, { cause: error })
}

/** Ends a browser that no longer answers, and the processes that it started, which are a group. */
function end(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {}
}
