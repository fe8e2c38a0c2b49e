/** What goes wrong around documents, done for real: each ends in bounded time, with a sentence, and without harm to others. */
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findBrowser } from './press/browser.ts'
import { type PrintEvent, print } from './print.ts'
import { readJobs } from './read-jobs.ts'

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url))

/** A font cut to a thousand characters needs some room: those of the GB 2312 table that are used most. */
const COMMON = Uint8Array.from({ length: 2 * 900 }, (_, n) =>
  n % 2 ? 0xa1 + (((n - 1) / 2) % 90) : 0xb0 + Math.floor(n / 180),
)

let root: string
let dir: string
let out: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-faults-'))
  dir = join(root, 'in')
  out = join(root, 'out')
  await mkdir(dir)
  await mkdir(out)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

/** Writes documents and the list of them. */
async function documents(bodies: Record<string, string>) {
  const names = Object.keys(bodies)
  for (const name of names)
    await writeFile(join(dir, `${name}.html`), `<!doctype html><title>${name}</title>${bodies[name]}`)
  const jobs = names.map((name) => ({ name, source: `${name}.html`, output: `${name}.pdf` }))
  await writeFile(join(dir, 'print.json'), JSON.stringify({ jobs }))
  return readJobs(dir)
}

/** Runs a shell script with the command line program as `$@`. */
function shell(
  script: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const args = ['-c', script, 'sh', process.execPath, CLI, dir, '--out', out]
  return new Promise((resolve) => {
    const child = execFile('sh', args, { env: { ...process.env, ...env } }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
}

/** Whether this system lets a process have a view of its own of disks and networks. */
function canUnshare(): boolean {
  try {
    execFileSync('unshare', ['-rmn', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.runIf(canUnshare())('on a system of its own', () => {
  const apart = (script: string) => shell(`exec unshare -rmn sh -c '${script}' sh "$@"`)
  // A network of its own has its loopback interface down.
  const up = 'ip link set lo up'
  const disk = (size: string) => `mount -t tmpfs -o size=${size} none "${out}"`
  const report = '"$@"; code=$?; ls -A "$5"; exit $code'

  test('a full disk: what fits is written, the rest named, and nothing half written stays', async () => {
    await documents({
      small: '<p>a',
      large: `<p>${new TextDecoder('gb2312').decode(COMMON)}`,
    })
    const { code, stdout, stderr } = await apart(`${up}; ${disk('48k')}; ${report}`)
    expect(stderr).toContain(
      'large.html: large.pdf cannot be written (ENOSPC). Make room for it, or close the program that has it open.\n' +
        '1 of 2 PDFs could not be printed.\n',
    )
    expect(stdout.split('\n').slice(1)).toEqual(['small.pdf', ''])
    expect(code).toBe(1)
  })

  test('a full temporary folder: the browser says why it does not start', async () => {
    await documents({ a: '<p>a' })
    const { code, stderr } = await apart(
      `${up}; mount -t tmpfs -o nr_inodes=1 none "${out}"; TMPDIR="${out}" "$1" "$2" "$3"`,
    )
    expect(stderr).toMatch(/^\S+ did not start: ENOSPC: no space left on device\. .*\n$/)
    expect(code).toBe(1)
  })

  test('a folder that is read-only', async () => {
    await documents({ a: '<p>a' })
    const { code, stderr } = await apart(`${up}; ${disk('1m')}; mount -o remount,ro "${out}"; "$@"`)
    expect(stderr).toBe(`${out} cannot be written to (EROFS). Allow it, or name another folder to write to.\n`)
    expect(code).toBe(1)
  })

  test('a server that the browser cannot reach', async () => {
    await documents({ a: '<p>a' })
    const { code, stderr } = await apart('exec "$@"')
    expect(stderr).toMatch(
      /a\.html: the browser does not reach http:\/\/127\.0\.0\.1:\d+ \(net::\w+\)\. Check the loopback/,
    )
    expect(code).toBe(1)
  })
})

test('no browser', async () => {
  await documents({ a: '<p>a', b: '<p>b' })
  const { code, stdout, stderr } = await shell('exec "$@"', { DIGLOT_BROWSER: '/no/browser' })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe('DIGLOT_BROWSER: /no/browser is not a program. Set it to the path of a Chromium, or unset it.\n')
})

test.runIf(process.platform !== 'win32')(
  'a browser that dies and does not start again, beside a document from the store',
  async () => {
    const jobs = await documents({ changed: '<p>a', kept: '<p>b' })
    const program = join(root, 'browser')
    const { path } = await findBrowser()
    await writeFile(
      program,
      `#!/bin/sh\n[ -e "${root}/broken" ] && exit 1\necho $$ > "${root}/pid"\nexec "${path}" "$@"\n`,
      { mode: 0o755 },
    )
    vi.stubEnv('DIGLOT_BROWSER', program)
    vi.stubEnv('DIGLOT_CACHE_DIR', join(root, 'cache'))
    vi.stubEnv('SOURCE_DATE_EPOCH', '1000000000')
    await print(jobs, { dir, out })
    await writeFile(join(dir, 'changed.html'), '<!doctype html><title>changed</title><p>c')
    const told: PrintEvent[] = []
    const onProgress = (event: PrintEvent) => {
      if (event.type === 'done' || event.type === 'failed') told.push(event)
      if (event.type !== 'start' || event.index > 0) return
      writeFileSync(join(root, 'broken'), '')
      process.kill(Number(readFileSync(join(root, 'pid'), 'utf8')), 'SIGKILL')
    }
    await expect(print(jobs, { dir, out, onProgress, concurrency: 2 })).rejects.toThrow(/did not start/)
    expect(told).toMatchObject([{ type: 'done', index: 1, file: { job: 'kept', stored: true } }])
  },
)

test('a document that is gone when its turn comes, beside one that is there', async () => {
  const jobs = await documents({ gone: '<p>a', there: '<p>b' })
  await unlink(join(dir, 'gone.html'))
  await expect(print(jobs, { dir, out })).rejects.toThrow(/^gone\.html: \/gone\.html is missing \(404\)\. [^\n]*$/)
  expect(await readdir(out)).toEqual(['there.pdf'])
})

test.runIf(process.getuid?.())('a document that may not be read', async () => {
  const jobs = await documents({ locked: '<p>a', open: '<p>b' })
  await chmod(join(dir, 'locked.html'), 0)
  await expect(print(jobs, { dir, out })).rejects.toThrow('locked.html: /locked.html may not be read.')
  expect(await readdir(out)).toEqual(['open.pdf'])
})

test.runIf(process.platform === 'linux')('a browser that is killed in the middle of its documents', async () => {
  const temporary = join(root, 'tmp')
  await mkdir(temporary)
  vi.stubEnv('TMPDIR', temporary)
  const jobs = await documents(
    Object.fromEntries(['a', 'b', 'c'].map((name) => [name, `<p>${name} text</p>`.repeat(300)])),
  )
  const notices: string[] = []
  let killed: Promise<void> | undefined
  const onProgress = (event: PrintEvent) => {
    if (event.type === 'notice') notices.push(event.message)
    // Its profile's folder names it; a renderer of its is there as soon as it has a page.
    if (event.type === 'start')
      killed ??= vi.waitFor(() => process.kill(-groupOf(temporary), 'SIGKILL'), 30_000).then(() => undefined)
  }
  const files = await print(jobs, { dir, out, onProgress })
  await killed
  expect(files.map(({ job }) => job)).toEqual(['a', 'b', 'c'])
  expect(notices.length).toBeGreaterThan(0)
  expect((await readdir(out)).sort()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
})

/** The process group of the browser that has a page and its profile in a folder. */
function groupOf(folder: string): number {
  const lines = execFileSync('ps', ['-Awwo', 'pgid=,args='], { encoding: 'utf8' }).split('\n')
  const group = (text: string) => Number(/^\s*(\d+)/.exec(text)?.[1])
  const main = lines.find((line) => line.includes(folder) && !line.includes('--type='))
  const page = lines.find((line) => line.includes('--type=renderer') && main && group(line) === group(main))
  if (!page) throw new Error('it has no page yet')
  return group(page)
}
