/** The packages keep apart: facts know no page, the typesetter knows no résumé, and only the site knows both. */
import { dirname, posix } from 'node:path'
import { expect, test } from 'vitest'
import { globals, identifiers, manifest, PACKAGES, type Package, scriptsOf, sources } from './support/modules.ts'

/** Libraries that know HTML, a browser or a document object model. */
const PAGE_LIBRARIES =
  /^(parse5|linkedom|jsdom|happy-dom|cheerio|htmlparser2|playwright(-core)?|puppeteer(-core)?|pagedjs|astro|vite|i18next|lightningcss|hast.*|rehype.*)$/

/** Names that are there only in a browser. */
const PAGE_NAMES = [
  'document',
  'window',
  'navigator',
  'localStorage',
  'HTMLElement',
  'Element',
  'DOMParser',
  'XMLHttpRequest',
]

/** What a résumé is made of. The typesetter prints letters and novels just as well. */
const RESUME_WORDS = /^(r[ée]sum[ée]|cv|experience|highlight|portfolio|headline|employer|skill|career)s?$/i

const MINE: Record<Package, string[]> = {
  'packages/content': [],
  'packages/print': [],
  'apps/site': ['@diglot/content', '@diglot/print'],
  tests: ['@diglot/content', '@diglot/print', '@diglot/site'],
}

/** `@diglot/content/load` → `@diglot/content`. */
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
const isRelative = (name: string) => name.startsWith('.')

test.each(PACKAGES)('%s imports only those of our packages that it may', async (folder) => {
  const { name } = await manifest(folder)
  const wrong = (await sources(folder)).flatMap(({ file, imports }) =>
    imports
      .filter((one) => one.startsWith('@diglot/') && ![name, ...MINE[folder]].includes(packageOf(one)))
      .map((one) => `${file} imports ${one}`),
  )
  expect(wrong).toEqual([])
})

test.each(PACKAGES)('%s depends only on those of our packages that it may', async (folder) => {
  const { dependencies = {}, devDependencies = {} } = await manifest(folder)
  const ours = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((name) =>
    name.startsWith('@diglot/'),
  )
  expect(ours.filter((name) => !MINE[folder].includes(name))).toEqual([])
})

test.each(PACKAGES)('%s reaches into no other package: neither by a path nor past its exports', async (folder) => {
  const entries = new Map(
    await Promise.all(
      PACKAGES.map(async (one) => {
        const { name, exports = {} } = await manifest(one)
        return [name, Object.keys(exports).map((entry) => posix.join(name, entry))] as const
      }),
    ),
  )
  const isEntry = (name: string) =>
    (entries.get(packageOf(name)) ?? []).some((entry) =>
      entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry,
    )
  const wrong = (await sources(folder)).flatMap(({ file, imports }) =>
    imports
      .filter((one) =>
        isRelative(one)
          ? !posix.join(dirname(file), one).startsWith(`${folder}/`)
          : one.startsWith('@diglot/') && !isEntry(one),
      )
      .map((one) => `${file} imports ${one}`),
  )
  expect(wrong).toEqual([])
})

test('the import scanner sees the imports of every kind of file', async () => {
  const site = await sources('apps/site')
  for (const kind of ['.ts', '.astro', '.css']) {
    const imports = site.filter(({ file }) => file.endsWith(kind)).flatMap((source) => source.imports)
    expect(
      imports.some((name) => name.startsWith('@diglot/')),
      kind,
    ).toBe(true)
  }
  // One that stands in a component's <script>, and one that is imported for its types only.
  expect(site.flatMap((source) => source.imports)).toContain('@diglot/print/preview')
})

test('the scanner of names tells a global from a name of one’s own', () => {
  expect(globals('const window = 1; print(window, document.title, page.navigator)')).toEqual([
    'print',
    'document',
    'page',
  ])
})

test('content knows no HTML and no browser', async () => {
  const { dependencies = {} } = await manifest('packages/content')
  const libraries = (await sources('packages/content')).flatMap(({ imports }) =>
    imports.filter((name) => !isRelative(name)).map(packageOf),
  )
  expect([...libraries, ...Object.keys(dependencies)].filter((name) => PAGE_LIBRARIES.test(name))).toEqual([])
  const names = (await sources('packages/content', ['.ts'])).flatMap(({ file, text }) =>
    globals(text)
      .filter((name) => PAGE_NAMES.includes(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(names).toEqual([])
})

test('print knows no résumé', async () => {
  const files = (await sources('packages/print', ['.ts'])).filter(
    ({ file }) => file.startsWith('packages/print/src/') && !file.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(0)
  const named = files.flatMap(({ file, text }) =>
    scriptsOf(file, text)
      .flatMap(identifiers)
      .filter((name) => name.split(/[_$]|(?<=[a-z])(?=[A-Z])/).some((word) => RESUME_WORDS.test(word)))
      .map((name) => `${file}: ${name}`),
  )
  expect(named).toEqual([])
  const classes = (await sources('packages/print', ['.css'])).flatMap(({ file, text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][\w-]*)/g)]
      .filter(([, name = '']) => name.split('-').some((word) => RESUME_WORDS.test(word)))
      .map(([name]) => `${file}: ${name}`),
  )
  expect(classes).toEqual([])
})

test('the site takes every colour from the tokens', async () => {
  const literals = (await sources('apps/site', ['.css', '.astro'])).flatMap(({ file, text }) => {
    const css = file.endsWith('.css')
      ? text
      : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n')
    const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
    return [...plain.matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^)]*\)/gi)].map(
      ([colour]) => `${file}: ${colour}`,
    )
  })
  expect(literals).toEqual([])
})
