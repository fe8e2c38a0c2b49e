/** Every PDF is a good PDF: tagged, titled, within its budget, in our own fonts, with links that lead somewhere. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { localeInfo } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPages, root } from './support/dist.ts'
import { attribute, elements, ownText } from './support/html.ts'
import { promisedPdfs, withPdf } from './support/pdf.ts'
import { type Inspection, inspect } from './support/pdf-inspection.ts'
import { siteAddress } from './support/site.ts'
import { squash, unique } from './support/text.ts'

/** The typefaces that Diglot Sans, Serif and Mono are made of, by the names in their files. */
const OURS = /^(NotoSansSC|NotoSerifSC|SourceSans3|SourceSerif4|SourceCodePro)/
const MOST_FONTS = 6
/** Width and height in pt. */
const SHEETS = { a4: [595.28, 841.89], letter: [612, 792] } as const

const files = await promisedPdfs()
const content = await loadContent()

describe.each(files.map((file) => [file.file, file] as const))('%s', (name, file) => {
  let pdf: Inspection

  beforeAll(async () => {
    pdf = await withPdf(name, inspect)
  })

  test('is tagged and has an outline', () => {
    expect(pdf.marked).toBe(true)
    expect(pdf.tagged).toBe(true)
    expect(pdf.outline.length).toBeGreaterThan(0)
    expect(pdf.outline.filter((title) => title !== title.trim() || title === '')).toEqual([])
  })

  test('says its language, title and author, and one date', async () => {
    const { document } = (await readPages()).find((page) => page.file === file.sources[0]) ?? {}
    const title = document && elements(document, 'title').map(ownText).join()
    expect(pdf.info.Title).toBe(title)
    expect(pdf.info.Author).toBe(content.profile.name[file.locale ?? 'zh'])
    if (file.locale) expect(pdf.info.Language).toBe(localeInfo[file.locale].tag)
    expect(pdf.info.CreationDate).toMatch(/^D:\d{14}Z$/)
    expect(pdf.info.ModDate).toBe(pdf.info.CreationDate)
  })

  test('keeps its page budget, and the size of its paper', () => {
    expect(pdf.pages.length).toBeLessThanOrEqual(file.maxPages ?? Number.POSITIVE_INFINITY)
    const [width, height] = SHEETS[file.paper]
    for (const [x = 0, y = 0] of pdf.sizes) {
      expect(Math.abs(x - width)).toBeLessThan(1)
      expect(Math.abs(y - height)).toBeLessThan(1)
    }
  })

  test('has few fonts, all embedded, cut to the text, and ours', () => {
    const faults = pdf.fonts.filter(
      (font) =>
        font.isType3Font || font.missingFile || !/^[A-Z]{6}\+/.test(font.name) || !OURS.test(font.name.slice(7)),
    )
    expect(faults).toEqual([])
    const names = unique(pdf.fonts.map((font) => font.name.slice(7)))
    expect(names.length).toBeGreaterThan(0)
    expect(names.length, names.join(', ')).toBeLessThanOrEqual(MOST_FONTS)
  })

  test.runIf(file.locale)('has a folio on every page, and a running head on all but the first', async () => {
    const words = JSON.parse(await readFile(join(root, `apps/site/src/locales/${file.locale}.json`), 'utf8'))
    const folio: string = words.print.folio
    const front = frontMatter(pdf, file.edition)
    const total = String(pdf.pages.length - front)
    const expected = pdf.pages.map((_, index) =>
      index < front
        ? labelOf(index + 1, front)
        : squash(folio.replace('{page}', labelOf(index + 1, front)).replace('{pages}', total)),
    )
    expect(pdf.pages.map(({ bottom }) => bottom)).toEqual(expected)
    const head = squash(content.profile.name[file.locale ?? 'zh'])
    const sections = [...Object.values<string>(words.section), words.skills.index, words.entry.links].map(squash)
    for (const [index, { top }] of pdf.pages.entries()) {
      if (index === 0) expect(top).toBe('')
      else {
        expect(top.slice(0, head.length), `page ${index + 1}`).toBe(head)
        expect(['', ...sections], `page ${index + 1}`).toContain(top.slice(head.length))
      }
    }
  })

  test('its links lead out into the world or to a place in it', async () => {
    const site = await siteAddress()
    const wrong = pdf.links.filter(({ url, target }) => {
      if (url === undefined) return target === undefined
      const { protocol, hostname } = new URL(url)
      // A page of the site has to be named by its public address: paper does not know where it was printed.
      return (
        !['http:', 'https:', 'mailto:'].includes(protocol) ||
        (/^(localhost|127\.|\[::1\])/.test(hostname) && hostname !== site.hostname)
      )
    })
    expect(
      unique(wrong.map(({ page, url, text }) => `page ${page}: a link leads to ${url ?? `no place (“${text}”)`}`)),
    ).toEqual([])
  })

  test('its contents lead to the entries, and give the numbers of their pages', async () => {
    const { document } = (await readPages()).find((page) => page.file === file.sources[0]) ?? {}
    const contents =
      document && elements(document, 'nav').find((nav) => attribute(nav, 'class')?.split(' ').includes('contents'))
    const entries = contents
      ? elements(contents, 'a').map((link) => squash(elements(link).map(ownText).join('') || ownText(link)))
      : []
    const edition = content.editions.find(({ id }) => id === file.edition)
    expect(entries.length > 0).toBe(edition?.contents ?? false)
    const problems: string[] = []
    let at = 0
    for (const entry of entries) {
      const links = pdf.links.slice(at)
      const next = links.findIndex(({ text, target }) => target !== undefined && squash(text).startsWith(entry))
      const link = links[next]
      if (!link?.target) {
        problems.push(`“${entry}” has no link to a page`)
        continue
      }
      at += next + 1
      if (!pdf.pages[link.target - 1]?.body.includes(entry))
        problems.push(`“${entry}” leads to page ${link.target}, which does not have it`)
      const label = labelOf(link.target, frontMatter(pdf, file.edition))
      if (!pdf.pages[link.page - 1]?.body.includes(`${entry}${label}`))
        problems.push(`“${entry}” does not say page ${label}`)
    }
    expect(problems).toEqual([])
  })
})

