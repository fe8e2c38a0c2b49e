/** What is shown or read of a page where it is not opened: its picture, its text as Markdown, what it says of its owner. */
import { content, localeInfo } from '@diglot/content'
import { expect, test } from 'vitest'
import { distFiles, type Page, readDist, readDistBytes, readPages } from './support/dist.ts'
import { attribute, type Element, elements, textOf } from './support/html.ts'
import { siteAddress } from './support/site.ts'

/** Messengers leave out a picture that takes long. */
const CARD_BUDGET = 60_000

const pages = await readPages()
const site = await siteAddress()
const files = await distFiles()

const links = ({ document }: Page, rel: string) =>
  elements(document, 'link').filter((link) => attribute(link, 'rel') === rel)
const meta = ({ document }: Page, name: string) =>
  elements(document, 'meta')
    .filter((one) => [attribute(one, 'property'), attribute(one, 'name')].includes(name))
    .map((one) => attribute(one, 'content'))
const found = pages.filter((page) => links(page, 'canonical').length > 0)
const beside = (name: string) => found.map(({ path }) => `${path}${name}`).sort()
const addressOf = (file: string) => new URL(file, site).href

/** The addresses that a text in Markdown links to. */
const linksIn = (markdown: string) =>
  [...markdown.matchAll(/\]\((?:<([^>]+)>|([^)\s]+))/g)].map(([, a, b]) => a ?? b ?? '')

test('each page that may be found has a picture and a twin in Markdown, and no other page has', () => {
  expect(files.filter((file) => file.endsWith('og.png'))).toEqual(beside('og.png'))
  expect(files.filter((file) => file.endsWith('index.md'))).toEqual(beside('index.md'))
  expect(found.filter(({ print, file }) => print || file === '404.html')).toEqual([])
})

test('a shared link shows the title, the description and the picture of its page', () => {
  const problems = found.flatMap((page) => {
    const title = elements(page.document, 'title').map(textOf)
    const said: [string, (string | undefined)[]][] = [
      ['og:url', [addressOf(page.path)]],
      ['og:image', [addressOf(`${page.path}og.png`)]],
      ['og:description', meta(page, 'description')],
      ['og:image:alt', meta(page, 'og:title')],
      ['twitter:card', ['summary_large_image']],
    ]
    return [
      ...said
        .filter(([name, value]) => String(meta(page, name)) !== String(value))
        .map(([name]) => `${page.file} ${name}`),
      ...(title.length === 1 && meta(page, 'og:title')[0] ? [] : [`${page.file} has no title to be shared`]),
    ]
  })
  expect(problems).toEqual([])
})

test('pictures are of the size that they are said to have, light, and tell nothing but what they show', async () => {
  const problems: string[] = []
  for (const file of files.filter((one) => one.endsWith('.png'))) {
    const png = Buffer.from(await readDistBytes(file))
    const chunks: string[] = []
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
      chunks.push(png.toString('latin1', at + 4, at + 8))
    const rest = chunks.filter((chunk) => !['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT', 'IEND'].includes(chunk))
    if (rest.length > 0) problems.push(`${file} holds ${rest}`)
    if (png.length > CARD_BUDGET) problems.push(`${file} weighs ${png.length} bytes`)
    const size = `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`
    if (file.endsWith('og.png') && size !== '1200 × 630') problems.push(`${file} is ${size}`)
  }
  expect(problems).toEqual([])
})

test('there is no picture that could tell where it was taken, and each on a page has its size', () => {
  expect(files.filter((file) => /\.(jpe?g|webp|avif|heic|tiff?|gif)$/i.test(file))).toEqual([])
  const unsized = pages.flatMap(({ file, document }) =>
    elements(document, 'img')
      .filter((image) => !attribute(image, 'width') || !attribute(image, 'height'))
      .map((image) => `${file}: ${attribute(image, 'src')}`),
  )
  expect(unsized).toEqual([])
})

