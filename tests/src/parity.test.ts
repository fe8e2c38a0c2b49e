/** The languages are equals: one structure, one set of addresses, whatever the words are. */
import { localeInfo, locales } from '@diglot/content'
import { expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { attribute, type Element, elements } from './support/html.ts'

/** What stands inside a sentence may differ from language to language: an emphasis, a code word, a foreign name, a line of a label. */
const INLINE = [
  'a',
  'abbr',
  'b',
  'bdi',
  'br',
  'cite',
  'code',
  'dfn',
  'em',
  'text',
  'i',
  'p',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
]

const pages = await readPages()
const twins = (page: Page) =>
  locales.map((locale) => pages.find(({ file }) => file === page.file.replace(/^[^/]+/, locale)))
const ofFirst = pages.filter((page) => page.locale === locales[0])

/** An address with the language taken out of it. */
const neutral = (address: string) => address.replace(new RegExp(`(^|/)(${locales.join('|')})(?=/)`, 'g'), '$1*')

/** An element as one line, with all that must not depend on the language: `h3`, `article.entry#bfs [data-entry=bfs]`. */
function outline(element: Element): string {
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean).sort()
  const marks = ['id', 'data-entry', 'data-drop', 'data-print', 'rel', 'type', 'name'].flatMap((name) => {
    const value = attribute(element, name)
    return value === undefined ? [] : [`[${name}=${value}]`]
  })
  return [element.tagName, ...classes.map((name) => `.${name}`), ...marks].join('')
}

/** The structure of a page: every element but the ones inside sentences, unless these carry a mark. */
function structure({ document }: Page): string[] {
  return elements(document)
    .filter(
      (element) =>
        !(
          element.tagName === 'a' &&
          attribute(element, 'class') === undefined &&
          attribute(element, 'id') === undefined
        ),
    )
    .map((element) => ({ element, line: outline(element) }))
    .filter(({ element, line }) => !INLINE.includes(element.tagName) || line !== element.tagName)
    .filter(({ element }) => !isLanguageLink(element))
    .map(({ line }) => line)
}

/** The language navigation marks another item in each language. */
const isLanguageLink = (element: Element) => element.tagName === 'a' && attribute(element, 'hreflang') !== undefined

function links({ document }: Page): string[] {
  return elements(document, 'a')
    .map((link) => neutral(attribute(link, 'href') ?? ''))
    .sort()
}

test('every page exists in every language', () => {
  const paths = locales.map((locale) => pages.filter((page) => page.locale === locale).map(({ file }) => neutral(file)))
  for (const one of paths) expect(one).toEqual(paths[0])
  expect(ofFirst.length).toBeGreaterThan(0)
})

test.each(ofFirst.map((page) => [neutral(page.file), page] as const))(
  '%s is built alike in every language',
  (_, page) => {
    const [first, ...others] = twins(page)
    for (const twin of others) {
      expect(twin).toBeDefined()
      if (!first || !twin) continue
      expect(structure(twin)).toEqual(structure(first))
      expect(links(twin)).toEqual(links(first))
    }
  },
)

test('a page says which language it is in', () => {
  const wrong = pages.filter(({ locale, document }) => {
    const [html] = elements(document, 'html')
    return locale && html && attribute(html, 'lang') !== localeInfo[locale].tag
  })
  expect(wrong.map(({ file }) => file)).toEqual([])
})
