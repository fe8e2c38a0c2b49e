import type { Locale } from '../locale.ts'
import { isPresent } from './clean.ts'
import { profileUrl, readEmail, readSkill } from './contacts.ts'
import { headings } from './headings.ts'
import { readParagraph, readProse } from './prose.ts'
import type { Reader } from './reader.ts'
import { emptyResume, type Resume, type Span } from './resume.ts'

/**
 * Reads a YAMLResume. Its summaries are Markdown: the items of their lists become highlights.
 *
 * @see https://yamlresume.dev/docs/content
 */
export function fromYamlResume(file: Reader, locale: Locale): Resume {
  const content = file.at('content')
  const basics = content.at('basics')
  const location = content.at('location')
  file.at('layouts').reject('How it looks is decided in editions.yaml and by the styles.')
  file.at('locale').at('language').raw()
  const website = basics.at('url').url()
  return {
    ...emptyResume(),
    name: basics.at('name').name(),
    headline: basics.at('headline').markdown(),
    summary: readParagraph(basics.at('summary')),
    location: {
      city: location.at('city').name(),
      region: location.at('region').name(),
      countryCode: readCountry(location.at('country')),
    },
    secrets: {
      phone: basics.at('phone').name(),
      email: readEmail(basics.at('email')),
      address: location.at('address').text(),
      postalCode: location.at('postalCode').name(),
    },
    contacts: [
      ...(website ? [{ id: 'website', label: headings[locale].website, url: website }] : []),
      ...content.at('profiles').entries(readProfile),
    ],
    work: content.at('work').entries((work) => {
      const [organization, title] = [work.at('name').name(), work.at('position').markdown()]
      if (!organization && !title) return work.reject('It names neither an organization nor a position.')
      return {
        organization,
        title,
        url: work.at('url').url(),
        period: readPeriod(work),
        keywords: work.at('keywords').names(),
        ...readProse(work.at('summary')),
      }
    }),
    volunteer: content.at('volunteer').entries((work) => {
      const organization = work.at('organization').name()
      if (!organization) return work.reject('It names no organization.')
      return {
        organization,
        title: work.at('position').markdown(),
        url: work.at('url').url(),
        period: readPeriod(work),
        keywords: [],
        ...readProse(work.at('summary')),
      }
    }),
    education: content.at('education').entries((school) => {
      const institution = school.at('institution').name()
      if (!institution) return school.reject('It names no institution.')
      return {
        institution,
        url: school.at('url').url(),
        area: school.at('area').markdown(),
        degree: school.at('degree').markdown(),
        period: readPeriod(school),
        score: school.at('score').name(),
        courses: school.at('courses').names(),
        ...readProse(school.at('summary')),
      }
    }),
    awards: content.at('awards').entries((one) => readHappening(one, 'title', 'awarder', 'date')),
    certificates: content.at('certificates').entries((one) => readHappening(one, 'name', 'issuer', 'date')),
    publications: content.at('publications').entries((one) => readHappening(one, 'name', 'publisher', 'releaseDate')),
    skills: content.at('skills').entries((skill) => readSkill(skill, locale, (value) => value.markdown())),
    languages: content.at('languages').entries((one) => {
      const language = one.at('language').markdown()
      return language ? { language, fluency: one.at('fluency').markdown() } : one.reject('It names no language.')
    }),
    interests: content.at('interests').entries((one) => {
      const name = one.at('name').name()
      return name ? { name, keywords: one.at('keywords').names() } : one.reject('It has no name.')
    }),
    recommendations: content.at('references').entries((one) => {
      const name = one.at('name').name()
      const text = readParagraph(one.at('summary'))
      for (const key of ['email', 'phone']) one.at(key).reject('It belongs to somebody else, and is not published.')
      return name && text ? { name, text } : one.reject('It needs a name and a text.')
    }),
    projects: content.at('projects').entries((project) => {
      const name = project.at('name').name()
      if (!name) return project.reject('It has no name.')
      const description = project.at('description').markdown()
      const { summary, highlights } = readProse(project.at('summary'))
      return {
        name,
        summary: project.joined([description, summary]),
        highlights,
        keywords: project.at('keywords').names(),
        period: readPeriod(project),
        url: project.at('url').url(),
        roles: [],
      }
    }),
  }
}

function readProfile(profile: Reader) {
  const label = profile.at('network').name()
  const username = profile.at('username').name()
  const url = profile.at('url').url() ?? (label && username && profileUrl(label, username))
  if (url) return { label: label ?? new URL(url).hostname, url, username }
  return profile.reject('It has no address, and a contact is a link.')
}

/** Without an end, it goes on. */
function readPeriod(entry: Reader): Span | undefined {
  const start = entry.at('startDate').month()
  const last = entry.at('endDate')
  if (last.isEmpty) return start ? { start, end: 'present' } : undefined
  const end = isPresent(last.value) ? last.raw() && 'present' : last.month()
  return start || end ? { start, end } : undefined
}

function readHappening(entry: Reader, titleKey: string, byKey: string, dateKey: string) {
  const title = entry.at(titleKey).name()
  if (!title) return entry.reject('It has no name.')
  return {
    title,
    by: entry.at(byKey).name(),
    date: entry.at(dateKey).month(),
    url: entry.at('url').url(),
    summary: readParagraph(entry.at('summary')),
  }
}

/** YAMLResume names countries in English: `China`, `United States`. */
function readCountry(reader: Reader): string | undefined {
  const name = reader.raw()
  if (name === undefined) return undefined
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const code = codes.find((code) => names.of(code) === name)
  if (!code) reader.note('lost', 'It is no country that has a code.')
  return code
}
