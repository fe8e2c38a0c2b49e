/** The recipes in `docs/deploy.md` are about this site: its commands, its variables, its folder, its headers. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDist, root } from './support/dist.ts'

interface Step {
  id?: string
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, string>
}
interface Workflow {
  permissions: Record<string, string>
  jobs: Record<string, { needs?: string; permissions: Record<string, string>; steps: Step[] }>
}

const read = (path: string) => readFile(join(root, path), 'utf8')
const source = await read('.github/workflows/pages.yml')
const { permissions, jobs } = parse(source) as Workflow
const steps = Object.values(jobs).flatMap((job) => job.steps)

test('the workflow for GitHub Pages runs commands that there are, and publishes the folder that they fill', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
  const commands = steps.flatMap(({ run }) => run?.match(/pnpm@12 (\S+)/)?.[1] ?? [])
  expect(commands).toEqual(['build'])
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commands))
  expect(steps.find(({ uses }) => uses?.includes('upload-pages-artifact'))?.with).toEqual({ path: 'apps/site/dist' })
})

test('the list of editions, those too that no page leads to, stays at home', async () => {
  const upload = steps.findIndex(({ uses }) => uses?.includes('upload-pages-artifact'))
  expect(steps.slice(0, upload).map(({ run }) => run)).toContain('rm apps/site/dist/print.json')
  const caddy = await read('docs/deploy/Caddyfile')
  const [, unserved = ''] = /@unserved path (.+)[\s\S]*error @unserved 404/.exec(caddy) ?? []
  expect(unserved.split(' ')).toContain('{$DIGLOT_BASE}/print.json')
  const [sync = ''] = (await read('docs/deploy.md')).match(/^rsync .*$/m) ?? []
  expect(sync.split(' ')).toEqual(expect.arrayContaining(['--exclude=/print.json', '--delete-excluded']))
})

test('address and path of the site are those of Pages', async () => {
  const env = steps.find(({ run }) => run?.includes('pnpm'))?.env
  const output = (name: string) => `\${{ steps.pages.outputs.${name} }}`
  expect(env).toEqual({ DIGLOT_SITE: output('origin'), DIGLOT_BASE: output('base_path') })
  expect(steps.find(({ id }) => id === 'pages')?.uses).toContain('actions/configure-pages@')
  const readme = await read('README.md')
  expect(Object.keys(env ?? {}).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})

test('nobody can change what the actions do, and they may do no more than they must', () => {
  const uses = [...source.matchAll(/uses: (.+)/g)].map(([, action]) => action)
  expect(uses.length).toBe(4)
  expect(uses.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([])
  expect(permissions).toEqual({ contents: 'read' })
  expect(
    Object.entries(jobs).filter(([, job]) => 'contents' in job.permissions && job.permissions.contents !== 'read'),
  ).toEqual([])
  expect(jobs.build?.permissions).not.toHaveProperty('id-token')
})

test('Caddy sends what _headers says', async () => {
  const caddy = await read('docs/deploy/Caddyfile')
  const sent = new Set(
    [...caddy.matchAll(/^\s*(?:header (?:@\w+ )?)?([\w-]+) "([^"]*)"$/gm)].map(
      ([, name, value]) => `${name}: ${value}`,
    ),
  )
  const rules = (await readDist('_headers')).split(/\n(?=\/)/)
  // Policies of single pages are in the pages, too.
  const wanted = rules
    .filter((rule) => /^\/(\*|_astro\/\*|fonts\/\*)\n/.test(rule))
    .flatMap((rule) => rule.trim().split('\n').slice(1))
    .map((line) => line.trim())
  expect(wanted.length).toBeGreaterThan(4)
  expect(wanted.filter((header) => !sent.has(header))).toEqual([])
})
