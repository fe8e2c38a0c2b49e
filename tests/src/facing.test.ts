/** The book in two languages: a cover, then spreads, Chinese on the left and English on the right, row beside row. */
import { compose, type Locale, locales } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PdfFile, pdfPages, promisedPdfs, withPdf } from './support/pdf.ts'
import { HAN, squash } from './support/text.ts'

const files = (await promisedPdfs()).filter(({ sources }) => sources.length === 2)
const content = await loadContent()

/** The margins of the sheet at its head and foot, in pt. */
const [HEAD, FOOT] = [(18 / 25.4) * 72, (20 / 25.4) * 72]

/** How far up the sheet the highest and the lowest line of text of each page stand, in pt; none on an empty page. */
async function linesOf(pdf: PDFDocumentProxy) {
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const height = page.view[3] ?? 0
      const items = (await page.getTextContent()).items.flatMap((item) =>
        'str' in item && item.str.trim() ? [Number(item.transform[5])] : [],
      )
      const body = items.filter((y) => y > FOOT && y < height - HEAD)
      return body.length > 0
        ? { top: Math.max(...body), bottom: Math.min(...body), height: height - HEAD - FOOT }
        : undefined
    }),
  )
}

test('there is one for each paper of each facing edition', () => {
  const promised = content.editions.filter(({ facing }) => facing).flatMap(({ papers }) => papers)
  expect(files).toHaveLength(promised.length)
})

describe.each(files.map((file) => [file.file, file] as const))('%s', (name, file: PdfFile) => {
  let pages: Awaited<ReturnType<typeof pdfPages>>
  let lines: Awaited<ReturnType<typeof linesOf>>

  beforeAll(async () => {
    ;[pages, lines] = await withPdf(name, async (pdf) => [await pdfPages(pdf), await linesOf(pdf)] as const)
  })

  test('opens as a book does: the cover alone, then two pages beside each other', async () => {
    expect(await withPdf(name, (pdf) => pdf.getPageLayout())).toBe('TwoPageRight')
    const edition = content.editions.find(({ id }) => id === file.edition)
    for (const locale of locales) {
      for (const text of [content.profile.name, content.profile.headline, edition?.title]) {
        expect(pages[0]?.body).toContain(squash(text?.[locale] ?? '?'))
      }
    }
    expect(pages[0]?.top).toBe('')
    expect(pages[0]?.bottom).toBe('')
    expect(pages.length % 2, 'a cover and whole spreads').toBe(1)
  })

  test('has Chinese on every left page and English on every right one, and no empty page', () => {
    const share = (text: string) => (text.match(HAN)?.length ?? 0) / Math.max(1, text.length)
    const wrong = pages.slice(1).flatMap(({ bottom, body }, index) => {
      const number = index + 2
      if (body === '') return [`page ${number} is empty`]
      // The references and addresses of either language are English.
      if (share(body) > 0.05 !== (number % 2 === 0)) return [`page ${number} is of the wrong language`]
      if (share(bottom) > 0 !== (number % 2 === 0)) return [`page ${number} has the folio of the other language`]
      return bottom.match(/\d+/)?.[0] === String(number) ? [] : [`page ${number} says “${bottom}”`]
    })
    expect(wrong).toEqual([])
  })

  test('has the same entries on both pages of a spread, each beginning at one height', async () => {
    const edition = content.editions.find(({ id }) => id === file.edition)
    const ids = edition ? compose(content, edition, locales[0]).projects.map(({ id }) => id) : []
    const problems = await withPdf(name, async (pdf) => {
      const found: string[] = []
      for (const project of ids) {
        const places = await Promise.all(locales.map((locale) => place(pdf, project, locale)))
        const [left, right] = places
        if (!left || !right) found.push(`${project} is not linked to in both languages`)
        else if (left.page % 2 !== 0 || right.page !== left.page + 1) {
          found.push(`${project} is on page ${left.page} and on page ${right.page}`)
        } else if (Math.abs(left.y - right.y) > 2) found.push(`${project} begins at ${left.y} and at ${right.y} pt`)
      }
      return found
    })
    expect(ids.length).toBeGreaterThan(0)
    expect(problems).toEqual([])
  })

  test('begins every spread on both sides at the top, and spreads the white evenly over the spreads', async () => {
    const spreads = Array.from({ length: (lines.length - 1) / 2 }, (_, at) => lines.slice(at * 2 + 1, at * 2 + 3))
    for (const [left, right] of spreads) expect(Math.abs((left?.top ?? 0) - (right?.top ?? 0))).toBeLessThan(1)
    const fill = spreads.map((sides) =>
      Math.max(...sides.map((side) => (side ? (side.top - side.bottom) / side.height : 0))),
    )
    // The first section and each case study open a spread; the white is for those up to the next to share.
    const studies = content.projects.filter(({ caseStudy }) => caseStudy)
    const opened = await withPdf(name, (pdf) => Promise.all(studies.map(({ id }) => place(pdf, id, locales[0]))))
    const begin = [1, ...opened.map((found) => (found?.page ?? 0) / 2 - 1).sort((one, other) => one - other)]
    expect(new Set(begin).size).toBe(studies.length + 1)
    const stretches = begin.map((from, index) => fill.slice(from, begin[index + 1])).filter(({ length }) => length > 1)
    expect(stretches.length).toBeGreaterThan(1)
    expect(Math.min(...stretches.flat())).toBeGreaterThan(0.6)
    // No stretch has a spread too many: on one fewer, with what is kept together, it would not have had room.
    const onOneFewer = stretches.map((shares) => shares.reduce((sum, share) => sum + share, 0) / (shares.length - 1))
    expect(Math.min(...onOneFewer)).toBeGreaterThan(0.85)
    expect(Math.max(...stretches.map((shares) => Math.max(...shares) - Math.min(...shares)))).toBeLessThan(0.25)
  })
})

/** Where the destination of an entry is: the page, counted from 1, and how far up, in pt. */
async function place(pdf: PDFDocumentProxy, id: string, locale: Locale) {
  const name = locale === locales[0] ? id : `${locale}_${id}`
  const target = await pdf.getDestination(name)
  if (!target) return undefined
  return { page: (await pdf.getPageIndex(target[0])) + 1, y: Number(target[3]) }
}
