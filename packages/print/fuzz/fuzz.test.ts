import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper } from '../src/jobs.ts'
import { launchBrowser } from '../src/press/browser.ts'
import { type FolderServer, serveFolder } from '../src/press/server.ts'
import { ADVERSARIAL } from './adversarial.ts'
import { fixtures } from './fixtures.ts'
import { judge } from './judge.ts'
import { mixed } from './mixed.ts'
import { Press } from './press.ts'

let dir: string
let browser: Browser
let server: FolderServer
let press: Press

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-fuzz-'))
  browser = await launchBrowser()
  server = await serveFolder(dir)
  press = await Press.open(browser, server, dir)
})

afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(dir, { recursive: true, force: true })
})

test.each(await fixtures())('whole, in the PDF too: %s', async (_, html) => {
  expect(await judge(await press.set(html, 'a4', true, 60_000))).toEqual([])
})

/** Of these all but the first two once were not whole. */
const seeds: [seed: number, paper: Paper][] = [
  ...[2, 8, 3, 4, 12, 14, 16, 17, 19, 20, 29, 31, 43, 46, 47, 50].map((seed) => [seed, 'a4'] as [number, Paper]),
  [77, 'letter'],
]

test.each(seeds)('whole: seed %i on %s', async (seed, paper) => {
  expect(await judge(await press.set(mixed(seed), paper, false, 60_000))).toEqual([])
})

test('a picture higher than the page is set smaller', async () => {
  const html = ADVERSARIAL.get('an image taller than the page') ?? ''
  expect(await judge(await press.set(html, 'a4', true, 60_000))).toEqual([])
})

test('a line that is clipped, lost or doubled is noticed', async () => {
  const html = mixed(2)
  const { source, sheets, complaints } = await press.set(html, 'a4', false, 60_000)
  const damaged = sheets.map((sheet) => ({ ...sheet, text: sheet.text.replace(/[.。]/, '') }))
  expect(await judge({ source, sheets: damaged, complaints })).not.toEqual([])
  expect(await judge({ source, sheets: [...sheets, ...sheets.slice(-1)], complaints })).not.toEqual([])
  expect(await judge({ source, sheets: sheets.slice(1), complaints })).not.toEqual([])
  const clipping = html.replace('<main>', '<main><div style="height: 1em; overflow: hidden"><p>one</p><p>two</p></div>')
  expect(await judge(await press.set(clipping, 'a4', false, 60_000))).not.toEqual([])
})
