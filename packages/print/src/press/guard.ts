import type { BrowserContext } from 'playwright-core'
import type { Problem } from '../errors.ts'
import { decoded } from './server.ts'

/** Takes a problem of the document at hand. */
export type Complain = (problem: Omit<Problem, 'document'>) => void

/** Lets only the folder itself into the pages of a context, and makes every failure in them known. */
export async function guard(context: BrowserContext, origin: string, complain: Complain): Promise<void> {
  await context.addInitScript(() => {
    window.diglotHeld = true
  })
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(`${origin}/`)) return route.continue()
    complain({ message: `asks for ${url}, which is not in the folder. Put a copy into the folder and refer to that.` })
    return route.abort()
  })
  await context.routeWebSocket('**/*', (socket) => {
    complain({ message: `opens a connection to ${socket.url()}. A printed document may only use its own folder.` })
    void socket.close()
  })
  const local = (url: string) => (url.startsWith(`${origin}/`) ? decoded(url.slice(origin.length)) : undefined)
  context.on('requestfailed', (request) => {
    const [path, reason] = [local(request.url()), request.failure()?.errorText]
    // Called off by the document itself: a script's fetch, or a film of which only the beginning is wanted.
    if (path && reason !== 'net::ERR_ABORTED')
      complain({ message: `${path} did not load (${reason}). Check the file.` })
  })
  context.on('response', (response) => {
    const [path, status] = [local(response.url()), response.status()]
    if (!path || status < 400 || path === '/favicon.ico') return
    complain({
      message:
        status === 403
          ? `${path} leads outside the folder. Put a copy into the folder.`
          : `${path} is missing (${status}). Add the file, or remove the reference.`,
    })
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
  })
}

/**
 * Runs in the page: links that lead nowhere from paper, which are those to other files. A place in the document itself
 * (`#…`), a web page, mail and telephone are good; what is not printed does not matter.
 */
export function deadLinks(): Omit<Problem, 'document'>[] {
  const here = location.href.replace(/#.*/, '')
  return [...document.querySelectorAll('a')].flatMap((link) => {
    const address = link.getAttribute('href') ?? link.getAttribute('xlink:href')
    if (address === null || !link.checkVisibility()) return []
    const url = URL.parse(address, document.baseURI)
    if (url?.href.startsWith(`${here}#`)) return []
    if (url && url.origin !== location.origin && url.protocol !== 'file:') return []
    const entry = link.closest<HTMLElement>('[data-entry]')?.dataset.entry
    const text = link.textContent.trim().slice(0, 24)
    return {
      message: `“${text}” links to “${address}”, which leads nowhere from paper. Give the whole address (https://…) or a place in this document (#…), or mark the link data-print="skip".`,
      ...(entry ? { entry } : {}),
    }
  })
}
