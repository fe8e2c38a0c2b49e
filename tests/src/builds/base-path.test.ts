/** A site that stands below a path: whatever any of its files refers to stands there too, and is there. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../support/build.ts'
import { attribute, elements, parseDocument } from '../support/html.ts'
import { bodyText } from '../support/pdf.ts'
import { runSite } from '../support/site.ts'

const SITE = 'https://example.org'
const BASE = '/some/path/'
/** Attributes that lead somewhere. */
const ADDRESSES = ['href', 'src', 'xlink:href', 'poster', 'action', 'data-fonts', 'data-facing']

let folder: string
let out: string
let files: Set<string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-base-path-'))
  out = join(folder, 'dist')
  const { code, said } = await buildSite(out, { DIGLOT_SITE: SITE, DIGLOT_BASE: '/some/path' }, 'zh/resume')
  expect(code, said).toBe(0)
  const found = await readdir(out, { recursive: true, withFileTypes: true })
  const names = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(out.length + 1))
  files = new Set(names.map((name) => name.split(sep).join('/')))
  // Only some of the PDFs are printed here.
  const { jobs } = JSON.parse(await read('print.json')) as { jobs: { output: string; papers: string[] }[] }
  for (const { output, papers } of jobs) for (const paper of papers) files.add(output.replace('{paper}', paper))
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (file: string) => readFile(join(out, file), 'utf8')
const named = (pattern: RegExp) => [...files].filter((file) => pattern.test(file)).sort()

/** The whole address of a file; a page is called by its folder. */
const addressOf = (file: string) => `${SITE}${BASE}${file.replace(/(^|\/)index\.html$/, '$1')}`

/** What is wrong with an address that a file refers to; `undefined` where it leads to another site. */
function fault(file: string, reference: string): string | undefined {
  const { protocol, origin, pathname } = new URL(reference, addressOf(file))
  if (!/^https?:$/.test(protocol) || origin !== SITE) return undefined
  if (!pathname.startsWith(BASE)) return `${file}: ${reference} stands beside the site`
  const path = decodeURI(pathname.slice(BASE.length))
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path
  return files.has(target) ? undefined : `${file}: there is no ${target} (${reference})`
}

/** What is wrong with the references of each file that there is a reader for. */
async function faults(pattern: RegExp, references: (text: string) => string[]): Promise<string[]> {
  const found = await Promise.all(
    named(pattern).map(async (file) => references(await read(file)).map((reference) => fault(file, reference))),
  )
  return [...new Set(found.flat().filter((one) => one !== undefined))]
}

/** Every whole address of this host in a text, also outside the site. */
const wholeAddresses = (text: string) =>
  [...text.matchAll(/https:\/\/example\.org[^\s"'<>()\\]*/g)].map(([address]) => address)

test('in pages: links, styles, scripts, pictures, icons, and what they say to machines', async () => {
  const inPage = (html: string) => {
    const page = elements(parseDocument(html))
    const attributes = page.flatMap((element) => ADDRESSES.map((name) => attribute(element, name)))
    return [...attributes.filter((value) => value !== undefined), ...wholeAddresses(html)]
  }
  expect(inPage(await read('index.html')).length).toBeGreaterThan(20)
  expect(await faults(/\.html$/, inPage)).toEqual([])
})

test('in style sheets and drawings', async () => {
  const inStyles = (css: string) =>
    [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, file]) => url ?? file ?? '')
  expect(await faults(/\.css$/, inStyles)).toEqual([])
  expect(
    await faults(/\.svg$/, (svg) => [...svg.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address)),
  ).toEqual([])
})

test('in what programs read: sitemap, robots.txt, llms.txt, Markdown, JSON Resume', async () => {
  expect(named(/^(sitemap.*\.xml|robots\.txt|llms\.txt)$/).length).toBe(4)
  expect(await faults(/\.(xml|txt|md|json)$/, wholeAddresses)).toEqual([])
  const inMarkdown = (text: string) => [...text.matchAll(/\]\(<?([^>)\s]+)/g)].map(([, address = '']) => address)
  expect(await faults(/\.(md|txt)$/, inMarkdown)).toEqual([])
})

test('in scripts: nothing is fetched from the root of the host', async () => {
  const scripts = await Promise.all(named(/\.js$/).map(async (file) => [file, await read(file)] as const))
  const folders = [...new Set([...files].map((file) => file.split('/')[0]))].join('|')
  const astray = scripts.filter(([, text]) => new RegExp(`["'\`]/(?:${folders})/`).test(text)).map(([file]) => file)
  expect(astray).toEqual([])
})

test('in _headers: each rule speaks of files that are there', async () => {
  const places = (await read('_headers')).split('\n').filter((line) => line.startsWith('/'))
  const idle = places.filter((place) => {
    const path = place.startsWith(BASE) ? place.slice(BASE.length) : '\0'
    const [start = '', ...wild] = path.split('*')
    return ![...files].some((file) => (wild.length > 0 ? file.startsWith(start) : file === `${start}index.html`))
  })
  expect(places.length).toBeGreaterThan(5)
  expect(idle).toEqual([])
})

test('a browser finds everything, and the paper is printed all the same', async () => {
  const site = await runSite(out)
  try {
    const missed = await site.inTab({}, async (tab) => {
      const missed: string[] = []
      tab.on('response', (response) => void (response.ok() || missed.push(response.url())))
      tab.on('requestfailed', (request) => void missed.push(request.url()))
      for (const path of ['', 'zh/', 'en/projects/bfs/', 'diglot/', 'zh/print/resume/']) {
        await tab.goto(`${site.url}${path}`, { waitUntil: 'load' })
      }
      await tab.waitForFunction(() =>
        document.querySelector('.pagedjs_page')?.checkVisibility({ opacityProperty: true }),
      )
      return missed
    })
    expect(missed).toEqual([])
  } finally {
    await site.close()
  }
  expect(await bodyText(join(out, 'zh/resume.a4.pdf'))).toContain('云原生')
})
