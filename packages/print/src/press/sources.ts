import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { findBrowser, launchBrowser, sandboxed } from './browser.ts'
import { watchMemory } from './caps.ts'
import type { Browser } from './chromium.ts'
import { NoBrowser, type OpenBrowser, type Source } from './presses.ts'

/**
 * How many documents one browser prints at once where nobody says otherwise: one more than there are cores, because one is
 * read back here meanwhile, but 4 at the most.
 */
export const CONCURRENCY = Math.min(4, availableParallelism() + 1)

/** How long a browser elsewhere may take to answer at all, in milliseconds. */
const CONNECT_TIME = 15_000

/** How long a browser may take to end by itself, in milliseconds. */
const END_TIME = 5_000

/** How the browser of this machine is had. */
interface LocalOptions {
  /** Megabytes for the process that shows a document. */
  maxMemory: number
  /** Is told, once, what a person should know of it. */
  notice: (message: string) => void
  find?: () => Promise<Browser>
}

/** The browser of this machine, started anew whenever it is asked for one. */
export function localSource({ maxMemory, notice, find = findBrowser }: LocalOptions): Source {
  let told = sandboxed()
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
      const browser = await launchBrowser(await known(), maxMemory).catch(noBrowser)
      let pid: number | undefined
      const close = async () => {
        const closing = browser.close().catch(() => undefined)
        const late = () => Promise.race([closing, setTimeout(END_TIME, true, { ref: false })])
        if ((await late()) !== true) return
        if (pid) end(pid)
        await late()
      }
      try {
        await watchMemory(browser, maxMemory)
        const session = await browser.newBrowserCDPSession()
        const { processInfo } = await session.send('SystemInfo.getProcessInfo')
        pid = processInfo.find(({ type }) => type === 'browser')?.id
      } catch (error) {
        await close()
        throw error
      }
      if (!told) notice(NO_SANDBOX)
      told = true
      return { browser, close }
    },
  }
}

const NO_SANDBOX =
  'The browser runs without its own sandbox, because the user is root. Print as another user where the documents are not yours.'

/**
 * The browsers at the endpoints that `DIGLOT_BROWSER_WS` lists, or else the one of this machine.
 *
 * @throws {NoBrowser} where an endpoint is not an address.
 */
export function sources(local: LocalOptions, env: NodeJS.ProcessEnv = process.env): Source[] {
  const endpoints = (env.DIGLOT_BROWSER_WS ?? '').split(',').map((one) => one.trim())
  const given = endpoints.filter(Boolean)
  for (const endpoint of given) {
    if (/^(wss?|https?):$/.test(URL.parse(endpoint)?.protocol ?? '')) continue
    const message = `DIGLOT_BROWSER_WS: “${endpoint}” is not the address of a browser. Write ws://host:port/…, with commas between several.`
    throw new NoBrowser(message)
  }
  return given.length > 0 ? given.map(remoteSource) : [localSource(local)]
}

/**
 * A browser that somebody else started and keeps: with `--remote-debugging-port`, or as a server of Playwright. It has to
 * reach the documents, which are served on this machine's loopback address.
 */
function remoteSource(endpoint: string): Source {
  return {
    name: `the browser at ${endpoint}`,
    renewable: false,
    version: async () => undefined,
    async open(): Promise<OpenBrowser> {
      const { chromium } = await import('playwright-core')
      const speaksDevTools = /^http|\/devtools\//.test(endpoint)
      const connecting = speaksDevTools
        ? chromium.connectOverCDP(endpoint, { timeout: CONNECT_TIME })
        : chromium.connect(endpoint, { timeout: CONNECT_TIME })
      const browser = await connecting.catch((error: Error) => {
        const [reason = ''] = error.message.split('\n')
        throw new NoBrowser(`DIGLOT_BROWSER_WS: ${endpoint} does not answer (${reason}).`, { cause: error })
      })
      return {
        browser,
        // Only parts from it.
        close: () =>
          Promise.race([browser.close().catch(() => undefined), setTimeout(END_TIME, undefined, { ref: false })]),
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
