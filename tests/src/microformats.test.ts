/** What a reader of microformats takes from the pages: the facts, and not what happens to stand near them. */
import { content, type Locale, plainText } from '@diglot/content'
import { mf2 } from 'microformats-parser'
import { expect, test } from 'vitest'
import { readDist, readPages } from './support/dist.ts'
import { siteAddress } from './support/site.ts'

const site = await siteAddress()
const { profile, roles, projects, organizations, background } = content

/** What is said on a page, with addresses made whole. */
async function saidOn(path: string) {
  const baseUrl = new URL(path, site).href
  return mf2(await readDist(`${path}index.html`), { baseUrl }).items
}

/** A property as a parser gives it: a list, or nothing at all. */
const given = (name: string, ...values: (string | undefined)[]) => {
  const known = values.filter((value) => value !== undefined).map(plainText)
  return known.length > 0 ? { [name]: known } : {}
}
const resumeOf = (locale: Locale) => new URL(`${locale}/`, site).href

/** Whose pages these are. */
const owner = (locale: Locale) => ({
  ...given('name', profile.name[locale]),
  ...given('job-title', profile.headline?.[locale]),
})

/** The roles, then the projects, as they stand on the résumé. */
const career = (locale: Locale) => [
  ...roles.map(({ organization, title, ...role }) => {
    const employer = organizations.find(({ id }) => id === organization)
    return { ...role, title: employer?.name[locale] ?? title?.[locale], url: employer?.url }
  }),
  ...['work', 'open-source'].flatMap((kind) =>
    projects
      .filter((project) => project.kind === kind)
      .map(({ name, ...project }) => ({
        ...project,
        title: name[locale],
        url: new URL(`${locale}/projects/${project.id}/`, site).href,
      })),
  ),
]

test.each(content.locales)('the résumé in %s is one h-resume, which says what the facts say', async (locale) => {
  const [resume, ...more] = await saidOn(`${locale}/`)
  expect(more).toEqual([])
  expect(resume?.type).toEqual(['h-resume'])
  expect(resume?.children ?? []).toEqual([])
  const { name, contact, experience, education = [], skill = [], ...rest } = resume?.properties ?? {}
  expect(String(name)).toContain(profile.name[locale])
  expect(contact).toMatchObject([{ type: ['h-card'] }])
  expect(propertiesOf(contact)).toEqual([
    {
      ...owner(locale),
      uid: [resumeOf(locale)],
      ...given('url', resumeOf(locale), ...profile.contacts.map(({ url }) => url)),
    },
  ])
  expect(propertiesOf(experience)).toEqual(
    career(locale).map(({ title, url, period, summary }) => ({
      ...given('name', title),
      ...given('url', url),
      ...given('start', period?.start),
      ...given('end', period?.end === 'present' ? undefined : period?.end),
      ...given('summary', summary?.[locale]),
    })),
  )
  expect(propertiesOf(education).map(({ name }) => name)).toEqual(
    background.education.map(({ institution }) => [institution[locale]]),
  )
  // A skill without a text of its own is a list of tags, which is the site's to write.
  expect(skill).toEqual(profile.skills.map(({ text }) => (text ? plainText(text[locale]) : expect.any(String))))
  expect(rest).toEqual(given('summary', profile.summary?.[locale]))
})

test('the cover has a card of the owner in each language, which leads to the résumé in it', async () => {
  const cards = await saidOn('')
  expect(cards.map(({ type }) => type)).toEqual(content.locales.map(() => ['h-card']))
  expect(propertiesOf(cards)).toEqual(
    content.locales.map((locale) => ({
      ...owner(locale),
      ...given('note', profile.summary?.[locale]),
      url: [resumeOf(locale)],
    })),
  )
})

test('no other page, and no print document, says anything of that kind', async () => {
  const others = (await readPages()).filter(
    ({ path }) => !['', ...content.locales.map((locale) => `${locale}/`)].includes(path),
  )
  expect(others.some(({ print }) => print)).toBe(true)
  for (const { source, file } of others) expect(mf2(source, { baseUrl: site.href }).items, file).toEqual([])
})

function propertiesOf(items: readonly unknown[] = []) {
  return (items as Awaited<ReturnType<typeof saidOn>>).map(({ properties }) => properties)
}
