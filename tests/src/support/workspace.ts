import { cp, mkdir, readdir, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { root } from './dist.ts'

const PACKAGES = ['packages/content', 'apps/site']
const isSource = (path: string) => !/^(?:node_modules|\.astro|\.turbo|dist(?:-.*)?)$/.test(basename(path))

/**
 * Copies the sources of the content package and of the site to where they may be changed. What they depend on they share
 * with the originals, except that the site has the facts from the copy.
 */
export async function copyWorkspace(folder: string): Promise<void> {
  await cp(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  for (const name of PACKAGES) {
    await cp(join(root, name), join(folder, name), { recursive: true, filter: isSource })
    const modules = join(root, name, 'node_modules')
    for (const dependency of await dependenciesIn(modules)) {
      const own = join(folder, name, 'node_modules', dependency)
      await mkdir(dirname(own), { recursive: true })
      const target = dependency === '@diglot/content' ? join(folder, 'packages/content') : join(modules, dependency)
      await symlink(target, own, 'junction')
    }
  }
}

async function dependenciesIn(modules: string): Promise<string[]> {
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'))
  const scoped = names.filter((name) => name.startsWith('@'))
  const inScopes = await Promise.all(
    scoped.map(async (scope) => (await readdir(join(modules, scope))).map((name) => `${scope}/${name}`)),
  )
  return [...names.filter((name) => !scoped.includes(name)), ...inScopes.flat()]
}
