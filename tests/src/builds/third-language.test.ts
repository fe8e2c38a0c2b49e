/**
 * What a third language needs: a line in the list of languages, and then what the compiler, `content check` and the build
 * ask for. All of that is done here by a rule, in a copy of the sources, and nothing else; the result is a site in three languages.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/dist.ts'
import { environment } from '../support/environment.ts'
import { attribute, type Document, elements, languageOf, ownText, parseDocument } from '../support/html.ts'
import { addPseudoTo, type Complaint, compile } from '../support/language-tables.ts'
import { PSEUDO, pseudoWords, writePseudoFacts } from '../support/pseudo-language.ts'
import { runSite } from '../support/site.ts'
import { HAN } from '../support/text.ts'
import { copyWorkspace } from '../support/workspace.ts'

const LANGUAGES = ['zh', 'en', PSEUDO.key]
const TAGS = ['zh-CN', 'en', PSEUDO.tag]

let folder: string
let english: object
let complaints: Complaint[]
let demands: string[]
let out: string
let pages: Map<string, Document>

const inContent = (...path: string[]) => join(folder, 'packages/content', ...path)
const inSite = (...path: string[]) => join(folder, 'apps/site', ...path)
const wordFile = () => inSite(`src/locales/${PSEUDO.key}.json`)

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'diglot-third-language-')))
  out = join(folder, 'dist')
  await copyWorkspace(folder)
  await keepSome()
  const list = inContent('src/locale.ts')
  const { key, ...info } = PSEUDO
  const source = await readFile(list, 'utf8')
  await writeFile(
    list,
    source.replace(/^ {2}en: \{.*\},$/m, (line) => `${line}\n  '${key}': ${JSON.stringify(info)},`),
  )
  demands = [(await run(inContent(), 'src/cli.ts', 'check')).said, (await build()).said]
  complaints = compile(inContent())

  for (const complaint of complaints.filter(({ file }) => !file.endsWith('.gen.ts')))
    addPseudoTo(inContent(), complaint)
  await writePseudoFacts(inContent('data'))
  english = JSON.parse(await readFile(inSite('src/locales/en.json'), 'utf8'))
  await writeFile(wordFile(), JSON.stringify(pseudoWords(english), null, 2))
  for (const word of ['generate', 'confirm']) {
    const { code, said } = await run(inContent(), 'src/cli.ts', word, ...(word === 'confirm' ? ['--all'] : []))
    expect(code, said).toBe(0)
  }
  const { code, said } = await run(inSite(), 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', out)
  expect(code, said).toBe(0)
  const files = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html'))
  pages = new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, Document]> => {
        const source = await readFile(join(out, file), 'utf8')
        return [file.replaceAll('\\', '/').replace(/index\.html$/, ''), parseDocument(source)]
      }),
    ),
  )
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A page of each kind is enough: three projects, one technology, and two editions that print them. */
async function keepSome(): Promise<void> {
  const projects = inContent('data/projects')
  const others = (await readdir(projects)).filter((id) => !['bfs', 'lambda', 'kratos'].includes(id))
  for (const id of others) await rm(join(projects, id), { recursive: true })
  for (const file of await readdir(inContent('data'), { recursive: true })) {
    if (!file.endsWith('.yaml')) continue
    const source = await readFile(inContent('data', file), 'utf8')
    await writeFile(inContent('data', file), source.replace(/(?<=^ *tags: )\[.*\]$/gm, '[go]'))
  }
  const edition = (id: string, more: string) => `${id}:\n  title:\n    zh: 简历\n    en: Résumé\n${more}`
  await writeFile(inContent('data/editions.yaml'), edition('resume', '') + edition('diglot', '  facing: true\n'))
}

function run(cwd: string, program: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const env = environment({ DIGLOT_DATA: inContent('data'), DIGLOT_AUDIENCE: 'public' })
  return new Promise((done) =>
    execFile(process.execPath, [program, ...words], { cwd, env, maxBuffer: 50_000_000 }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    ),
  )
}

/** `pnpm build`, which ends here before the first page: something is missing. */
const build = () => run(inSite(), 'src/build/site.ts', out)

test('the language in the list makes an error of every text that lacks it, with file, line and key', () => {
  for (const said of demands) {
    expect(said).toMatch(/^profile\.yaml:\d+:\d+ headline\.en-xa is missing\. Add the /m)
    expect(said).toMatch(/^projects\/bfs\/project\.yaml:\d+:\d+ highlights\[0\]\.text\.en-xa is missing\. Add the /m)
  }
})

test('the compiler names the tables of words and rules that lack it, and nothing else', () => {
  // What is generated from the facts lacks what they lack.
  const tables = complaints.filter(({ file }) => file !== 'src/data.gen.ts')
  expect(tables.map(({ file, message }) => [file, /^Property '"en-xa"' is missing/.test(message)])).toEqual([
    ['src/exchange/headings.ts', true],
    ['src/format-period.ts', true],
    ['src/parity/numbers.ts', true],
    ['src/schema-values.ts', true],
  ])
})

test('`pnpm build` asks the compiler before it makes a page', async () => {
  const { said } = await run(root, 'scripts/turbo.ts', 'build', '--dry=json')
  const { tasks } = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as {
    tasks: { taskId: string; dependencies: string[] }[]
  }
  const site = tasks.find(({ taskId }) => taskId === '@diglot/site#build')
  expect(site?.dependencies).toContain('@diglot/content#typecheck')
})

