import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { launchBrowser } from '@diglot/print'
import type { BrowserContextOptions, Page as Tab } from 'playwright-core'
import sirv from 'sirv'
import { dist, readDist } from './dist.ts'
import { sentHeaders } from './headers.ts'
import { attribute, elements, parseDocument } from './html.ts'

/** The public address of the site that was built: its origin and the base path that it stands below. */
export async function siteAddress(folder = dist): Promise<URL> {
  const cover = parseDocument(await readDist('index.html', folder))
  const canonical = elements(cover, 'link').find((link) => attribute(link, 'rel') === 'canonical')
  const address = canonical && attribute(canonical, 'href')
  if (!address) throw new Error('The cover (index.html) has no canonical address. Add <link rel="canonical">.')
  return new URL(address)
}

/** The built site, served on this machine, and a browser to look at it. */
export interface RunningSite {
  /** The cover's address, with the base path: `http://127.0.0.1:49152/`. */
  url: string
  /** Opens a tab with settings of its own, and closes it after the work. */
  inTab<T>(options: BrowserContextOptions, work: (tab: Tab) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Serves the output, or what was built elsewhere, as a static host would, and starts a real Chromium. The caller closes both. */
export async function runSite(folder = dist): Promise<RunningSite> {
  const { pathname: base } = await siteAddress(folder)
  const files = sirv(folder, { dev: true })
  const headers = await sentHeaders(folder)
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end()
    if (!request.url?.startsWith(base)) return missing()
    response.setHeaders(headers(request.url))
    request.url = `/${request.url.slice(base.length)}`
    files(request, response, missing)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    async inTab(options, work) {
      const context = await browser.newContext(options)
      try {
        // Nothing here is far away: what does not come soon is missing.
        context.setDefaultTimeout(20_000)
        return await work(await context.newPage())
      } finally {
        await context.close()
      }
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
