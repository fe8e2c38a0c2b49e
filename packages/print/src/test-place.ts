import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './press/browser.ts'
import { type FolderServer, serveFolder } from './press/server.ts'

/** Where the tests of a file print: a folder of their own, served, and a browser. There from the first test to the last. */
export interface TestPlace {
  dir: string
  browser: Browser
  server: FolderServer
}

export function testPlace(): TestPlace {
  const place = {} as TestPlace
  beforeAll(async () => {
    place.dir = await mkdtemp(join(tmpdir(), 'diglot-test-'))
    place.browser = await launchBrowser()
    place.server = await serveFolder(place.dir)
  })
  afterAll(async () => {
    await place.browser?.close()
    await place.server?.close()
    await rm(place.dir, { recursive: true, force: true })
  })
  return place
}
