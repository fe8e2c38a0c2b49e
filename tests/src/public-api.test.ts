/** What other programs rely on: the names that the packages export, and facts that run in a browser. */
import { fileURLToPath } from 'node:url'
import { type DeepReadonly, getProject, type Project } from '@diglot/content'
import { launchBrowser } from '@diglot/print'
import { build } from 'esbuild'
import { expect, expectTypeOf, test } from 'vitest'
import { manifest } from './support/modules.ts'

const MOST_EXPORTS = 10

/** Only what is there at run time; a type is no export to be counted. */
const exportsOf = async (entry: string) => Object.keys(await import(entry)).sort()

test('@diglot/content', async () => {
  expect(await exportsOf('@diglot/content')).toMatchInlineSnapshot(`
    [
      "content",
      "getProject",
      "localeInfo",
      "locales",
      "parseInline",
      "parseYearMonth",
      "plainText",
    ]
  `)
})

test('@diglot/content/schema', async () => {
  expect(await exportsOf('@diglot/content/schema')).toMatchInlineSnapshot(`
    [
      "editionsSchema",
      "experienceSchema",
      "privateSchema",
      "profileSchema",
      "projectSchema",
      "sectionNames",
      "tagsSchema",
    ]
  `)
})

test('@diglot/content/load', async () => {
  expect(await exportsOf('@diglot/content/load')).toMatchInlineSnapshot(`
    [
      "ContentError",
      "audience",
      "dataFolder",
      "formatDiagnostic",
      "loadContent",
    ]
  `)
})

test('@diglot/print', async () => {
  expect(await exportsOf('@diglot/print')).toMatchInlineSnapshot(`
    [
      "PrintError",
      "findBrowser",
      "jobListSchema",
      "launchBrowser",
      "marginBoxes",
      "print",
      "readJobs",
      "subsetFonts",
    ]
  `)
})

test('no entry exports more than ten things', async () => {
  const over: string[] = []
  for (const folder of ['packages/content', 'packages/print'] as const) {
    const { name, exports = {} } = await manifest(folder)
    for (const [entry, file] of Object.entries(exports)) {
      // `./preview` runs in a page, not here.
      if (!file.endsWith('.ts') || entry === './preview') continue
      const names = await exportsOf(`${name}${entry.slice(1)}`)
      if (names.length > MOST_EXPORTS) over.push(`${name}${entry.slice(1)}: ${names.join(', ')}`)
    }
  }
  expect(over).toEqual([])
})

test('the facts are bundled for a browser without schemas, parser or file system, and run there', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from '@diglot/content'`, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'facts',
    platform: 'browser',
    metafile: true,
    logLevel: 'silent',
  })
  const inputs = Object.keys(metafile.inputs)
  expect(inputs.filter((path) => /\/node_modules\/(zod|yaml)\//.test(path))).toEqual([])
  const source = outputFiles[0]?.text ?? ''
  expect(source).not.toMatch(/["']node:/)

  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: source })
    expect(await page.evaluate(`facts.getProject('bfs').name`)).toEqual(getProject('bfs').name)
    expect(await page.evaluate(`Object.isFrozen(facts.content.projects)`)).toBe(true)
    expect(await page.evaluate(`facts.plainText('a *b* \`c\`')`)).toBe('a b c')
  } finally {
    await browser.close()
  }
})

test('an id that does not exist does not compile, nor does a change of the facts', () => {
  expectTypeOf(getProject('bfs')).toEqualTypeOf<DeepReadonly<Project>>()
  // @ts-expect-error There is no project "bsf".
  expect(getProject('bsf')).toBeUndefined()
  expect(() => {
    // @ts-expect-error Facts are read-only.
    getProject('bfs').order = 1
  }).toThrow(TypeError)
})
