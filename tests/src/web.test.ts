/** What a search engine, a screen reader and a phone ask of the pages. */
import { gzipSync } from 'node:zlib'
import { type Locale, localeInfo, locales } from '@diglot/content'
import { expect, test } from 'vitest'
import { distFiles, type Page, readDist, readDistBytes, readPages } from './support/dist.ts'
import { attribute, type Element, elements, languageOf, ownText, textOf } from './support/html.ts'
import { siteAddress } from './support/site.ts'
import { HAN } from './support/text.ts'

/** HTML and CSS of a page, gzipped: what a first window of TCP carries. */
const BUDGET = 14 * 1024

const pages = await readPages()
const site = await siteAddress()

const isNoindex = ({ document }: Page) =>
  elements(document, 'meta').some(
    (meta) => attribute(meta, 'name') === 'robots' && attribute(meta, 'content')?.includes('noindex'),
  )
const indexable = pages.filter((page) => !isNoindex(page))
const addressOf = (page: Page) => new URL(page.path, site).href
const linksOf = ({ document }: Page, rel: string) =>
  elements(document, 'link').filter((link) => attribute(link, 'rel')?.split(' ').includes(rel))

/** The page that each language has in this one's place; the cover's are the first pages of the languages. */
const alternatesOf = (page: Page) =>
  new Map(
    linksOf(page, 'alternate').flatMap((link) => {
      const lang = attribute(link, 'hreflang')
      return lang ? [[lang, attribute(link, 'href') ?? '']] : []
    }),
  )

test('print documents and the 404 page are in no index, every other page is', () => {
  const hidden = pages.filter(({ file, print }) => print || file === '404.html')
  expect(pages.filter(isNoindex).map(({ file }) => file)).toEqual(hidden.map(({ file }) => file))
})

test('every indexable page names its own address as the canonical one', () => {
  const wrong = indexable.filter((page) => {
    const canonical = linksOf(page, 'canonical').map((link) => attribute(link, 'href'))
    return canonical.length !== 1 || canonical[0] !== addressOf(page)
  })
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('every indexable page names itself in each language, absolutely, and is named back', () => {
  const problems: string[] = []
  const tags = locales.map((locale) => localeInfo[locale].tag)
  // What shows all languages on one page has no twin.
  for (const page of indexable.filter(({ path }) => path !== 'diglot/')) {
    const alternates = alternatesOf(page)
    const missing = [...tags, 'x-default'].filter((tag) => !alternates.has(tag))
    if (missing.length > 0) problems.push(`${page.file} has no alternate for ${missing.join(', ')}`)
    if (page.locale && alternates.get(localeInfo[page.locale].tag) !== addressOf(page))
      problems.push(`${page.file} does not name itself`)
    for (const [lang, address] of alternates) {
      const other = pages.find((one) => addressOf(one) === address)
      if (!other) problems.push(`${page.file} names ${address} for ${lang}: no such page`)
      // The cover is the default of the first pages and names them; itself it is no language's page.
      else if (page.locale && other.locale && ![...alternatesOf(other).values()].includes(addressOf(page))) {
        problems.push(`${other.file} does not name ${page.file} back`)
      }
      if (lang !== 'x-default' && other && other.locale && localeInfo[other.locale].tag !== lang) {
        problems.push(`${page.file} says that ${address} is ${lang}`)
      }
    }
  }
  expect(problems).toEqual([])
})

test('the sitemap has each indexable page once, with its alternates, and nothing else', async () => {
  const names = (await distFiles()).filter((file) => /^sitemap-\d+\.xml$/.test(file))
  expect(names.length).toBeGreaterThan(0)
  const sources = await Promise.all(names.map((file) => readDist(file)))
  const entries = sources.flatMap((source) =>
    [...source.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = '']) => entry),
  )
  const listed = entries.map((entry) => /<loc>([^<]+)<\/loc>/.exec(entry)?.[1] ?? '')
  expect(listed.sort()).toEqual(indexable.map(addressOf).sort())
  // The cover, and the page that shows the languages side by side, are of all of them.
  const ofAll = indexable.filter(({ locale }) => !locale).map((page) => `<loc>${addressOf(page)}</loc>`)
  for (const entry of entries) {
    if (ofAll.some((one) => entry.startsWith(one))) {
      expect(entry).not.toContain('hreflang')
      continue
    }
    const langs = [...entry.matchAll(/hreflang="([^"]+)"/g)].map(([, lang]) => lang)
    expect(langs.sort()).toEqual(locales.map((locale) => localeInfo[locale].tag).sort())
  }
  const index = await readDist('sitemap-index.xml')
  for (const name of names) expect(index).toContain(new URL(name, site).href)
})

