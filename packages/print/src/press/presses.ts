import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { PrintError } from '../errors.ts'

/** Where a browser comes from: this machine, or an endpoint elsewhere. */
export interface Source {
  /** What messages call its browser. */
  name: string
  /** Whether a lost browser can be replaced by a new one. */
  renewable: boolean
  /** Which browser it is, where that is known without opening it. */
  version(): Promise<string | undefined>
  /** @throws {NoBrowser} */
  open(): Promise<OpenBrowser>
}

/** A browser that was opened, and how to be rid of it, even of one that no longer answers. */
export interface OpenBrowser {
  browser: Browser
  close(): Promise<void>
}

/** There is no browser to print with, or none any more: no document can be printed. */
export class NoBrowser extends Error {}

/** A browser that ended, or no longer answers, while it printed a document. */
class BrowserLost extends Error {}

/** How long a browser that is well takes at most to say so, and how often it is asked meanwhile, in milliseconds. */
const ANSWER_TIME = 10_000
const PULSE = 10_000

/** One source with the browser that all its documents share, opened when it is first needed. */
class Press {
  readonly source: Source
  /** How many documents it is busy with. */
  busy = 0
  lost = false
  #open: Promise<OpenBrowser> | undefined

  constructor(source: Source) {
    this.source = source
  }

  async use<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
    this.busy++
    const open = await this.open()
    try {
      return await untilLost(open.browser, work(open.browser))
    } catch (error) {
      // A page that crashed took nothing else with it, but it was not the page's text that ended it.
      if ((await answers(open.browser)) && (error instanceof PrintError || !/\bcrashed\b/.test(String(error))))
        throw error
      await this.#give(open)
      throw new BrowserLost(`${this.source.name} ended, or no longer answers`, { cause: error })
    } finally {
      this.busy--
    }
  }

  open(): Promise<OpenBrowser> {
    this.#open ??= this.source.open()
    return this.#open
  }

  async close(): Promise<void> {
    const open = await this.#open?.catch(() => undefined)
    await open?.close()
  }

  /** Up. The next document gets a new browser, where there is one to be had. */
  async #give(open: OpenBrowser): Promise<void> {
    if ((await this.#open) === open) {
      this.#open = undefined
      this.lost = !this.source.renewable
    }
    await open.close()
  }
}

/**
 * The browsers of a run. Documents are spread over the sources; one whose browser is lost is printed once more: on a
 * new browser of its own, where a document that ends browsers harms no other, or on another source.
 */
export class Presses {
  readonly #presses: Press[]
  readonly #extra = new Set<Press>()
  readonly #notice: (message: string) => void
  #closed = false

  constructor(sources: Source[], notice: (message: string) => void) {
    this.#presses = sources.map((source) => new Press(source))
    this.#notice = notice
  }

  /** How many sources there are. */
  get count(): number {
    return this.#presses.length
  }

  /**
   * Which browsers there are: they decide the bytes of a PDF.
   *
   * @throws {NoBrowser} when there is none.
   */
  async versions(): Promise<string[]> {
    const all = await Promise.allSettled(
      this.#presses.map(async (press) => (await press.source.version()) ?? (await press.open()).browser.version()),
    )
    const versions = [...new Set(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))].sort()
    const failed = all.find((one) => one.status === 'rejected')
    if (versions.length === 0 && failed) throw failed.reason
    if (versions.length > 1)
      this.#notice(
        `The browsers are of several versions (${versions.join(', ')}): each makes other bytes of a document.`,
      )
    return versions
  }

  /** @throws {NoBrowser} when no source has one. */
  async use<T>(document: string, work: (browser: Browser) => Promise<T>): Promise<T> {
    const press = await this.#freest()
    try {
      return await press.use(work)
    } catch (error) {
      if (this.#closed || !(error instanceof BrowserLost)) throw error
      this.#notice(`${document}: ${error.message}. The document is printed once more, on another.`)
      return await this.#again(press, work)
    }
  }

  async #again<T>(first: Press, work: (browser: Browser) => Promise<T>): Promise<T> {
    const own = first.source.renewable ? new Press(first.source) : undefined
    if (own) this.#extra.add(own)
    try {
      return await (own ?? (await this.#freest())).use(work)
    } catch (error) {
      if (this.#closed || !(error instanceof BrowserLost)) throw error
      throw new Error(`${error.message}, twice. Look for what takes all memory, or make the document shorter`)
    } finally {
      await own?.close()
      if (own) this.#extra.delete(own)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#presses, ...this.#extra].map((press) => press.close()))
  }

  /** The press that has least to do, with its browser open. */
  async #freest(): Promise<Press> {
    for (;;) {
      const [press] = this.#presses.filter(({ lost }) => !lost).sort((one, other) => one.busy - other.busy)
      if (!press || this.#closed) throw new NoBrowser('No browser is left to print on. Start one, and run again.')
      press.busy++
      try {
        await press.open()
        return press
      } catch (error) {
        if (press.source.renewable) throw error
        if (!press.lost) this.#notice(`${(error as Error).message} It is left out.`)
        press.lost = true
      } finally {
        press.busy--
      }
    }
  }
}

/**
 * Waits for work on a browser, but not for longer than the browser lives: some of what is asked of one that dies or
 * hangs is never answered.
 */
async function untilLost<T>(browser: Browser, work: Promise<T>): Promise<T> {
  const over = new AbortController()
  const lost = new Promise<never>((_, reject) => {
    const give = () => reject(new Error('the browser is gone'))
    browser.once('disconnected', give)
    over.signal.addEventListener('abort', () => browser.off('disconnected', give))
    const ask = async () => {
      for (;;) {
        await setTimeout(PULSE, undefined, { signal: over.signal, ref: false })
        if (!(await answers(browser))) return give()
      }
    }
    ask().catch(() => undefined)
  })
  // The work goes on after it was given up; its failure then is no news.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, lost])
  } finally {
    over.abort()
  }
}

async function answers(browser: Browser): Promise<boolean> {
  if (!browser.isConnected()) return false
  const ask = async () => {
    const session = await browser.newBrowserCDPSession()
    await session.send('Browser.getVersion')
    await session.detach()
    return true
  }
  return Promise.race([ask().catch(() => false), setTimeout(ANSWER_TIME, false, { ref: false })])
}
