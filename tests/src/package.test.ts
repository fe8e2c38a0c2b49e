/** The content package as npm users get it: packed, installed in a folder of its own, compiled, bundled and run there. */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { getProject } from '@diglot/content'
import { privateValues } from '@diglot/content/load'
import { launchBrowser } from '@diglot/print'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Consumer, installContent } from './support/consumer.ts'
import { root } from './support/dist.ts'

const require = createRequire(import.meta.url)
const readme = await readFile(join(root, 'packages/content/README.md'), 'utf8')
/** The examples of the README that run anywhere; those for Astro are built by `astro-loader.test.ts`. */
const examples = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)]
  .map(([, source = '']) => source)
  .filter((source) => !source.includes('astro:content'))

/** What must not compile, and does not: `@ts-expect-error` is an error where there is none below it. */
const typing = `
import { content, getProject, localeInfo, locales } from '@diglot/content'
import { content as own, type Ids } from './own.ts'

export const projects: Ids['project'][] = ['bfs', own.projects[0]?.id ?? 'lambda']
// @ts-expect-error There is no project "bsf".
getProject('bsf')
// @ts-expect-error There is no role "engineer".
own.roles.some(({ id }) => id === 'engineer')
// @ts-expect-error There is no tag "golang".
content.tags.some(({ id }) => id === 'golang')
// @ts-expect-error There is no edition "cv".
content.editions.some(({ id }) => id === 'cv')
// @ts-expect-error Facts are read-only.
getProject('bfs').highlights[0]!.text.en = ''
// @ts-expect-error So are lists of them.
own.projects.push(getProject('bfs'))
// @ts-expect-error And so are the languages.
locales.push('zh')
// @ts-expect-error With all that is said of them.
localeInfo.zh.tag = 'zh-TW'
`

let consumer: Consumer

beforeAll(async () => {
  consumer = await installContent()
  for (const [index, source] of examples.entries())
    await writeFile(join(consumer.folder, `example-${index}.ts`), source)
  await writeFile(join(consumer.folder, 'typing.ts'), typing)
  await consumer.node('node_modules/@diglot/content/dist/cli.js', 'generate', '--out', 'own.ts')
})
afterAll(() => consumer?.remove())

test('publint finds nothing', async () => {
  const tarball = await readFile(consumer.tarball)
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer as ArrayBuffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('“Are the types wrong?” finds nothing', async () => {
  // For ES modules: Node can `require` one since before 22.18, the oldest that is served here.
  const program = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js')
  await expect(consumer.node(program, consumer.tarball, '--profile', 'esm-only')).resolves.toContain('🟢')
})

test('the tarball holds programs, their types, a data set to start from and the licence, and nothing that is the owner’s alone', async () => {
  const { files, folder } = consumer
  const expected =
    /^(dist\/[\w/.-]+\.(js|d\.ts)|schema\.json|schema\/\w+\.json|starter\/[\w/.-]+|LICENSE|README\.md|package\.json)$/
  expect(files).toContain('LICENSE')
  expect(files.filter((file) => !expected.test(file) || /test/.test(file))).toEqual([])

  const secrets = await privateValues(join(root, 'packages/content/data'))
  expect(secrets.count).toBeGreaterThan(0)
  for (const file of files) {
    const text = await readFile(join(folder, 'node_modules/@diglot/content', file), 'utf8')
    expect([...secrets.shownIn(text)].map(({ name }) => `${file} shows ${name}`)).toEqual([])
  }
})

test.each([
  ['typescript', 'nodenext'],
  ['typescript', 'bundler'],
  ['typescript-5.9', 'nodenext'],
  ['typescript-5.9', 'bundler'],
])('the examples of the README compile, and mistakes do not, with %s under %s', async (compiler, resolution) => {
  const module = resolution === 'nodenext' ? 'nodenext' : 'esnext'
  const options = { module, moduleResolution: resolution, target: 'es2023', lib: ['es2023', 'dom'], types: [] }
  const checks = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipDefaultLibCheck: true,
  }
  const config = `tsconfig.${compiler}-${resolution}.json`
  const compilerOptions = { ...options, ...checks, allowImportingTsExtensions: true }
  await writeFile(join(consumer.folder, config), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  await expect(consumer.node(require.resolve(`${compiler}/lib/tsc.js`), '-p', config)).resolves.toBe('')
})

test('the examples of the README run', async () => {
  for (const index of examples.keys()) await consumer.node(`example-${index}.ts`)
})

test('what the workspace exports, the tarball does', async () => {
  const { exports, publishConfig } = JSON.parse(await readFile(join(root, 'packages/content/package.json'), 'utf8'))
  expect(Object.keys(publishConfig.exports)).toEqual([...Object.keys(exports), './package.json'])
})

test('every export is in an example of the README', async () => {
  const { exports } = JSON.parse(await readFile(join(root, 'packages/content/package.json'), 'utf8'))
  const missing: string[] = []
  for (const entry of Object.keys(exports).filter((path) => !path.endsWith('.json'))) {
    const name = `@diglot/content${entry.slice(1)}`
    for (const one of Object.keys(await import(name))) {
      const shown = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].some(
        ([, source = '']) => source.includes(`'${name}'`) && new RegExp(`\\b${one}\\b`).test(source),
      )
      if (!shown) missing.push(`${one} of ${name}`)
    }
  }
  expect(missing).toEqual([])
})

test('a bundle that uses only the facts holds no schema, no parser and no Node module, and is small', async () => {
  const { code, modules } = await bundle("import { content } from '@diglot/content'; console.log(content)")
  expect(Object.keys(modules).filter((id) => !id.startsWith(consumer.folder))).toEqual([])
  expect(code).not.toMatch(/["'`]node:|__vite-browser-external/)
  expect(gzipSync(code).length).toBeLessThan(60_000)
})

test('all of the main entry runs in a browser', async () => {
  const { code } = await bundle("import * as facts from '@diglot/content'; globalThis.facts = facts")
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: code, type: 'module' })
    expect(await page.evaluate(`facts.getProject('bfs').name`)).toEqual(getProject('bfs').name)
    expect(await page.evaluate(`Object.isFrozen(facts.content.projects[0].tags)`)).toBe(true)
    expect(await page.evaluate(`facts.plainText('a *b* \`c\`')`)).toBe('a b c')
  } finally {
    await browser.close()
  }
})

/** What Vite makes of a module for the web. */
async function bundle(source: string): Promise<Rolldown.OutputChunk> {
  const entry = join(consumer.folder, 'browser.js')
  await writeFile(entry, source)
  const output = { write: false, rolldownOptions: { input: entry } }
  const result = await build({ root: consumer.folder, configFile: false, logLevel: 'silent', build: output })
  const [chunk] = 'output' in result ? result.output : []
  if (chunk?.type !== 'chunk') throw new Error('Vite made no bundle.')
  return chunk
}
