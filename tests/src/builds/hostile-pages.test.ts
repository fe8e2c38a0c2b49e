/** A site of data that wants to do harm: it is built, and nothing in it runs, asks for anything or leads astray. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { launchBrowser, readWritten } from '@diglot/print'
import type { Browser } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { payloads } from '../hostile/markup.ts'
import { poisoned } from '../hostile/poisoned.ts'
import { root } from '../support/dist.ts'
import { elements, parseDocument, textOf } from '../support/html.ts'

const run = promisify(execFile)
const site = join(root, 'apps/site')

let folder: string
let out: string
let pages: string[]
let browser: Browser
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-hostile-pages-'))
  out = join(folder, 'dist')
  for (const [name, source] of Object.entries(poisoned)) {
    await mkdir(join(folder, 'data', dirname(name)), { recursive: true })
    await writeFile(join(folder, 'data', name), source)
  }
  // Vitest leaves its own idea of the base path and the mode in the environment.
  const { BASE_URL, DEV, MODE, NODE_ENV, PROD, SSR, ...inherited } = process.env
  const env = { ...inherited, DIGLOT_DATA: join(folder, 'data'), ASTRO_TELEMETRY_DISABLED: '1' }
  const astro = [join(site, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out]
  await run(process.execPath, astro, { cwd: site, env })
  const print = [join(root, 'packages/print/src/cli.ts'), out, '--job', 'en/all', '--no-store']
  await run(process.execPath, print, { cwd: site, env })

  const files = await readdir(out, { recursive: true })
  pages = files.filter((file) => file.endsWith('.html')).map((file) => file.replaceAll('\\', '/'))
  server = createServer(sirv(out, { dev: true }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

const html = async (page: string) => parseDocument(await readFile(join(out, page), 'utf8'))

test('the harm is there, as text', async () => {
  for (const page of ['en/index.html', 'zh/projects/work/index.html', 'en/print/all/index.html']) {
    const text = textOf(await html(page))
    expect(payloads.filter((payload) => !text.includes(payload) && !/^[![]|`/.test(payload))).toEqual([])
  }
})

test('no element has a handler, and every address is one of the web, of mail or of this site', async () => {
  const problems: string[] = []
  for (const page of pages) {
    for (const { tagName, attrs } of elements(await html(page))) {
      if (['iframe', 'object', 'embed', 'base', 'form', 'math', 'img'].includes(tagName))
        problems.push(`${page}: <${tagName}>`)
      for (const { name, value } of attrs) {
        if (
          name.startsWith('on') ||
          name === 'srcdoc' ||
          (name === 'http-equiv' && value !== 'content-security-policy')
        )
          problems.push(`${page}: ${name}`)
        if (!['href', 'src', 'xlink:href', 'action', 'data'].includes(name)) continue
        if (!/^(https?:\/\/|mailto:|#|\.{0,2}\/|[\w-]+\.(css|md)$|\?paper=)/.test(value))
          problems.push(`${page}: ${name}="${value}"`)
      }
    }
  }
  expect(problems).toEqual([])
})

test('no page runs anything of it or asks for anything, whatever a reader does there', {
  timeout: 180_000,
}, async () => {
  const { port } = server.address() as AddressInfo
  const alarms: string[] = []
  const context = await browser.newContext()
  let page = ''
  await context.exposeFunction('canary', (payload: unknown) => alarms.push(`${page}: canary(${payload})`))
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(protocol)) alarms.push(`${page}: ${request.url()}`)
  })
  const tab = await context.newPage()
  context.on('page', (popup) => alarms.push(`${page}: opens ${popup.url()}`))
  tab.on('dialog', (dialog) => {
    alarms.push(`${page}: ${dialog.type()}`)
    void dialog.dismiss()
  })
  for (page of pages) {
    const address = `http://127.0.0.1:${port}/${page}`
    await tab.goto(address, { waitUntil: 'load' })
    // A print document shows its pages once they are set, with what is in them a second time.
    if (page.includes('/print/')) {
      await tab.waitForFunction(() =>
        document.querySelector('.pagedjs_page')?.checkVisibility({ opacityProperty: true }),
      )
    }
    await tab.evaluate(() => {
      addEventListener('click', (event) => event.preventDefault(), { capture: true })
      for (const element of document.querySelectorAll('*')) {
        for (const type of ['mouseover', 'focus', 'click', 'error', 'load', 'toggle', 'animationstart']) {
          element.dispatchEvent(new MouseEvent(type, { cancelable: true }))
        }
      }
    })
    // The preview of a print document names the page in view behind the address.
    if (tab.url().split('?')[0] !== address) alarms.push(`${page}: leads to ${tab.url()}`)
  }
  await context.close()
  expect(alarms).toEqual([])
})

test('its paper is printed, and no link on it runs anything', async () => {
  const { pages: sheets, strings } = await readWritten(await readFile(join(out, 'en/all.a4.pdf')))
  expect(sheets.join('').replace(/\s/g, '')).toContain('<script>canary(1)</script>')
  expect(strings.filter((string) => /^\s*(javascript|data|file|vbscript):/i.test(string))).toEqual([])
})
