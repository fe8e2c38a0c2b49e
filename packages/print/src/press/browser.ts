import { delimiter, join } from 'node:path'
import type { Browser as Connection } from 'playwright-core'
import { CAPS, memoryFlags } from './caps.ts'
import { type Browser, pinnedChromium, runnable } from './chromium.ts'
import { GUARD_FLAGS } from './guard.ts'

export type { Browser } from './chromium.ts'

/** What the search for a browser depends on; a test hands in its own. */
export interface Surroundings {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  runnable: (path: string) => Promise<boolean>
  pinned: () => Promise<Browser | undefined>
}

const here: Surroundings = { env: process.env, platform: process.platform, runnable, pinned: () => pinnedChromium() }

/**
 * Finds a Chromium: the one that `DIGLOT_BROWSER` names, else the pinned one from npm where it runs, else an
 * installed Chrome, Chromium or Edge.
 *
 * @throws {Error} that says what to install where there is none.
 * @example
 * const { path } = await findBrowser()
 */
export async function findBrowser(surroundings: Surroundings = here): Promise<Browser> {
  const wanted = surroundings.env.DIGLOT_BROWSER
  if (wanted) {
    if (await surroundings.runnable(wanted)) return { path: wanted }
    throw new Error(`DIGLOT_BROWSER: ${wanted} is not a program. Set it to the path of a Chromium, or unset it.`)
  }
  const pinned = await surroundings.pinned()
  if (pinned) return pinned
  for (const path of installedBrowsers(surroundings)) {
    if (await surroundings.runnable(path)) return { path }
  }
  throw new Error(
    'No Chromium is to be found. Install Google Chrome, Chromium or Microsoft Edge, or set DIGLOT_BROWSER to the path of one.',
  )
}

/**
 * Starts the browser that `findBrowser` finds, without a window. The caller closes it.
 *
 * @param browser another one than `findBrowser` finds.
 * @param maxMemory megabytes that scripts of one document may take; 2,048 when left out.
 * @throws {Error} that says why where it does not start.
 * @example
 * const browser = await launchBrowser()
 * try { await (await browser.newPage()).goto('http://localhost:4321') } finally { await browser.close() }
 */
export async function launchBrowser(browser?: Browser, maxMemory = CAPS.maxMemory): Promise<Connection> {
  const { path, env } = browser ?? (await findBrowser())
  const { chromium } = await import('playwright-core')
  try {
    return await chromium.launch({
      executablePath: path,
      chromiumSandbox: sandboxed(),
      args: ['--font-render-hinting=none', ...GUARD_FLAGS, ...memoryFlags(maxMemory)],
      // The command line ends what it started itself, so that a signal never leaves half a file behind.
      handleSIGINT: false,
      handleSIGTERM: false,
      ...(env ? { env: { ...definedOnly(process.env), ...env } } : {}),
    })
  } catch (error) {
    throw new Error(whyNotStarted(path, String(error)), { cause: error })
  }
}

/** Whether the browser has its own sandbox: Chromium refuses to run with it as root, everybody else keeps it. */
export function sandboxed(): boolean {
  return process.getuid?.() !== 0
}

function whyNotStarted(path: string, log: string): string {
  if (/usable sandbox|user namespace/i.test(log)) {
    return `${path} did not start: this system forbids its sandbox. Allow unprivileged user namespaces, or set DIGLOT_BROWSER to an installed Chrome.`
  }
  const reason =
    /error while loading shared libraries: [^\n]*|\b(ENOSPC|EACCES|EROFS|EMFILE|ENOMEM): [^,\n]*/.exec(log)?.[0] ??
    'it ended at once'
  return `${path} did not start: ${reason}. Start it by hand to see why, or set DIGLOT_BROWSER to another Chromium.`
}

function installedBrowsers({ env, platform }: Surroundings): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(env.HOME ?? '', 'Applications')].map((dir) => `${dir}/${name}.app/Contents/MacOS/${name}`),
    )
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const dirs = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => dirs.map((dir) => join(dir, name)))
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
