import type { Content, DeepReadonly } from '../content.ts'
import { parseInline, plainText } from '../inline.ts'
import { type Locale, locales } from '../locale.ts'
import { filled } from './filled.ts'
import { Reader } from './reader.ts'
import type { Remark } from './report.ts'

/** A résumé by the JSON Resume schema, 1.x. */
export interface JsonResume {
  $schema: string
  basics: { name: string; [key: string]: unknown }
  [section: string]: unknown
}

const schemaAddress = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/**
 * The facts in one language as a JSON Resume. Texts lose their marks, since the format is plain; every value that the
 * format has no field for is in `notes`.
 *
 * @see https://docs.jsonresume.org/schema
 */
export function toJsonResume(content: DeepReadonly<Content>, locale: Locale): { resume: JsonResume; notes: Remark[] } {
  const facts = new Reader(content)
  const profile = facts.at('profile')
  const background = facts.at('background')
  const secrets = facts.at('private')
  const organizations = new Map(
    facts
      .at('organizations')
      .items()
      .map((one) => [one.at('id').value, one]),
  )
  const tags = new Map(
    facts
      .at('tags')
      .items()
      .map((one) => [one.at('id').value, one]),
  )
  const contacts = profile.at('contacts').items()
  const website = contacts.find((contact) => contact.at('id').value === 'website')
  const place = profile.at('location')
  facts.at('locales').skip()
  facts.at('editions').skip()
  website?.at('label').skip()

  const resume: JsonResume = {
    $schema: schemaAddress,
    basics: filled({
      name: name(profile.at('name')) ?? '',
      label: text(profile.at('headline')),
      email: secrets.at('email').raw(),
      phone: secrets.at('phone').raw(),
      url: website?.at('url').raw(),
      summary: text(profile.at('summary')),
      location: filled({
        address: text(secrets.at('address')),
        postalCode: secrets.at('postalCode').raw(),
        city: name(place.at('city')),
        region: name(place.at('region')),
        countryCode: place.at('countryCode').raw(),
      }),
      profiles: contacts
        .filter((contact) => contact !== website)
        .map((contact) =>
          filled({
            network: name(contact.at('label')),
            username: contact.at('username').raw(),
            url: contact.at('url').raw(),
          }),
        ),
    }),
    work: facts.at('roles').entries((role) => {
      const organization = organizationOf(role)
      return filled({
        name: name(organization.at('name')),
        location: name(role.at('location')),
        description: text(organization.at('description')),
        position: text(role.at('title')),
        url: organization.at('url').raw(),
        ...dates(role),
        summary: text(role.at('summary')),
        highlights: highlights(role),
      })
    }),
    volunteer: background.at('volunteer').entries((one) =>
      filled({
        organization: name(one.at('organization')),
        location: name(one.at('location')),
        position: text(one.at('title')),
        url: one.at('url').raw(),
        ...dates(one),
        summary: text(one.at('summary')),
        highlights: highlights(one),
      }),
    ),
    education: background.at('education').entries((school) =>
      filled({
        institution: name(school.at('institution')),
        url: school.at('url').raw(),
        area: text(school.at('area')),
        studyType: text(school.at('degree')),
        ...dates(school),
        score: name(school.at('score')),
        courses: school.at('courses').entries(name),
      }),
    ),
    awards: happenings('awards', 'awarder', { title: 'title', date: 'date' }),
    certificates: happenings('certificates', 'issuer', { title: 'name', date: 'date' }),
    publications: happenings('publications', 'publisher', { title: 'name', date: 'releaseDate' }),
    skills: profile.at('skills').entries((skill) =>
      filled({
        name: text(skill.at('label')),
        level: text(skill.at('level')),
        keywords: keywords(skill),
        summary: text(skill.at('text')),
      }),
    ),
    languages: background
      .at('languages')
      .entries((one) => filled({ language: text(one.at('language')), fluency: text(one.at('fluency')) })),
    interests: background
      .at('interests')
      .entries((one) => filled({ name: name(one.at('name')), keywords: one.at('keywords').entries(name) })),
    references: background
      .at('recommendations')
      .entries((one) => filled({ name: name(one.at('name')), reference: text(one.at('text')) })),
    projects: facts.at('projects').entries((project) => {
      const isOpenSource = project.at('kind').raw() === 'open-source'
      return filled({
        name: name(project.at('name')),
        description: text(project.at('summary')),
        highlights: highlights(project),
        keywords: keywords(project),
        ...dates(project),
        url: firstLink(project),
        roles: project.at('roles').entries(name),
        entity: name(organizationOf(project).at('name')),
        type: name(project.at('type')) ?? (isOpenSource ? 'open-source' : undefined),
      })
    }),
    meta: { version: 'v1.0.0' },
  }
  const reason = 'JSON Resume has no field for it.'
  return { resume: filled(resume), notes: facts.rest(reason).filter(isOfThisLanguage) }

  function name(reader: Reader): string | undefined {
    return reader.at(locale).raw()
  }

  function text(reader: Reader): string | undefined {
    const raw = name(reader)
    if (raw === undefined) return undefined
    if (plainText(raw) !== raw && parseInline(raw).nodes.some(({ type }) => type !== 'text')) {
      reader.at(locale).note('changed', 'It is plain text there: emphasis, code and links lose their marks.')
    }
    return plainText(raw)
  }

  function highlights(entry: Reader) {
    return entry.at('highlights').entries((highlight) => text(highlight.at('text')))
  }

  function keywords(entry: Reader) {
    return entry.at('tags').entries((tag) => name(tags.get(tag.raw())?.at('name') ?? tag))
  }

  function organizationOf(entry: Reader): Reader {
    return organizations.get(entry.at('organization').raw()) ?? new Reader(undefined)
  }

  /** What goes on has no end there; what has none in the facts cannot be told from it. */
  function dates(entry: Reader) {
    const period = entry.at('period')
    const startDate = period.at('start').raw()
    const end = period.at('end').raw()
    if (startDate && !end) period.note('changed', 'It has no end, and is read as going on.')
    return { startDate, endDate: end === 'present' ? undefined : end }
  }

  function firstLink(project: Reader): string | undefined {
    const [link] = project.at('links').items()
    const url = link?.at('url').raw()
    if (url && link?.at('label').at(locale).value === new URL(url).hostname) link.at('label').skip()
    return url
  }

  function happenings(section: string, by: string, keys: { title: string; date: string }) {
    return background.at(section).entries((one) =>
      filled({
        [keys.title]: name(one.at('title')),
        [by]: name(one.at(by)),
        [keys.date]: one.at('date').raw(),
        url: one.at('url').raw(),
        summary: text(one.at('summary')),
      }),
    )
  }

  /** The other language has a file of its own; and what is false is no loss. */
  function isOfThisLanguage({ path, value }: Remark): boolean {
    const isOther = path.some((key) => key !== locale && locales.some((other) => other === key))
    return !isOther && value !== 'false'
  }
}
