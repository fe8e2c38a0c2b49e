import type { Page } from 'playwright-core'
import type { Problem } from './errors.ts'

/** Takes a problem of the document at hand. */
export type Complain = (problem: Omit<Problem, 'document'>) => void

/** Lets only the folder itself into the page, and makes every failure in it known. */
export async function guard(page: Page, origin: string, complain: Complain): Promise<void> {
  await page.addInitScript(() => {
    window.diglotHeld = true
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(`${origin}/`)) return route.continue()
    complain({ message: `asks for ${url}, which is not in the folder. Put a copy into the folder and refer to that.` })
    return route.abort()
  })
  await page.routeWebSocket('**/*', (socket) => {
    complain({ message: `opens a connection to ${socket.url()}. A printed document may only use its own folder.` })
    void socket.close()
  })
  const local = (url: string) => decodeURI(url.slice(origin.length).replace(/\?.*/, ''))
  page.on('requestfailed', (request) => {
    if (request.url().startsWith(`${origin}/`))
      complain({ message: `${local(request.url())} did not load (${request.failure()?.errorText}). Check the file.` })
  })
  page.on('response', (response) => {
    const url = response.url()
    if (url.startsWith(`${origin}/`) && response.status() >= 400 && local(url) !== '/favicon.ico') {
      complain({ message: `${local(url)} is missing (${response.status()}). Add the file, or remove the reference.` })
    }
  })
  page.on('pageerror', (error) => complain({ message: `a script failed: ${error.message}. Mend the script.` }))
  page.on('console', (message) => {
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

/** Runs in the page: links to other files of the folder, which from paper lead nowhere. */
export function deadLinks(): Omit<Problem, 'document'>[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
  return links
    .filter((link) => !link.closest('[data-print="skip"]'))
    .filter(({ origin, pathname, hash }) => origin === location.origin && !(hash && pathname === location.pathname))
    .map((link) => {
      const entry = link.closest<HTMLElement>('[data-entry]')?.dataset.entry
      const address = link.getAttribute('href')
      return {
        message: `links to ${address}, which leads nowhere from paper. Give the whole address, beginning with https://.`,
        ...(entry ? { entry } : {}),
      }
    })
}
