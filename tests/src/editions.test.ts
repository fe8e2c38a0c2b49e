/** The matrix of editions: each in every language on every paper it asks for, and found where it is meant to be found. */
import { compose, locales } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import { expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { attribute, elements } from './support/html.ts'
import { promisedPdfs } from './support/pdf.ts'

const content = await loadContent()

const hrefs = ({ document }: Page) => elements(document, 'a').map((link) => attribute(link, 'href') ?? '')

test('every edition is printed in every language, on the papers that it asks for there', async () => {
  const promised = (await promisedPdfs()).map(({ file, maxPages }) => `${file}, at most ${maxPages} pages`)
  const wanted = content.editions.flatMap((edition) =>
    locales.flatMap((locale) => {
      const { papers, pages } = compose(content, edition, locale).edition
      const folder = edition.facing ? '' : `${locale}/`
      return papers.map((paper) => `${folder}${edition.id}.${paper}.pdf, at most ${pages?.max} pages`)
    }),
  )
  expect(new Set(promised)).toEqual(new Set(wanted))
  expect(promised.length).toBeGreaterThan(12)
})

test('the résumé leads to the editions that are listed, and nothing leads to the others', async () => {
  const pages = await readPages()
  const leadTo = (id: string) =>
    pages.filter((page) => hrefs(page).some((href) => new RegExp(`/(print/${id}/|${id}\\.\\w+\\.pdf)$`).test(href)))
  for (const { id, listed } of content.editions) {
    const leading = leadTo(id).map(({ path }) => path)
    const own = locales.map((locale) => `${locale}/print/${id}/`)
    if (listed) expect(leading).toEqual(expect.arrayContaining([...locales.map((locale) => `${locale}/`), ...own]))
    else expect(leading.sort()).toEqual(own.sort())
  }
  expect(content.editions.some(({ listed }) => !listed)).toBe(true)
})

test('a document to which nothing leads leads to no other edition', async () => {
  const unlisted = content.editions.filter(({ listed }) => !listed)
  for (const page of await readPages()) {
    const edition = unlisted.find(({ id }) => page.path.endsWith(`/print/${id}/`))
    if (!edition) continue
    const astray = hrefs(page).filter((href) => /\.pdf$|\/print\//.test(href) && !href.includes(edition.id))
    expect(astray).toEqual([])
  }
})
