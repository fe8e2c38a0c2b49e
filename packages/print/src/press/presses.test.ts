import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser } from './browser.ts'
import { NoBrowser, Presses } from './presses.ts'
import { localSource, sources } from './sources.ts'

const LOCAL = { maxMemory: 2_000, notice: () => {} }

let notices: string[]
let presses: Presses
let ended: (() => unknown)[]

beforeEach(() => {
  notices = []
  ended = []
  presses = new Presses([localSource(LOCAL)], (message) => notices.push(message))
})
afterEach(async () => {
  await presses.close()
  for (const end of ended) await end()
})

/** The process of a browser. */
async function pidOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.find(({ type }) => type === 'browser')?.id ?? 0
}

/** Stands for a document: asks the browser for a sum. */
const add = async (browser: Browser) => (await browser.newPage()).evaluate('1 + 1')

/** The same, but something befalls the browser in the middle of it; as often as is said. */
function unlucky(times: number, befall: (browser: Browser) => Promise<unknown>) {
  return async (browser: Browser) => {
    const page = await browser.newPage()
    if (times-- > 0) {
      await befall(browser)
      // What the typesetter does when it has waited long enough.
      const late = new Promise((_, reject) => setTimeout(reject, 3_000, new Error('is not ready')))
      await Promise.race([page.evaluate('new Promise(() => {})'), late])
    }
    return add(browser)
  }
}

const kill = async (browser: Browser) => process.kill(await pidOf(browser), 'SIGKILL')

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

test('a document whose browser dies is printed once more, on a new one', async () => {
  expect(await presses.use('a.html', unlucky(1, kill))).toBe(2)
  expect(notices).toEqual([
    'a.html: the browser ended, or no longer answers. The document is printed once more, on another.',
  ])
  expect(await presses.use('b.html', add)).toBe(2)
})

// Windows cannot stop a process.
test.runIf(process.platform !== 'win32')('so is one whose browser hangs, and the hung one is ended', async () => {
  let pid = 0
  const stop = async (browser: Browser) => {
    pid = await pidOf(browser)
    process.kill(pid, 'SIGSTOP')
  }
  expect(await presses.use('a.html', unlucky(1, stop))).toBe(2)
  await vi.waitFor(() => expect(isGone(pid)).toBe(true), 10_000)
})

test('so is one whose page crashes', async () => {
  let first = true
  const crash = async (browser: Browser) => {
    const page = await browser.newPage()
    if (first) {
      first = false
      await page.goto('chrome://crash').catch(() => undefined)
    }
    return page.evaluate('1 + 1')
  }
  expect(await presses.use('a.html', crash)).toBe(2)
})

test('a document that ends every browser fails, and harms no other', async () => {
  let attempts = 0
  const neighbour = async (browser: Browser) => {
    if (attempts++ === 0 && browser.isConnected()) await new Promise((resolve) => browser.once('disconnected', resolve))
    return add(browser)
  }
  const results = await Promise.allSettled([
    presses.use('killer.html', unlucky(2, kill)),
    presses.use('neighbour.html', neighbour),
  ])
  expect(results).toMatchObject([
    { status: 'rejected', reason: { message: expect.stringMatching(/^the browser ended.*, twice\. Look for/) } },
    { status: 'fulfilled', value: 2 },
  ])
})

test('a fault of the document’s own is not tried again', async () => {
  await expect(presses.use('a.html', async () => Promise.reject(new Error('its own')))).rejects.toThrow('its own')
  expect(notices).toEqual([])
})

test('without a browser it says what to do', async () => {
  const none = new Presses(
    [localSource({ ...LOCAL, find: async () => Promise.reject(new Error('No Chromium. Install one.')) })],
    () => {},
  )
  await expect(none.use('a.html', add)).rejects.toThrow(NoBrowser)
  await expect(none.versions()).rejects.toThrow('No Chromium. Install one.')
})

/** Starts a browser as somebody else would, and says where it listens. */
async function elsewhere(): Promise<{ endpoint: string; child: ChildProcess }> {
  const { path, env } = await findBrowser()
  const profile = await mkdtemp(join(tmpdir(), 'diglot-elsewhere-'))
  const flags = ['--headless', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const child = spawn(path, flags, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  ended.push(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  for await (const line of createInterface(child.stderr)) {
    const endpoint = /listening on (ws:\S+)/.exec(line)?.[1]
    if (endpoint) return { endpoint, child }
  }
  throw new Error('the browser did not start')
}

test('documents go to browsers elsewhere; one that dies is left out, and they live on', async () => {
  const [one, other] = [await elsewhere(), await elsewhere()]
  const refused = 'ws://127.0.0.1:1/devtools/browser/none'
  const list = [one.endpoint, refused, other.endpoint].join(', ')
  const remote = new Presses(sources(LOCAL, { DIGLOT_BROWSER_WS: list }), (message) => notices.push(message))
  expect(await remote.versions()).toHaveLength(1)

  const used = new Set<number>()
  const note = async (browser: Browser) => used.add(await pidOf(browser))
  await Promise.all(['a', 'b', 'c', 'd'].map((document) => remote.use(document, note)))
  expect(used).toEqual(new Set([one.child.pid, other.child.pid]))
  expect(notices).toEqual([expect.stringMatching(/^DIGLOT_BROWSER_WS: ws:.*none does not answer .* It is left out\.$/)])

  expect(await remote.use('a.html', unlucky(1, kill))).toBe(2)
  expect(await remote.use('b.html', add)).toBe(2)
  await remote.close()
  expect([one, other].filter(({ child }) => child.exitCode === null && child.signalCode === null)).toHaveLength(1)
})

test('when the last browser elsewhere is gone, nothing can be printed', async () => {
  const { endpoint } = await elsewhere()
  const remote = new Presses(sources(LOCAL, { DIGLOT_BROWSER_WS: endpoint }), (message) => notices.push(message))
  await expect(remote.use('a.html', unlucky(1, kill))).rejects.toThrow('No browser is left to print on.')
  await remote.close()
})

test('an endpoint that is no address is named', () => {
  expect(() => sources(LOCAL, { DIGLOT_BROWSER_WS: 'localhost' })).toThrow(
    'DIGLOT_BROWSER_WS: “localhost” is not the address of a browser. Write ws://host:port/…',
  )
})
