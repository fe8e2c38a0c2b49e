/** What the site says of a skill follows from the facts: nothing that they do not show has a page, nothing that they show lacks one. */
import { content, type Locale, type Tag } from '@diglot/content'
import { formatPeriod } from '@diglot/content/export'
import { expect, test } from 'vitest'
import { readPages } from './support/dist.ts'
import { attribute, type Element, elements, textOf } from './support/html.ts'
import { siteAddress } from './support/site.ts'

const pages = await readPages()
const { pathname: base } = await siteAddress()
const entries = [...content.roles, ...content.projects]

/** The ids of the entries and highlights that a tag shows up in, in the order of the pages; read anew, and not as the site reads it. */
function shownBy(tag: string): { entries: string[]; highlights: string[] } {
  const found = entries.map(({ id, tags, highlights }) => ({
    id,
    itself: tags.includes(tag),
    parts: highlights.filter((highlight) => highlight.tags.includes(tag)).map((highlight) => `${id}--${highlight.id}`),
  }))
  return {
    entries: found.filter(({ itself, parts }) => itself || parts.length > 0).map(({ id }) => id),
    highlights: found.flatMap(({ parts }) => parts),
  }
}

const evident = content.tags.filter(({ id }) => shownBy(id).entries.length > 0)

function pageAt(path: string) {
  const page = pages.find((one) => one.path === path)
  if (!page) throw new Error(`There is no ${path}.`)
  return page.document
}
const hasClass = (element: Element, name: string) => attribute(element, 'class')?.split(' ').includes(name) ?? false
const linksIn = (node: Parameters<typeof elements>[0]) => elements(node, 'a').map((link) => attribute(link, 'href'))
const skillPage = (locale: Locale, { id }: Pick<Tag, 'id'>) => `${base}${locale}/skills/${id}/`

test('there is a page for what the facts show, in each language, and for nothing else', () => {
  const paths = pages.map(({ path }) => path).filter((path) => path.includes('/skills/'))
  const wanted = content.locales.flatMap((locale) =>
    ['', ...evident.map(({ id }) => `${id}/`)].map((id) => `${locale}/skills/${id}`),
  )
  expect(paths.sort()).toEqual(wanted.sort())
  expect(evident.length).toBeGreaterThan(20)
  expect(evident.length).toBeLessThan(content.tags.length)
})

test.each(content.locales)(
  'each %s page lists the entries and highlights that the facts have, and counts them',
  (locale) => {
    for (const tag of evident) {
      const document = pageAt(`${locale}/skills/${tag.id}/`)
      const ids = (name: string) => elements(document, name).flatMap((one) => attribute(one, 'id') ?? [])
      const shown = shownBy(tag.id)
      expect(ids('article').sort(), tag.id).toEqual([...shown.entries].sort())
      expect(ids('li').sort(), tag.id).toEqual([...shown.highlights].sort())
      const [header] = elements(document, 'header').filter((one) => hasClass(one, 'skill'))
      const [phrase] = header ? elements(header, 'p').filter((one) => hasClass(one, 'counts')) : []
      const counts = phrase ? [...textOf(phrase).matchAll(/\d+/g)].map(Number) : []
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        tag.id,
      ).toBe(shown.entries.length + shown.highlights.length)
    }
  },
)

test.each(content.locales)(
  'a %s page names no time unless an entry that carries its tag as a whole has one',
  (locale) => {
    for (const tag of evident) {
      const [header] = elements(pageAt(`${locale}/skills/${tag.id}/`), 'header').filter((one) => hasClass(one, 'skill'))
      const periods = entries.flatMap(({ tags, period }) => (period && tags.includes(tag.id) ? [period] : []))
      const times = header ? elements(header, 'p').filter((one) => hasClass(one, 'period')) : []
      expect(times.length > 0, tag.id).toBe(periods.length > 0)
      const [period, ...more] = periods
      if (period && more.length === 0) expect(times.map(textOf), tag.id).toEqual([formatPeriod(period, locale)])
    }
  },
)

test.each(content.locales)(
  'a skill of the %s résumé leads to what shows it, and to nothing where nothing does',
  (locale) => {
    const document = pageAt(`${locale}/`)
    for (const skill of content.profile.skills) {
      const [row] = elements(document, 'div').filter((one) => attribute(one, 'id') === `skills--${skill.id}`)
      const wanted = skill.tags.flatMap((id) => {
        const { entries } = shownBy(id)
        return entries.length > 0 ? [skillPage(locale, { id }), ...entries.map((entry) => `#${entry}`)] : []
      })
      expect(row && linksIn(row), skill.id).toEqual(wanted)
    }
  },
)

test.each(content.locales)('a %s project leads to the page of each tag that it has', (locale) => {
  for (const project of content.projects) {
    const tags = new Set([...project.tags, ...project.highlights.flatMap((highlight) => highlight.tags)])
    const links = linksIn(pageAt(`${locale}/projects/${project.id}/`)).filter((link) => link?.includes('/skills/'))
    expect(links.sort()).toEqual([...tags].map((id) => skillPage(locale, { id })).sort())
  }
})

test.each(content.locales)('the %s index leads to every page, and to every entry that it names', (locale) => {
  const index = pageAt(`${locale}/skills/`)
  for (const tag of evident) {
    const [row] = elements(index, 'div').filter((one) => attribute(one, 'id')?.endsWith(`--${tag.id}`))
    const roles = content.roles.map(({ id }) => id) as string[]
    const places = shownBy(tag.id).entries.map(
      (id) => `${base}${locale}/${roles.includes(id) ? `#${id}` : `projects/${id}/`}`,
    )
    expect(row && linksIn(row).sort(), tag.id).toEqual([skillPage(locale, tag), ...places].sort())
  }
})

test.each(content.locales)(
  'the %s timeline draws each entry that has a period, on the page and on paper, and says how many have none',
  (locale) => {
    const dated = entries.filter(({ period }) => period).map(({ id }) => `#${id}`)
    for (const path of [`${locale}/`, `${locale}/print/resume/`, `${locale}/print/portfolio/`]) {
      const [timeline] = elements(pageAt(path), 'div').filter((one) => hasClass(one, 'timeline'))
      expect(timeline && linksIn(timeline), path).toEqual(dated)
      const bars = timeline ? elements(timeline, 'dd').flatMap((row) => elements(row, 'svg')) : []
      expect(bars.filter((one) => attribute(one, 'aria-label'))).toHaveLength(dated.length)
      const caption =
        timeline &&
        elements(timeline, 'div')
          .filter((one) => hasClass(one, 'caption'))
          .map(textOf)
          .join()
      expect(caption).toContain(String(entries.length - dated.length))
    }
  },
)

test.each(content.locales)('the %s portfolio has the same index, which leads to its own entries', (locale) => {
  const index = elements(pageAt(`${locale}/print/portfolio/`), 'dl').filter((one) => hasClass(one, 'index'))
  for (const tag of evident) {
    const [row] = index
      .flatMap((list) => elements(list, 'div'))
      .filter((one) => attribute(one, 'id')?.endsWith(`--${tag.id}`))
    expect(row && linksIn(row), tag.id).toEqual(shownBy(tag.id).entries.map((id) => `#${id}`))
  }
})