/** How many pages stand before the main matter: those of title and contents, which lead to the first page after them. */
function frontMatter(pdf: Inspection, edition: string): number {
  const { contents, facing } = content.editions.find(({ id }) => id === edition) ?? {}
  // A facing edition counts its pages from the cover, so that left ones are even.
  if (!contents || facing) return 0
  return (pdf.links.find(({ target }) => target !== undefined)?.target ?? 1) - 1
}

/** The number that a page shows: roman in front matter, from 1 in the main matter. */
function labelOf(page: number, front: number): string {
  return page > front ? String(page - front) : (['i', 'ii', 'iii', 'iv', 'v'][page - 1] ?? '?')
}

test('all PDFs have one date, the moment of the facts and not the moment of printing', async () => {
  const infos = files.map(({ file }) => withPdf(file, async (pdf) => (await pdf.getMetadata()).info))
  const dates = unique((await Promise.all(infos)).map((info) => (info as Record<string, unknown>).CreationDate))
  expect(dates.length, dates.join(', ')).toBe(1)
  const date = String(dates[0])
  const [, year, month, day, hour, minute, second] =
    /D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(date)?.map(Number) ?? []
  const stamped = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) / 1000
  const newest = Number(process.env.SOURCE_DATE_EPOCH) || newestCommit()
  // An older commit's is right too: what has not changed since then was not printed again.
  if (newest) expect(stamped).toBeLessThanOrEqual(newest)
})

/** When the newest commit was made, in seconds; `undefined` outside of a repository. */
function newestCommit(): number | undefined {
  try {
    return (
      Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })) ||
      undefined
    )
  } catch {
    return undefined
  }
}
