import type { Locale } from '../locale.ts'
import { isPresent } from './clean.ts'
import { readEmail, readSkill } from './contacts.ts'
import { headings } from './headings.ts'
import type { Reader } from './reader.ts'
import { type Dated, emptyResume, type Resume, type Span, type Work } from './resume.ts'

/**
 * Reads a JSON Resume: the 1.x schema, and the names that its fields had before 1.0 (`company`, `website`, `picture`).
 * Its texts are plain: what looks like Markdown in them is shown as it is written.
 *
 * @see https://docs.jsonresume.org/schema
 */
export function fromJsonResume(reader: Reader, locale: Locale): Resume {
  const basics = reader.at('basics')
  const location = basics.at('location')
  basics.oneOf('image', 'picture').reject('No page shows a portrait.')
  reader.at('$schema').reject('It is about the file, not about the person.')
  for (const key of reader.at('meta').keys()) {
    reader.at('meta').at(key).reject('It is about the file, not about the person.')
  }
  const website = basics.oneOf('url', 'website').url()
  return {
    ...emptyResume(),
    name: basics.at('name').name(),
    headline: basics.at('label').text(),
    summary: basics.at('summary').text(),
    location: {
      city: location.at('city').name(),
      region: location.at('region').name(),
      countryCode: location.at('countryCode').matching(/^[A-Z]{2}$/, 'It is no code of a country, like CN.'),
    },
    secrets: {
      phone: basics.at('phone').name(),
      email: readEmail(basics.at('email')),
      address: location.at('address').text(),
      postalCode: location.at('postalCode').name(),
    },
    contacts: [
      ...(website ? [{ id: 'website', label: headings[locale].website, url: website }] : []),
      ...basics.at('profiles').entries(readProfile),
    ],
    work: reader.at('work').entries((work) => {
      const read = readWork(work, 'name', 'company')
      if (!read.organization && !read.title) {
        return work.reject('It names neither an organization nor a position.')
      }
      const [url, description] = [work.oneOf('url', 'website'), work.at('description')]
      if (read.organization) return { ...read, url: url.url(), description: description.text() }
      for (const about of [url, description]) about.reject('It is about an organization, and none is named.')
      return read
    }),
    volunteer: reader.at('volunteer').entries((work) => {
      const url = work.oneOf('url', 'website').url()
      const read = { ...readWork(work, 'organization'), url }
      return read.organization ? read : work.reject('It names no organization.')
    }),
    education: reader.at('education').entries((school) => {
      const institution = school.at('institution').name()
      if (!institution) return school.reject('It names no institution.')
      return {
        institution,
        url: school.at('url').url(),
        area: school.at('area').text(),
        degree: school.at('studyType').text(),
        period: readPeriod(school),
        score: school.oneOf('score', 'gpa').name(),
        courses: school.at('courses').names(),
        highlights: [],
      }
    }),
    awards: reader.at('awards').entries((award) => readDated(award, 'title', 'awarder', 'date')),
    certificates: reader.at('certificates').entries((one) => readDated(one, 'name', 'issuer', 'date')),
    publications: reader.at('publications').entries((one) => readDated(one, 'name', 'publisher', 'releaseDate')),
    skills: reader.at('skills').entries((skill) => readSkill(skill, locale, (value) => value.text())),
    languages: reader.at('languages').entries((one) => {
      const language = one.oneOf('language', 'name').text()
      return language
        ? { language, fluency: one.oneOf('fluency', 'level').text() }
        : one.reject('It names no language.')
    }),
    interests: reader.at('interests').entries((one) => {
      const name = one.at('name').name()
      return name ? { name, keywords: one.at('keywords').names() } : one.reject('It has no name.')
    }),
    recommendations: reader.at('references').entries((one) => {
      const [name, text] = [one.at('name').name(), one.at('reference').text()]
      return name && text ? { name, text } : one.reject('It needs a name and a text.')
    }),
    projects: reader.at('projects').entries((project) => {
      const name = project.at('name').name()
      if (!name) return project.reject('It has no name.')
      return {
        name,
        summary: project.oneOf('description', 'summary').text(),
        highlights: project.at('highlights').texts(),
        keywords: project.at('keywords').names(),
        period: readPeriod(project),
        url: project.at('url').url(),
        roles: project.at('roles').names(),
        organization: project.at('entity').name(),
        type: project.at('type').name(),
      }
    }),
  }
}

function readProfile(profile: Reader) {
  const url = profile.at('url').url()
  const username = profile.at('username').name()
  const label = profile.at('network').name()
  if (url) return { label: label ?? new URL(url).hostname, url, username }
  return profile.reject('It has no address, and a contact is a link.')
}

function readWork(work: Reader, ...names: string[]): Work {
  return {
    organization: work.oneOf(...names).name(),
    title: work.at('position').text(),
    location: work.at('location').name(),
    period: readPeriod(work),
    summary: work.at('summary').text(),
    highlights: work.at('highlights').texts(),
    keywords: [],
  }
}

/** Without an end, JSON Resume means that it goes on; some write it out, which the schema does not allow. */
function readPeriod(entry: Reader): Span | undefined {
  const start = entry.at('startDate').month()
  const last = entry.at('endDate')
  if (last.isEmpty) return start ? { start, end: 'present' } : undefined
  const end = isPresent(last.value) ? last.raw() && 'present' : last.month()
  return start || end ? { start, end } : undefined
}

function readDated(entry: Reader, titleKey: string, byKey: string, dateKey: string): Dated | undefined {
  const title = entry.at(titleKey).name()
  if (!title) return entry.reject('It has no name.')
  return {
    title,
    by: entry.at(byKey).name(),
    date: entry.at(dateKey).month(),
    url: entry.oneOf('url', 'website').url(),
    summary: entry.at('summary').text(),
  }
}
