/** What other programs rely on: the names that the packages export, and facts that nobody can change. */
import { type DeepReadonly, getProject, type Project } from '@diglot/content'
import { expect, expectTypeOf, test } from 'vitest'
import { manifest } from './support/modules.ts'

const MOST_EXPORTS = 10

/** Only what is there at run time; a type is no export to be counted. */
const exportsOf = async (entry: string) => Object.keys(await import(entry)).sort()

test('@diglot/content', async () => {
  expect(await exportsOf('@diglot/content')).toMatchInlineSnapshot(`
    [
      "compose",
      "content",
      "deepFreeze",
      "getProject",
      "localeInfo",
      "locales",
      "parseInline",
      "parseYearMonth",
      "plainText",
      "select",
    ]
  `)
})

test('@diglot/content/schema', async () => {
  expect(await exportsOf('@diglot/content/schema')).toMatchInlineSnapshot(`
    [
      "backgroundSchema",
      "editionsSchema",
      "experienceSchema",
      "glossarySchema",
      "privateSchema",
      "profileSchema",
      "projectSchema",
      "sectionNames",
      "tagsSchema",
    ]
  `)
})

test('@diglot/content/json-resume', async () => {
  expect(await exportsOf('@diglot/content/json-resume')).toMatchInlineSnapshot(`
    [
      "fromJsonResume",
      "toJsonResume",
    ]
  `)
})

test('@diglot/content/export', async () => {
  expect(await exportsOf('@diglot/content/export')).toMatchInlineSnapshot(`
    [
      "formatPeriod",
      "toDocx",
      "toJsonLd",
      "toMarkdown",
      "toText",
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
      "privateValues",
    ]
  `)
})

test('@diglot/content/astro', async () => {
  expect(await exportsOf('@diglot/content/astro')).toMatchInlineSnapshot(`
    [
      "facts",
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
      "readWritten",
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

test('an id that does not exist does not compile, nor does a change of the facts', () => {
  expectTypeOf(getProject('bfs')).toExtend<DeepReadonly<Project>>()
  expectTypeOf(getProject('bfs').id).toEqualTypeOf<'bfs'>()
  // @ts-expect-error There is no project "bsf".
  expect(getProject('bsf')).toBeUndefined()
  expect(() => {
    // @ts-expect-error Facts are read-only.
    getProject('bfs').order = 1
  }).toThrow(TypeError)
})
