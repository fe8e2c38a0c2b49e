import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url))

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-interrupted-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

// Windows has no signals: there the console ends the whole group of processes.
describe.skipIf(process.platform === 'win32')('a run that is interrupted leaves no file and no process behind', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s', async (signal) => {
    const temporary = join(root, 'tmp')
    await mkdir(temporary)
    await writeFile(join(root, 'short.html'), '<!doctype html><title>t</title><p>text')
    await writeFile(join(root, 'endless.html'), '<!doctype html><title>t</title><script>for (;;) {}</script>')
    const jobs = ['short', 'endless'].map((name) => ({ name, source: `${name}.html`, output: `${name}.pdf` }))
    await writeFile(join(root, 'print.json'), JSON.stringify({ jobs }))

    const run = spawn(process.execPath, [CLI, root], { env: { ...process.env, TMPDIR: temporary } })
    const ended = once(run, 'close')
    await once(run.stdout, 'data')
    // The browser leads a process group of its own, and names its profile's folder in its command line.
    const group = processes().find(({ command }) => command.includes(temporary))?.group
    expect(group).toBeDefined()
    run.kill(signal)

    expect(await ended).toEqual([130, null])
    expect(await readdir(temporary)).toEqual([])
    expect(processes().filter((process) => process.group === group)).toEqual([])
    expect((await readdir(root)).sort()).toEqual(['endless.html', 'print.json', 'short.html', 'short.pdf', 'tmp'])
  })
})

/** What runs; a process that has ended and only waits to be counted out does not. */
function processes(): { group: string; command: string }[] {
  const lines = execFileSync('ps', ['-Awwo', 'pgid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, group = '', command = ''] = /^\s*(\d+) [^Z]\S* +(.*)/.exec(line) ?? []
    return command ? { group, command } : []
  })
}