test('with all of it there, nothing else has to change', () => {
  expect(compile(inContent())).toEqual([])
})

test('a case study, a text or an interface word that is missing ends a build', async () => {
  const without = async (file: string, change: (source: string) => string) => {
    const source = await readFile(file, 'utf8')
    await writeFile(file, change(source))
    const { code, said } = await build()
    await writeFile(file, source)
    return `${code} ${said}`
  }
  const line = (key: string) => new RegExp(`^ *"?${key}"?: .*\\n`, 'm')
  expect(await without(inContent('data/profile.yaml'), (source) => source.replace(line(PSEUDO.key), ''))).toMatch(
    /^1 profile\.yaml:\d+:\d+ headline\.en-xa is missing\. Add the .* text/,
  )
  expect(await without(wordFile(), (source) => source.replace(line('skip'), ''))).toMatch(
    /^1 apps\/site\/src\/locales\/en-xa\.json:\d+:\d+ nav\.skip is missing\. Add it; in English it is “Skip to content”\./,
  )
  const study = inContent(`data/projects/bfs/${PSEUDO.key}.mdx`)
  const source = await readFile(study, 'utf8')
  await rm(study)
  expect((await build()).said).toMatch(/^projects\/bfs\/en-xa\.mdx:1:1 The case study is missing in this language\./)
  await writeFile(study, source)
})

test('every page is there in three languages, and each leads to the other two', () => {
  const paths = (locale: string) =>
    [...pages.keys()].filter((path) => path.startsWith(`${locale}/`)).map((path) => path.slice(locale.length + 1))
  expect(paths(PSEUDO.key).length).toBeGreaterThan(5)
  for (const locale of LANGUAGES) expect(paths(locale).sort()).toEqual(paths('en').sort())
  const problems = [...pages].flatMap(([path, page]) => {
    const [, locale = '', below = ''] = /^(zh|en-xa|en)\/(.*)$/.exec(path) ?? []
    if (!locale || below.startsWith('print/')) return []
    const hreflang = elements(page, 'link')
      .filter((link) => attribute(link, 'rel') === 'alternate' && attribute(link, 'hreflang'))
      .map((link) => `${attribute(link, 'hreflang')} ${new URL(attribute(link, 'href') ?? '').pathname}`)
    const wanted = LANGUAGES.map((one, index) => `${TAGS[index]} /${one}/${below}`)
    const offered = elements(page, 'nav')
      .filter((nav) => attribute(nav, 'class') === 'languages')
      .flatMap((nav) => elements(nav, 'a').map((link) => attribute(link, 'href')))
    return [
      ...wanted.filter((alternate) => !hreflang.includes(alternate)).map((one) => `${path} lacks hreflang ${one}`),
      ...LANGUAGES.filter((one) => !offered.includes(`/${one}/${below}`)).map((one) => `${path} leads to no ${one}`),
      ...elements(page, 'article')
        .filter((entry) => elements(entry, 'a').filter((link) => attribute(link, 'class') === 'switch').length === 1)
        .map((entry) => `${path} has one switch only at ${attribute(entry, 'id')}`),
    ]
  })
  expect(problems).toEqual([])
})

test('the languages lie in three columns side by side', () => {
  const page = pages.get('diglot/') as Document
  expect(elements(page, 'body').map((body) => attribute(body, 'class'))).toEqual(['columns-3'])
  const rows = elements(page).filter((element) => attribute(element, 'class')?.split(' ').includes('columns'))
  const cells = rows.map((row) =>
    row.childNodes.flatMap((child) => ('attrs' in child ? (attribute(child, 'lang') ?? []) : [])).join(),
  )
  // A name that is the same in all of them is said once.
  expect([...new Set(cells)]).toEqual(['', TAGS.join()])
})

test('no word on a page in the third language is Chinese, or an English one of the interface', () => {
  // A language is called by its own name everywhere.
  const words = new Set(textsIn(english).filter((text) => /[a-z]{3}/i.test(text)))
  const problems = [...pages]
    .filter(([path]) => path.startsWith(`${PSEUDO.key}/`))
    .flatMap(([path, page]) =>
      elements(page)
        .filter((element) => languageOf(element) === PSEUDO.tag)
        .flatMap((element) => [
          ownText(element),
          ...['aria-label', 'alt', 'title'].map((name) => attribute(element, name)),
        ])
        .filter((text) => text !== undefined)
        .filter((text) => words.has(text.trim()) || text.replaceAll(/中文|⟦中/g, '').match(HAN))
        .map((text) => `${path}: ${text.trim().slice(0, 80)}`),
    )
  expect([...new Set(problems)]).toEqual([])
})

test('longer words make no page wider than a phone', async () => {
  const running = await runSite(out)
  try {
    const wide = await running.inTab({ viewport: { width: 320, height: 800 } }, async (tab) => {
      const found: string[] = []
      const own = [...pages.keys()].filter((path) => path.startsWith(`${PSEUDO.key}/`) && !path.includes('/print/'))
      for (const path of ['', 'diglot/', '404.html', ...own]) {
        await tab.goto(running.url + path)
        const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) found.push(`${path} is ${over} px too wide`)
      }
      return found
    })
    expect(wide).toEqual([])
  } finally {
    await running.close()
  }
})

function textsIn(value: object): string[] {
  return Object.values(value).flatMap((child) => (typeof child === 'string' ? [child] : textsIn(child)))
}
