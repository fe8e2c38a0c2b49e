/** The facts in somebody else's Astro site: typed, checked when it is built, and live while it is written. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Consumer, installContent } from './support/consumer.ts'
import { root } from './support/dist.ts'
import { environment } from './support/environment.ts'

const require = createRequire(import.meta.url)
const astro = dirname(require.resolve('astro/package.json'))
const program = join(astro, 'bin/astro.mjs')
const readme = await readFile(join(root, 'packages/content/README.md'), 'utf8')
const [, config = ''] = /^```ts\n(\/\/ src\/content\.config\.ts\n[\s\S]*?)^```$/m.exec(readme) ?? []

const page = `---
import { getCollection, getEntry } from 'astro:content'
const profile = await getEntry('profile', 'profile')
const projects = (await getCollection('projects')).sort((a, b) => a.data.position - b.data.position)
---
<h1>{profile?.data.headline.zh}</h1>
<ol>{projects.map(({ id, data }) => <li id={id}>{data.name.en}</li>)}</ol>
`

const typing = `
import type { CollectionEntry } from 'astro:content'

export const nameOf = ({ data }: CollectionEntry<'projects'>): string => data.name.zh
// @ts-expect-error There is no such field.
export const titleOf = ({ data }: CollectionEntry<'projects'>) => data.title
// @ts-expect-error Nor such a language.
export const frenchOf = ({ data }: CollectionEntry<'profile'>) => data.name.fr
`

/** What is said of a project whose kind is a job. */
function mistake(source: string): string {
  const line = source.slice(0, source.indexOf('\nkind: ') + 1).split('\n').length
  return `projects/bfs/project.yaml:${line}:7 kind is "job".`
}

let site: Consumer
let projectFile: string

beforeAll(async () => {
  site = await installContent()
  const { folder } = site
  await symlink(astro, join(folder, 'node_modules/astro'), 'junction')
  await cp(join(root, 'packages/content/data'), join(folder, 'me'), { recursive: true })
  projectFile = join(folder, 'me/projects/bfs/project.yaml')
  await mkdir(join(folder, 'src/pages'), { recursive: true })
  await writeFile(join(folder, 'src/content.config.ts'), config)
  await writeFile(join(folder, 'src/typing.ts'), typing)
  await writeFile(join(folder, 'src/pages/index.astro'), page)
  await writeFile(
    join(folder, 'tsconfig.json'),
    '{ "extends": "astro/tsconfigs/strict", "include": [".astro/types.d.ts", "src"] }',
  )
})
afterAll(() => site?.remove())

test('the site is built with the facts in their order, and their types are known', async () => {
  await site.node(program, 'build')
  const html = await readFile(join(site.folder, 'dist/index.html'), 'utf8')
  expect(html).toContain('<h1>云原生开发工程师</h1>')
  expect([...html.matchAll(/<li id="([^"]+)">/g)].map(([, id]) => id).slice(0, 3)).toEqual([
    'lambda',
    'dataai',
    'parameter-server',
  ])
  await expect(site.node(require.resolve('typescript/lib/tsc.js'), '-p', '.')).resolves.toBe('')
})

test('a mistake ends the build with its file, its line and no stack', async () => {
  const good = await readFile(projectFile, 'utf8')
  await writeFile(projectFile, good.replace('kind: work', 'kind: job'))
  const failure = await site.node(program, 'build').catch((error: { stdout: string; stderr: string }) => error)
  await writeFile(projectFile, good)
  expect(failure).toMatchObject({ code: 1 })
  const { stdout, stderr } = failure as { stdout: string; stderr: string }
  expect(stdout + stderr).toContain(mistake(good))
  expect(stdout + stderr).not.toMatch(/^\s+at /m)
})

test('while the site is written, a saved fact is on the page, and a mistake is in the log', async () => {
  const server = spawn(process.execPath, [program, 'dev', '--port', '0', '--host', '127.0.0.1'], {
    cwd: site.folder,
    env: environment({ DIGLOT_AUDIENCE: '' }),
  })
  let log = ''
  const listen = (chunk: Buffer) => {
    log += chunk
  }
  server.stdout.on('data', listen)
  server.stderr.on('data', listen)
  const soon = { timeout: 60_000, interval: 50 }
  const gone = once(server, 'exit')
  try {
    await expect.poll(() => log, soon).toContain('watching for file changes')
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(log)?.[0] ?? ''
    const page = async () => (await fetch(address)).text()
    expect(await page()).toContain('>bfs General-Purpose Storage<')

    const good = await readFile(projectFile, 'utf8')
    await writeFile(projectFile, good.replace('en: bfs General-Purpose Storage', 'en: bfs, edited'))
    await expect.poll(page, soon).toContain('>bfs, edited<')

    await writeFile(projectFile, good.replace('kind: work', 'kind: job'))
    await expect.poll(() => log, soon).toContain(mistake(good))
    expect(await page()).toContain('>bfs, edited<')

    await writeFile(projectFile, good)
    await expect.poll(page, soon).toContain('>bfs General-Purpose Storage<')
  } finally {
    server.kill()
    await gone
  }
})
