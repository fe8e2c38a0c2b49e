/** The site builds from other data and for private readers: what the default build does not show. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../support/build.ts'
import { root } from '../support/dist.ts'
import { elements, parseDocument } from '../support/html.ts'
import { bodyText } from '../support/pdf.ts'

const run = promisify(execFile)
const site = join(root, 'apps/site')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-data-sets-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Builds the site into a folder of its own and prints the jobs of `glob`. */
async function build(name: string, env: Record<string, string>, glob?: string): Promise<string> {
  const out = join(folder, name)
  const { code, said } = await buildSite(out, env, glob)
  expect(code, said).toBe(0)
  return out
}

async function textFiles(out: string): Promise<[path: string, text: string][]> {
  const files = await readdir(out, { recursive: true, withFileTypes: true })
  const text = files.filter((file) => file.isFile() && /\.(html|json|xml|md|txt|css|js)$/.test(file.name))
  return Promise.all(
    text.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(out.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')] as [string, string]
    }),
  )
}

test('a profile alone is a site: no section, no link and no print job without facts', async () => {
  const data = join(folder, 'profile-only')
  await mkdir(data)
  const both = (key: string) => `${key}:\n  zh: 工程师\n  en: Engineer\n`
  await writeFile(join(data, 'profile.yaml'), `name: Ada\n${both('headline')}${both('summary')}`)
  const out = await build('dist-profile-only', { DIGLOT_DATA: data })
  expect(JSON.parse(await readFile(join(out, 'print.json'), 'utf8'))).toEqual({ jobs: [] })
  const page = parseDocument(await readFile(join(out, 'en/index.html'), 'utf8'))
  expect(elements(page, 'h2').length).toBe(1)
})

test('a private phone number stands on private paper, and nowhere else', async () => {
  const data = join(folder, 'private')
  await cp(join(root, 'packages/content/data'), data, { recursive: true })
  await writeFile(join(data, 'private.yaml'), 'phone: "+86 139 1234 5678"\n')
  const holds = async (out: string) =>
    (await textFiles(out)).filter(([, text]) => text.includes('1234 5678')).map(([path]) => path.replace(/^\w+\//, ''))

  const forPublic = await build('dist-public', { DIGLOT_DATA: data, DIGLOT_AUDIENCE: 'public' }, 'zh/resume')
  expect(await holds(forPublic)).toEqual([])
  expect(await bodyText(join(forPublic, 'zh/resume.a4.pdf'))).not.toContain('12345678')

  const forFriends = await build('dist-friends', { DIGLOT_DATA: data, DIGLOT_AUDIENCE: 'private' }, 'zh/resume')
  expect(new Set(await holds(forFriends))).toEqual(
    new Set([
      ...['resume', 'portfolio', 'diglot', 'reliability', 'recommendation', 'interview'].map(
        (id) => `print/${id}/index.html`,
      ),
      ...['resume.json', 'resume.md'],
    ]),
  )
  expect((await bodyText(join(forFriends, 'zh/resume.a4.pdf'))).split('+8613912345678')).toHaveLength(2)

  // What was built for friends is what a leak looks like: published, it would be found, and moved out of the way.
  expect(await search(forPublic, data)).toMatch(/Nothing private in .*dist-public: looked for 2 values\./)
  const said = await search(forFriends, data)
  for (const file of ['zh/print/resume/index.html:', 'en/print/interview/index.html:', 'zh/resume.a4.pdf (page 1)']) {
    expect(said).toMatch(new RegExp(`^${file.replace(/[()]/g, '\\$&')}.* This shows phone of private.yaml:1:8.$`, 'm'))
  }
  expect(said).toMatch(/^zh\/print\/interview\/index.html:.* This shows note of projects\/crane\/project.yaml/m)
  expect(said).not.toMatch(/1234|5678/)
  await expect(readdir(forFriends)).rejects.toThrow('ENOENT')
})

/** What the search for private values says of a folder that is about to be published. */
async function search(out: string, data: string): Promise<string> {
  const env = { ...process.env, DIGLOT_DATA: data }
  const found = await run(process.execPath, [join(site, 'src/leaks/cli.ts'), out], { env }).catch((error) => error)
  return `${found.stdout}${found.stderr}`
}
