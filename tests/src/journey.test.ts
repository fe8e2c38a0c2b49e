/** Nothing is lost on the way: every text of the facts is on a page of its language, and in the right PDF. */
import { compose, type Locale, locales, plainText } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import { expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { type Fact, localizedTexts, plainTexts } from './support/facts.ts'
import { attribute, elements, textOf } from './support/html.ts'
import { type PdfFile, pdfText, promisedPdfs, withPdf } from './support/pdf.ts'
import { highlightsInEdition, inEdition, onTheWeb } from './support/selection.ts'
import { squash, unique } from './support/text.ts'

/** Fields of references that are the same in every language. */
const PLAIN = ['authors', 'title', 'venue', 'year']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const content = await loadContent()

/** All texts of some facts, the ones of a single language too. */
const textsOf = (facts: object): Fact[] => [...localizedTexts(facts), ...plainTexts(facts, PLAIN), ...periodsOf(facts)]

/** `2021-06` as each language writes it. */
function periodsOf(facts: object): Fact[] {
  return plainTexts(facts, ['start', 'end']).map(({ path, text: { zh: value } }) => {
    if (value === 'present') return { path, text: { zh: '至今', en: 'present' } }
    const [year = '', month] = value.split('-')
    return {
      path,
      text: month ? { zh: `${year}.${month}`, en: `${MONTHS[Number(month) - 1]} ${year}` } : { zh: year, en: year },
    }
  })
}

/** Names are shown as they are, prose without its marks. */
const holds = (text: string, fact: string) => [fact, plainText(fact)].some((form) => text.includes(squash(form)))

/** What a text lacks, one line for each fact: where it is missing, its path, its words. */
function lost(where: string, text: string, locale: Locale, facts: readonly Fact[]): string[] {
  const missing = facts.filter((fact) => !holds(text, fact.text[locale]))
  return unique(missing.map(({ path, text }) => `${where} lacks ${path}: ${text[locale]}`))
}

const textOfPages = (pages: readonly Page[]) => squash(pages.map(({ document }) => textOf(document)).join(' '))

async function editionsOf(files: readonly PdfFile[]) {
  return files.flatMap((file) => {
    const edition = content.editions.find(({ id }) => id === file.edition)
    return edition && file.locale
      ? [{ ...file, locale: file.locale, shown: compose(content, edition, file.locale) }]
      : []
  })
}

test.each(locales)('the facts are on the pages (%s)', async (locale) => {
  const pages = (await readPages()).filter((page) => page.locale === locale && !page.print)
  const { projects, tags, ...rest } = onTheWeb(content)
  const at = (path: string) => pages.filter((page) => page.path === path)
  // The first page has the outline of every project, the project's own page everything.
  const outlines = projects.map(({ id, name, period, figures, summary }) => ({ id, name, period, figures, summary }))
  const first = { ...rest, projects: outlines }
  expect([
    ...lost(`/${locale}/`, textOfPages(at(`${locale}/`)), locale, textsOf(first)),
    ...projects.flatMap((project) => {
      const path = `${locale}/projects/${project.id}/`
      return lost(`/${path}`, textOfPages(at(path)), locale, textsOf(project))
    }),
    ...lost('every page', textOfPages(pages), locale, textsOf({ tags })),
  ]).toEqual([])
})

test('the facts of an edition are in its print document and its PDFs', async () => {
  const pages = await readPages()
  const problems: string[] = []
  for (const { file, sources, locale, shown } of await editionsOf(await promisedPdfs())) {
    const facts = textsOf(inEdition(content, shown))
    const bullets = highlightsInEdition(shown)
    const document = textOfPages(pages.filter((page) => sources.includes(page.file)))
    problems.push(...lost(sources.join(), document, locale, [...facts, ...bullets]))

    const text = await pdfText(file)
    problems.push(...lost(file, text, locale, [...facts, ...bullets.filter(({ drop }) => drop === undefined)]))
    // Where the page budget asks for it a bullet may go, but only after all that matter less.
    const droppable = bullets.filter(({ drop }) => drop !== undefined)
    const gone = droppable.filter((bullet) => !holds(text, bullet.text[locale]))
    const least = Math.min(...gone.map(({ drop = 0 }) => drop))
    const spared = droppable.filter(({ drop = 0 }) => drop > least).filter((bullet) => !gone.includes(bullet))
    problems.push(
      ...spared.map(({ path }) => `${file} has left out a bullet of priority ${least}, but not the lesser ${path}`),
    )
    if (shown.edition.pages === undefined) problems.push(...lost(file, text, locale, gone))
  }
  expect(unique(problems)).toEqual([])
})

test('one wording is printed, the other one is not', async () => {
  const problems: string[] = []
  for (const { file, locale, shown } of await editionsOf(await promisedPdfs())) {
    const inOne = (wording: 'full' | 'short') => {
      const one = compose(content, { ...shown.edition, wording }, locale)
      return [...localizedTexts(inEdition(content, one)), ...highlightsInEdition(one)]
    }
    const printed = inOne(shown.edition.wording).map(({ text }) => text[locale])
    const text = await pdfText(file)
    for (const { path, text: words } of inOne(shown.edition.wording === 'short' ? 'full' : 'short')) {
      // What is part of a wording that is printed cannot be told from it.
      if (printed.some((one) => one.includes(words[locale]))) continue
      if (holds(text, words[locale])) problems.push(`${file} prints the other wording of ${path}: ${words[locale]}`)
    }
  }
  expect(problems).toEqual([])
})

test('the addresses of the facts can be followed, on the pages and in the PDFs that print them', async () => {
  const pages = await readPages()
  const problems: string[] = []
  const { organizations: _, ...shown } = onTheWeb(content)
  for (const locale of locales) {
    const hrefs = pages
      .filter((page) => page.locale === locale && !page.print)
      .flatMap(({ document }) => elements(document, 'a').map((link) => attribute(link, 'href')))
    for (const { path, text } of plainTexts(shown, ['url'])) {
      if (!hrefs.includes(text[locale])) problems.push(`No page of ${locale} links to ${path}: ${text[locale]}`)
    }
  }
  for (const { file, locale, shown } of await editionsOf(await promisedPdfs())) {
    const targets = await withPdf(file, async (pdf) => {
      const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
      const annotations = await Promise.all(numbers.map(async (number) => (await pdf.getPage(number)).getAnnotations()))
      return annotations.flat().map(({ unsafeUrl }) => unsafeUrl as string | undefined)
    })
    const { organizations: _, ...printed } = inEdition(content, shown)
    for (const { path, text } of plainTexts(printed, ['url'])) {
      if (!targets.includes(text[locale])) problems.push(`${file} does not link to ${path}: ${text[locale]}`)
    }
  }
  expect(problems).toEqual([])
})
