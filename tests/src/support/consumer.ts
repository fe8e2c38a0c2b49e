import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './dist.ts'
import { environment } from './environment.ts'

const run = promisify(execFile)
const content = join(root, 'packages/content')

/** A folder in which the content package is installed from its tarball, as npm would install it. */
export interface Consumer {
  folder: string
  tarball: string
  /** The files of the tarball, with forward slashes. */
  files: string[]
  /** Runs a program of this Node in the folder, and gives what it prints. It fails as the program does. */
  node(...args: string[]): Promise<string>
  remove(): Promise<void>
}

/** Packs the content package and installs it. What it depends on is linked, so that no registry is needed. */
export async function installContent(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'diglot-consumer-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const tarball = await pack(folder)
    await run('tar', ['-xzf', tarball], { cwd: folder })
    const installed = join(folder, 'node_modules/@diglot/content')
    await mkdir(dirname(installed), { recursive: true })
    await rename(join(folder, 'package'), installed)
    const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
    for (const name of Object.keys(dependencies)) await link(join(content, 'node_modules', name), installed, name)
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
    const entries = await readdir(installed, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(installed.length + 1)
          .replaceAll('\\', '/'),
      )
    return { folder, tarball, files, node, remove }
  } catch (error) {
    await remove()
    throw error
  }

  async function node(...args: string[]): Promise<string> {
    const env = environment({ DIGLOT_DATA: join(content, 'data'), DIGLOT_AUDIENCE: '' })
    return (await run(process.execPath, args, { cwd: folder, env })).stdout
  }
}

/** The pnpm that runs this, or else the one that npx fetches: only pnpm knows catalogs and `publishConfig.exports`. */
async function pack(destination: string): Promise<string> {
  const { npm_execpath: manager = '', DIGLOT_DATA, ...env } = process.env
  const args = ['pack', '--pack-destination', destination]
  const [program, ...before] = manager.includes('pnpm') ? [manager] : ['npx', '-y', 'pnpm@12']
  await run(program as string, [...before, ...args], { cwd: content, env, shell: process.platform === 'win32' })
  const [name = ''] = (await readdir(destination)).filter((file) => file.endsWith('.tgz'))
  return join(destination, name)
}

async function link(target: string, folder: string, name: string) {
  const path = join(folder, 'node_modules', name)
  await mkdir(dirname(path), { recursive: true })
  await symlink(target, path, 'junction')
}
