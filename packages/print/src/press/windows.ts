import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PAGE_GLOBAL, pageParts } from './bundle.ts'
import { type Complain, guardedContext, tellTrapped, type Watch } from './guard.ts'
import type { FolderServer } from './server.ts'

/** How long a window may take to be rid of its document, in milliseconds: a script that never ends keeps it busy. */
const CLEARING_TIME = 5_000

/** A window of a browser, in which documents of one folder are set one after another. */
class Window {
  readonly page: Page
  readonly #context: BrowserContext
  readonly #watch: Watch
  readonly #origin: string

  private constructor(page: Page, watch: Watch, origin: string) {
    this.page = page
    this.#context = page.context()
    this.#watch = watch
    this.#origin = origin
  }

  static async open(browser: Browser, origin: string): Promise<Window> {
    const watch = { complain: silent, loaded: false, named: new Set<string>(), trapped: new Set<string>() }
    const context = await guardedContext(browser, origin, watch)
    const { script } = await pageParts()
    await context.addInitScript(`${script}\nif (self === top) ${PAGE_GLOBAL}.veil()`)
    return new Window(await context.newPage(), watch, origin)
  }

  /** @param complain is told of all that goes wrong in the window from now on. */
  begin(complain: Complain): void {
    this.#watch.complain = complain
    this.#watch.loaded = false
    this.#watch.named.clear()
    this.#watch.trapped.clear()
  }

  /** Complains of what was only noticed beside the document. */
  settle(): void {
    tellTrapped(this.#watch)
  }

  /** Takes the document away, and all that it could have left for the next one. Nothing of it runs once more. */
  async clear(): Promise<void> {
    this.#watch.complain = silent
    const session = await this.#context.newCDPSession(this.page)
    await session.send('Emulation.setScriptExecutionDisabled', { value: true })
    await this.page.goto('about:blank')
    await Promise.all([
      session.send('Emulation.setScriptExecutionDisabled', { value: false }),
      session.send('Storage.clearDataForOrigin', { origin: this.#origin, storageTypes: 'all' }),
      session.send('Page.resetNavigationHistory'),
      this.#context.clearCookies(),
    ])
    // While it lasts, a navigation takes back the medium that Playwright has set.
    await session.detach()
  }

  async close(): Promise<void> {
    // A page whose script never ends does not close by itself either.
    await inTime(this.#context.close()).catch(() => undefined)
  }
}

/** A window that is ready for the next document, or soon will be. */
interface Idle {
  browser: Browser
  window: Promise<Window | undefined>
}

/** The windows that wait, one for each folder that is served; they end with their browser. */
const idle = new WeakMap<FolderServer, Idle>()

/**
 * Does something in a window that may load the folder of a server. A new window takes a third of the time of a short
 * document, so one whose document was set without fault is cleared and kept for the next; any other is closed.
 *
 * @param complain is told of what goes wrong in the window, the last of it by `settle`.
 */
export async function inWindow<T>(
  browser: Browser,
  server: FolderServer,
  complain: Complain,
  work: (page: Page, settle: () => void) => Promise<T>,
): Promise<T> {
  const window = (await takeIdle(browser, server)) ?? (await Window.open(browser, server.origin))
  window.begin(complain)
  let result: T
  try {
    result = await work(window.page, () => window.settle())
  } catch (error) {
    window.settle()
    await window.close()
    throw error
  }
  leave(browser, server, window)
  return result
}

async function takeIdle(browser: Browser, server: FolderServer): Promise<Window | undefined> {
  const found = idle.get(server)
  idle.delete(server)
  const window = await found?.window
  if (found?.browser === browser) return window
  await window?.close()
  return undefined
}

function leave(browser: Browser, server: FolderServer, window: Window): void {
  if (idle.has(server)) return void window.close()
  const cleared = inTime(window.clear()).then(
    () => window,
    async () => void (await window.close()),
  )
  idle.set(server, { browser, window: cleared })
}

/** @throws {Error} when it takes longer than a window may need. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const clock = new AbortController()
  const late = setTimeout(CLEARING_TIME, undefined, { signal: clock.signal }).then(() => {
    throw new Error('takes too long')
  })
  late.catch(() => undefined)
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clock.abort()
  }
}

const silent: Complain = () => undefined
