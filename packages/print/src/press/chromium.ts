import { execFile } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { lock } from 'proper-lockfile'

const run = promisify(execFile)

/** A browser that can be started: its program and the environment it needs on top of ours. */
export interface Browser {
  path: string
  /** Which one it is, where that is known without starting it. */
  version?: string
  env?: Record<string, string>
}

/**
 * The Chromium that npm delivers, unpacked, or `undefined` where it does not run (it is built for Linux on x64).
 *
 * The package would unpack into the shared temporary folder and take whatever lies there. This unpacks once into a
 * private folder named after the version, under a lock, and moves it into place when it is whole.
 *
 * @param cacheDir where to keep it; a folder of the user's own cache when left out.
 */
export async function pinnedChromium(cacheDir?: string): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const root = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const store = cacheDir ?? (await privateFolder())
  const home = join(store, `chromium-${version}`)
  if (!(await isWhole(home))) await unpack(root, store, home)

  const path = join(home, 'chromium')
  const fonts = process.env.FONTCONFIG_FILE ?? join(home, FONT_LIST)
  const libraries = (await lacksLibraries(path)) ? { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } : {}
  return { path, version, env: { FONTCONFIG_FILE: fonts, ...libraries } }
}

/** Written last, so that a folder without it is not whole. */
const FONT_LIST = 'fonts.conf'

/** The machine's fonts and one more: on a machine without any, as a bare container is, Chromium crashes at the first text. */
const fontList = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`

function isWhole(home: string): Promise<boolean> {
  return stat(join(home, FONT_LIST)).then(
    () => true,
    () => false,
  )
}

async function unpack(root: string, store: string, home: string): Promise<void> {
  const release = await lock(home, {
    realpath: false,
    stale: 30_000,
    retries: { retries: 120, minTimeout: 250, maxTimeout: 500, factor: 1 },
  })
  try {
    if (await isWhole(home)) return
    const staging = await mkdtemp(join(store, 'unpacking-'))
    try {
      // In a process of its own, because the package asks the process for its temporary folder.
      const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => join(root, 'bin', name))
      const script = `import { inflate } from ${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))}
        await Promise.all(${JSON.stringify(files)}.map(inflate))`
      await run(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TMPDIR: staging },
      })
      await writeFile(join(staging, FONT_LIST), fontList(home))
      await rm(home, { recursive: true, force: true })
      await rename(staging, home)
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  } finally {
    await release()
  }
}

/** A folder that only this user can write: below the user's cache, or else below the temporary folder. */
export async function privateFolder(): Promise<string> {
  // Not userInfo(), which fails for a user without a name, as containers have.
  const uid = process.getuid?.()
  const places = [
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'diglot'),
    join(tmpdir(), `diglot-${uid}`),
  ]
  for (const place of places) {
    try {
      await mkdir(place, { recursive: true, mode: 0o700 })
      await access(place, constants.W_OK)
      if ((await stat(place)).uid === uid) return place
    } catch {}
  }
  throw new Error(
    `No folder for the browser: ${places.join(' and ')} cannot be written. Set XDG_CACHE_HOME or DIGLOT_BROWSER.`,
  )
}

/** Whether the machine lacks a shared library that the browser wants, as a bare container lacks NSS; taken for granted without `ldd`. */
async function lacksLibraries(path: string): Promise<boolean> {
  const { stdout } = await run('ldd', [path]).catch(() => ({ stdout: 'not found' }))
  return stdout.includes('not found')
}

/** Whether a program lies at the path and may be run. */
export async function runnable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