test('a run in another language says so', () => {
  const problems: string[] = []
  for (const { file, document } of pages) {
    for (const element of elements(document)) {
      const text = ownText(element).trim()
      const language = languageOf(element)
      if (['script', 'style', 'title'].includes(element.tagName) || text === '') continue
      if (isHan(text) && language !== localeInfo.zh.tag) problems.push(`${file}: “${text}” is marked ${language}`)
    }
    for (const work of elements(document, 'li').filter((item) => attribute(item, 'id')?.includes('--ref--'))) {
      const words = textOf(work)
      if (isHan(words) !== (languageOf(work) === localeInfo.zh.tag))
        problems.push(`${file}: “${words}” is marked ${languageOf(work)}`)
    }
  }
  expect(problems).toEqual([])
})

/** Whether a text is mostly Han: product names in it do not count, nor does punctuation. */
function isHan(text: string): boolean {
  const han = text.match(HAN)?.length ?? 0
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return han > words
}

test('every internal link leads to a file, and every fragment to an element', async () => {
  const files = new Set(await distFiles())
  const ids = new Map(
    pages.map((page) => [page.path, new Set(elements(page.document).map((element) => attribute(element, 'id')))]),
  )
  const problems: string[] = []
  for (const page of pages) {
    const linked = elements(page.document, 'a', 'link', 'img', 'script', 'source').flatMap((element: Element) =>
      ['href', 'src'].flatMap((name) => attribute(element, name) ?? []),
    )
    for (const href of linked) {
      const url = new URL(href, new URL(page.path, site))
      if (url.origin !== site.origin) continue
      const path = decodeURI(url.pathname.slice(site.pathname.length))
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      if (!files.has(file)) problems.push(`${page.file} links to ${href}: there is no ${file}`)
      const fragment = decodeURIComponent(url.hash.slice(1))
      if (fragment && files.has(file) && !ids.get(path)?.has(fragment))
        problems.push(`${page.file} links to ${href}: there is no such id`)
    }
  }
  expect([...new Set(problems)]).toEqual([])
})

test('no id stands twice on a page', () => {
  const doubled = pages.flatMap(({ file, document }) => {
    const ids = elements(document).flatMap((element) => attribute(element, 'id') ?? [])
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file}: ${id}`)
  })
  expect(doubled).toEqual([])
})

test('HTML and CSS of every page weigh 14 kB at the most, gzipped', async () => {
  const over: string[] = []
  for (const page of pages.filter(({ print }) => !print)) {
    const sheets = linksOf(page, 'stylesheet').map((link) =>
      new URL(attribute(link, 'href') ?? '', site).pathname.slice(site.pathname.length),
    )
    const parts = await Promise.all([page.file, ...sheets].map(readDistBytes))
    const sizes = parts.map((part) => gzipSync(part, { level: 9 }).byteLength)
    const weight = sizes.reduce((sum, size) => sum + size, 0)
    if (weight > BUDGET)
      over.push(`${page.file} weighs ${weight} bytes (${sizes.join(' + ')}), ${weight - BUDGET} too many`)
  }
  expect(over).toEqual([])
})

test('every page has one first heading, and no heading skips a rank', () => {
  const problems: string[] = []
  for (const { file, document } of pages) {
    const headings = elements(document, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
    const ranks = headings.map(({ tagName }) => Number(tagName.slice(1)))
    if (ranks.filter((rank) => rank === 1).length !== 1)
      problems.push(`${file} has ${ranks.filter((rank) => rank === 1).length} h1`)
    ranks.forEach((rank, index) => {
      if (rank > (ranks[index - 1] ?? 0) + 1)
        problems.push(`${file}: h${rank} “${textOf(headings[index] as Element)}” follows h${ranks[index - 1]}`)
    })
  }
  expect(problems).toEqual([])
})

test('every page has a title and a description in its language', () => {
  const problems: string[] = []
  const seen = new Map<string, string>()
  for (const { file, document, locale } of pages) {
    const title = elements(document, 'title').map(ownText).join()
    const description = elements(document, 'meta').find((meta) => attribute(meta, 'name') === 'description')
    const words = description && attribute(description, 'content')
    if (!title.trim() || !words?.trim()) problems.push(`${file} has no title or no description`)
    if (locale && words && isHan(words) !== (locale === ('zh' satisfies Locale))) problems.push(`${file}: ${words}`)
    if (seen.has(title)) problems.push(`${file} has the title of ${seen.get(title)}: ${title}`)
    seen.set(title, file)
  }
  expect(problems).toEqual([])
})