test('a twin has the headings of its page in their order, and no HTML', async () => {
  const problems: string[] = []
  for (const page of found) {
    const [link] = links(page, 'alternate').filter((one) => attribute(one, 'type') === 'text/markdown')
    if (link && attribute(link, 'href') !== 'index.md') problems.push(`${page.file} names another twin`)
    const markdown = await readDist(`${page.path}index.md`)
    const plain = (text: string) => text.replace(/[\\*_`[\]()\s]/g, '')
    const written = [...markdown.matchAll(/^(?:> )*(#+) (.+)$/gm)].map(
      ([, signs = '', text = '']) => `h${signs.length} ${plain(text.replace(/\]\([^)]*\)/g, ']'))}`,
    )
    const [main] = elements(page.document, 'main')
    const shown = (main ? elements(main, 'h1', 'h2', 'h3', 'h4') : [])
      .filter((heading) => !isSkipped(heading))
      .map((heading) => `${heading.tagName} ${plain(shownIn(heading))}`)
    if (String(written) !== String(shown)) problems.push(`${page.file}: ${written} for ${shown}`)
    if (/<\/?[a-z][^>]*>/.test(markdown.replace(/`[^`]*`|```[\s\S]*?```|\\</g, '')))
      problems.push(`${page.file} holds HTML`)
  }
  expect(problems).toEqual([])
})

/** The text of an element without chrome. */
function shownIn(element: Element): string {
  const parts = element.childNodes.map((child) => {
    if ('value' in child) return child.value
    return 'attrs' in child && !isSkipped(child) ? shownIn(child) : ''
  })
  return parts.join('')
}

/** Whether it is chrome, which no paper and no twin shows. */
function isSkipped(element: Element): boolean {
  if (attribute(element, 'data-print') === 'skip') return true
  const { parentNode } = element
  return parentNode !== null && 'attrs' in parentNode && isSkipped(parentNode)
}

test('every link of a twin, of llms.txt and of resume.md leads to a file, and every fragment to an element', async () => {
  const ids = new Map(
    pages.map(({ file, document }) => [file, new Set(elements(document).map((one) => attribute(one, 'id')))]),
  )
  const problems: string[] = []
  for (const file of files.filter((one) => /\.(md|txt)$/.test(one))) {
    for (const link of linksIn(await readDist(file))) {
      if (!URL.canParse(link)) problems.push(`${file} links to ${link}, which is no whole address`)
      else if (link.startsWith(site.href)) {
        const { hash, pathname } = new URL(link)
        const path = decodeURI(pathname.slice(site.pathname.length))
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path
        if (!files.includes(target)) problems.push(`${file} links to ${link}: there is no ${target}`)
        else if (hash && !ids.get(target)?.has(decodeURIComponent(hash.slice(1))))
          problems.push(`${file} links to ${link}: there is no such id`)
      }
    }
  }
  expect(problems).toEqual([])
})

test('llms.txt leads to the twin of each page, once', async () => {
  const listed = linksIn(await readDist('llms.txt')).filter((link) => link.endsWith('/index.md'))
  const wanted = beside('index.md').filter((file) => file !== 'index.md')
  expect(listed.sort()).toEqual(wanted.map(addressOf))
})

test('each résumé says in JSON-LD whose it is, and leads to itself as JSON', () => {
  const said = content.locales.map((locale) => {
    const page = pages.find(({ path }) => path === `${locale}/`) as Page
    const [data] = elements(page.document, 'script').filter((one) => attribute(one, 'type') === 'application/ld+json')
    const {
      '@type': type,
      inLanguage,
      mainEntity,
    } = JSON.parse(data?.childNodes.map((node) => 'value' in node && node.value).join('') ?? '')
    const json = links(page, 'alternate').find((one) => attribute(one, 'type') === 'application/json')
    return [type, inLanguage, mainEntity['@type'], mainEntity.name, json && attribute(json, 'href')]
  })
  expect(said).toEqual(
    content.locales.map((locale) => [
      ...['ProfilePage', localeInfo[locale].tag, 'Person', content.profile.name[locale]],
      `${site.pathname}${locale}/resume.json`,
    ]),
  )
})

test('robots.txt hides nothing, and leads to the sitemap', async () => {
  expect(await readDist('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${addressOf('sitemap-index.xml')}\n`)
})

test('nothing that may be found leads to a print document of an edition that is listed nowhere', async () => {
  const unlisted = content.editions.filter(({ listed }) => !listed).map(({ id }) => id)
  const texts = files.filter((file) => /(^|\/)(index\.md|llms\.txt|robots\.txt|sitemap.*\.xml)$/.test(file))
  for (const file of texts) {
    const text = await readDist(file)
    expect(
      unlisted.filter((id) => new RegExp(`/(print/${id}/|${id}\\.)`).test(text)),
      file,
    ).toEqual([])
  }
})
