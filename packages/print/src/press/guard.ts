import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Problem } from '../errors.ts'
import { memoryExceeded } from './caps.ts'
import { decoded } from './server.ts'
import { setTrap } from './trap.ts'

/** Takes a problem of the document at hand. */
export type Complain = (problem: Omit<Problem, 'document'>) => void

/** What is known of the document that a window is watched for. */
export interface Watch {
  complain: Complain
  /** Whether the document is there: another one after it means that it has left. */
  loaded: boolean
  /** What it is known to have asked for elsewhere: the addresses, and the hosts in them. */
  readonly named: Set<string>
  /** What arrived at the trap: of a connection that is encrypted, only the host. */
  readonly trapped: Set<string>
}

/** Complains of what only the trap has seen, as of the request of a worker. */
export function tellTrapped({ complain, named, trapped }: Watch): void {
  for (const address of trapped) {
    if (![address, address.replace(/:(80|443)$/, '')].some((known) => named.has(known))) complain(refused(address))
  }
  trapped.clear()
}

function refused(address: string): Omit<Problem, 'document'> {
  return { message: `asks for ${address}, which is not in the folder. Put a copy into the folder and refer to that.` }
}

/**
 * What a browser is started with, so that nothing gets past the proxy that each window is given: no name is looked
 * up, and WebRTC, which would send packets by itself, has to use the proxy too.
 */
export const GUARD_FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/**
 * Opens a context in which a document can load its own folder, `data:` and `blob:`, and nothing else; whatever else it
 * asks for is refused and named, and so is every failure in its pages.
 *
 * @param origin of the server of the folder.
 * @param watch may change from document to document.
 */
export async function guardedContext(browser: Browser, origin: string, watch: Watch): Promise<BrowserContext> {
  const complain: Complain = (problem) => watch.complain(problem)
  const trap = await setTrap((address) => watch.trapped.add(address))
  const options = {
    acceptDownloads: false,
    bypassCSP: true,
    proxy: { server: trap.address, bypass: new URL(origin).host },
    serviceWorkers: 'block',
    // A script that writes a date writes the same one everywhere.
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 1400 },
  } as const
  const context = await browser.newContext(options).catch((error: unknown) => {
    trap.close()
    throw error
  })
  context.on('close', () => trap.close())
  await context.addInitScript(() => {
    window.diglotHeld = true
    if (self === top) window.name = ''
    // Of a document that was set in this window before; an opaque origin has none.
    try {
      if (self === top) sessionStorage.clear()
    } catch {}
    // Nobody is told that the document is taken away, and nothing is sent then: it would be too late to be named.
    for (const type of ['pagehide', 'unload', 'beforeunload', 'visibilitychange', 'freeze'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
    if ('fetchLater' in window) Object.defineProperty(window, 'fetchLater', { value: undefined })
    // Its packets are let nowhere either, but would be stopped without a word.
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
      Object.defineProperty(window, name, {
        value: function RTCPeerConnection() {
          throw new Error('RTCPeerConnection opens a connection, and a printed document may only use its own folder')
        },
      })
    }
  })
  const own = (url: string) => url.startsWith(`${origin}/`)
  // The trap is what refuses it. Playwright's routes could, but would hold up every request to be asked about it.
  context.on('request', (request) => {
    const url = request.url()
    if (own(url) || /^(data|blob|about):/.test(url)) return
    watch.named.add(url).add(URL.parse(url)?.host ?? '')
    complain(refused(url))
  })
  let pages = 0
  context.on('page', (page) => {
    if (pages++ === 0) return watchPage(page, watch, complain)
    complain({
      message: 'opens a second window. A printed document has only its own pages: remove the script or link.',
    })
    void page.close().catch(() => undefined)
  })
  const local = (url: string) => (own(url) ? decoded(url.slice(origin.length)) : undefined)
  context.on('requestfailed', (request) => {
    const [path, reason] = [local(request.url()), request.failure()?.errorText]
    // Called off by the document itself: a script's fetch, or a film of which only the beginning is wanted.
    if (!path || reason === 'net::ERR_ABORTED') return
    complain({
      message: /DISCONNECTED|REFUSED|UNREACHABLE|PROXY/.test(reason ?? '')
        ? `the browser does not reach ${origin} (${reason}). Check the loopback interface of its machine, or the tunnel to it.`
        : `${path} did not load (${reason}). Check the file.`,
    })
  })
  context.on('response', (response) => {
    const [path, status] = [local(response.url()), response.status()]
    if (path && status >= 400 && path !== '/favicon.ico') complain({ message: notServed(path, status) })
  })
  context.on('weberror', (error) =>
    complain({ message: `a script failed: ${error.error().message}. Mend the script.` }),
  )
  context.on('console', (message) => {
    const text = message.text()
    const plain = (words: string) => words.replace(/:? *JSHandle@\w+/g, '').slice(0, 200)
    // A failed resource was named above, with its address.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      complain({ message: `a script reports an error: ${plain(text)}` })
    if (message.type() === 'warning' && /^(Unable to layout item|Failed to preload font|overflow on)/.test(text)) {
      complain({ message: `pagination reports: ${plain(text)}. Allow a break inside the passage, or shorten it.` })
    }
    if (message.type() === 'warning' && text.startsWith('Service Worker registration blocked')) {
      complain({ message: 'installs a service worker, which would outlive the print. Remove it from the document.' })
    }
  })
  return context
}

/** What only concerns the window that is printed. */
function watchPage(page: Page, watch: Watch, complain: Complain): void {
  page.on('websocket', (socket) => {
    watch.named.add(URL.parse(socket.url())?.host ?? '')
    complain({ message: `opens a connection to ${socket.url()}. A printed document may only use its own folder.` })
  })
  page.on('download', (download) =>
    complain({
      message: `starts a download of ${download.url().slice(0, 80)}. Remove the script, or the link's click.`,
    }),
  )
  page.on('crash', () => {
    const megabytes = memoryExceeded(page.context().browser())
    if (megabytes === undefined) return
    complain({
      message: `takes more than ${megabytes} MB of memory. Shorten it, use smaller images, or raise the limit (maxMemory).`,
    })
  })
  page.on('domcontentloaded', () => {
    if (watch.loaded) complain({ message: `leaves its own page for ${page.url()}. Remove the script that goes there.` })
    watch.loaded = true
  })
}

function notServed(path: string, status: number): string {
  if (status === 403) return `${path} leads outside the folder. Put a copy into the folder.`
  if (status === 404) return `${path} is missing (404). Add the file, or remove the reference.`
  return `${path} cannot be read (${status}). Look at the file and at who may read it.`
}
