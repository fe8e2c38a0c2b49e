import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, type Surroundings } from './browser.ts'
import { pinnedChromium } from './chromium.ts'

/** A machine on which exactly these programs can be run. */
function machine(programs: string[], rest: Partial<Surroundings> = {}): Surroundings {
  return {
    env: { PATH: '/usr/bin' },
    platform: 'linux',
    runnable: async (path) => programs.includes(path),
    pinned: async () => undefined,
    ...rest,
  }
}

const pinned = async () => ({ path: '/cache/chromium' })

test('DIGLOT_BROWSER comes first', async () => {
  const found = await findBrowser(machine(['/my/chrome'], { env: { DIGLOT_BROWSER: '/my/chrome' }, pinned }))
  expect(found.path).toBe('/my/chrome')
})

test('a wrong DIGLOT_BROWSER is an error, not a reason to take another', async () => {
  await expect(findBrowser(machine([], { env: { DIGLOT_BROWSER: '/no' }, pinned }))).rejects.toThrow(
    'DIGLOT_BROWSER: /no is not a program. Set it to the path of a Chromium, or unset it.',
  )
})

test('the pinned one comes before an installed one', async () => {
  expect((await findBrowser(machine([join('/usr/bin', 'google-chrome')], { pinned }))).path).toBe('/cache/chromium')
})

test.each([
  ['linux', join('/usr/bin', 'chromium'), { PATH: '/usr/bin' }],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { HOME: '/Users/a' }],
  [
    'win32',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
  ],
] as const)('an installed one is found on %s', async (platform, path, env) => {
  expect((await findBrowser(machine([path], { platform, env }))).path).toBe(path)
})

test('without any, it says what to install', async () => {
  await expect(findBrowser(machine([]))).rejects.toThrow(
    'Install Google Chrome, Chromium or Microsoft Edge, or set DIGLOT_BROWSER',
  )
})

// The package is built for Linux on x64; elsewhere there is nothing to unpack, which the second line says.
test('the pinned browser brings a font, without which a bare machine has none and Chromium crashes', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'diglot-browser-'))
  try {
    const browser = await pinnedChromium(cache)
    if (process.platform !== 'linux' || process.arch !== 'x64') return expect(browser).toBeUndefined()
    const list = await readFile(browser?.env?.FONTCONFIG_FILE ?? '', 'utf8')
    const folder = /<dir>(.*)<\/dir>/.exec(list)?.[1] ?? ''
    expect((await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ttf'))).not.toEqual([])
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
})
