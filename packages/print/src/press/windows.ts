import type { Browser, Page } from 'playwright-core'
import { PAGE_GLOBAL, pageParts } from './bundle.ts'
import { memoryShare } from './caps.ts'
import { type Complain, guardedContext, tellTrapped, type Watch } from './guard.ts'
import type { FolderServer } from './server.ts'
import { within } from './within.ts'

/** How long a window may take to be rid of its document, or to close, in milliseconds: a script can keep it busy. */
const CLEARING_TIME = 1_000

/** The share of the memory that a document may take from which on a window is not kept: the next one would pay for it. */
const MUCH_MEMORY = 1 / 4

/** A window of a browser, in which documents of one folder are set one after another. */
class PrintWindow {
  readonly page: Page
  /** Whether nothing more can be set in it. */
  lost = false
  readonly #watch: Watch
  readonly #origin: string

  private constructor(page: Page, watch: Watch, origin: string) {
    this.page = page
    this.#watch = watch
    this.#origin = origin
    page.on('crash', () => {
      this.lost = true
    })
  }

  static async open(browser: Browser, origin: string): Promise<PrintWindow> {
    const { script } = await pageParts()
    const watch = { complain: () => undefined, loaded: false, named: new Set<string>(), trapped: new Set<string>() }
    const context = await guardedContext(browser, origin, watch)
    try {
      await context.addInitScript(`${script}\nglobalThis.${PAGE_GLOBAL}?.veil()`)
      return new PrintWindow(await context.newPage(), watch, origin)
    } catch (error) {
      await context.close()
      throw error
    }
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

  /**
   * Takes the document away, and all that it could have left for the next one.
   *
   * @throws {Error} when it does not go quietly: what it still asks for would be held against the next.
   */
  async clear(): Promise<void> {
    let quiet = true
    this.begin(() => {
      quiet = false
    })
    await this.page.goto('about:blank')
    const context = this.page.context()
    const session = await context.newCDPSession(this.page)
    await Promise.all([
      session.send('Storage.clearDataForOrigin', { origin: this.#origin, storageTypes: 'all' }),
      session.send('Page.resetNavigationHistory'),
    ])
    // While it lasts, a navigation takes back the medium that Playwright has set.
    await session.detach()
    const browser = context.browser()
    const light = !browser || (await memoryShare(browser)) < MUCH_MEMORY
    if (!quiet || !light || this.#watch.trapped.size > 0) throw new Error('the window is not fit for another document')
  }

  async close(): Promise<void> {
    this.lost = true
    await within(CLEARING_TIME, this.page.context().close(), () => undefined).catch(() => undefined)
  }
}

/** A window that is ready for the next document, or soon will be. */
interface Idle {
  browser: Browser
  window: Promise<PrintWindow>
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
  const window = (await takeIdle(browser, server)) ?? (await PrintWindow.open(browser, server.origin))
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

async function takeIdle(browser: Browser, server: FolderServer): Promise<PrintWindow | undefined> {
  const found = idle.get(server)
  idle.delete(server)
  const window = await found?.window
  if (found?.browser === browser && window && !window.lost) return window
  await window?.close()
  return undefined
}

function leave(browser: Browser, server: FolderServer, window: PrintWindow): void {
  if (idle.has(server)) return void window.close()
  const cleared = within(CLEARING_TIME, window.clear(), () => {
    throw new Error('the window does not part from its document')
  })
  const ready = cleared.catch(() => window.close()).then(() => window)
  idle.set(server, { browser, window: ready })
}
