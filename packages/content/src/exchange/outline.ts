import type { Selected } from '../compose.ts'
import type { Content, DeepReadonly } from '../content.ts'
import { formatPeriod } from '../format-period.ts'
import { plainText } from '../inline.ts'
import { type Locale, type Localized, localeInfo } from '../locale.ts'
import type { Highlight, Period, Project } from '../schema.ts'
import { type SectionName, sectionOf } from '../sections.ts'
import { literal } from './clean.ts'
import { headings } from './headings.ts'

/** A résumé as a document in one language, before it takes the form of Markdown, plain text or DOCX. */
export interface Outline {
  locale: Locale
  /** Plain, as are all titles. */
  name: string
  /** Inline Markdown, as are all texts. */
  headline: string | undefined
  contacts: Contact[]
  sections: { title: string; blocks: Block[] }[]
}

/** A way to reach the owner; `url` where it can be followed. */
interface Contact {
  label: string
  text: string
  url?: string
}

export type Block = Paragraph | Entry | Row

/** A text without a title. */
interface Paragraph {
  kind: 'paragraph'
  text: string
}

/** Something with a heading of its own. */
interface Entry {
  kind: 'entry'
  title: string
  url: string | undefined
  /** When, where and as what: short texts (inline Markdown), in the order in which they are said. */
  labels: string[]
  text: string | undefined
  bullets: string[]
  rows: Row[]
}

/** A label and what it is the label of, both inline Markdown. */
export interface Row {
  kind: 'row'
  label: string
  text: string
}

type Happening = Pick<Facts['background']['awards'][number], 'title' | 'date' | 'url' | 'summary'>

/** What a document is made of: all facts, or those that an edition shows. */
export type Facts = DeepReadonly<Omit<Content, 'profile' | 'roles' | 'projects' | 'background'>> & Selected

/** The facts in the order in which they are read, each text in one language. */
export function outline(facts: Facts, locale: Locale): Outline {
  const { profile, roles, projects, background } = facts
  const words = headings[locale]
  const organizationOf = (id: string | undefined) => facts.organizations.find((one) => one.id === id)
  const tagNames = (ids: readonly string[]) =>
    ids.map((id) => named(facts.tags.find((tag) => tag.id === id)?.name) ?? id)
  const listed = (items: readonly string[]) => items.join(words.separator)
  const said = (value: Localized | undefined) => value?.[locale]
  /** A name among texts: its signs are no marks. */
  const named = (value: Localized | undefined) => value && literal(value[locale])

  return {
    locale,
    name: profile.name[locale],
    headline: said(profile.headline),
    contacts: contacts(),
    sections: facts.sections.map((section) => ({ title: words.sections[section], blocks: blocksOf(section) })),
  }

  function contacts(): Contact[] {
    const { email, phone, address, postalCode } = facts.private ?? {}
    const { city, region, countryCode } = profile.location ?? {}
    const place = [said(city), said(region), countryCode].filter((part) => part !== undefined)
    return [
      ...profile.contacts.map(({ label, url }) => ({ label: label[locale], text: url, url })),
      ...(email ? [{ label: words.email, text: email, url: `mailto:${email}` }] : []),
      ...(phone ? [{ label: words.phone, text: phone }] : []),
      ...(place.length > 0
        ? [{ label: '', text: listed(localeInfo[locale].script === 'Han' ? place.reverse() : place) }]
        : []),
      ...(address ? [{ label: '', text: [address[locale], postalCode].filter(Boolean).join(' ') }] : []),
    ]
  }

  function blocksOf(section: SectionName): Block[] {
    if (section === 'summary') return profile.summary ? [{ kind: 'paragraph', text: profile.summary[locale] }] : []
    if (section === 'experience') {
      return roles.map((role) => {
        const employer = organizationOf(role.organization)
        const title = employer?.name[locale] ?? plainText(said(role.title) ?? '')
        const labels = [
          employer && said(role.title),
          said(role.department),
          named(role.location),
          said(employer?.description),
        ]
        return entry({
          title,
          url: employer?.url,
          period: role.period,
          labels,
          text: role.summary,
          highlights: role.highlights,
        })
      })
    }
    if (section === 'projects' || section === 'open-source') {
      return projects.filter((project) => sectionOf(project) === section).map(projectEntry)
    }
    if (section === 'skills') {
      return profile.skills.map(({ label, level, text, tags }) => {
        const title = level ? words.aside(label[locale], level[locale]) : label[locale]
        return row(title, said(text) ?? listed(tagNames(tags)))
      })
    }
    return backgroundBlocks(section)
  }

  function projectEntry(project: DeepReadonly<Project>): Entry {
    const { name, period, organization, roles, type, figures, summary, highlights, links, tags } = project
    const counted = figures.map(({ value, label }) => `${named(value)} ${label[locale]}`)
    const labels = [named(organizationOf(organization)?.name), ...roles.map(named), named(type), ...counted]
    const made = entry({ title: name[locale], url: links[0]?.url, period, labels, text: summary, highlights })
    const technologies = tags.filter((id) => facts.tags.find((tag) => tag.id === id)?.kind === 'technology')
    const rows = technologies.length > 0 ? [row(words.technologies, listed(tagNames(technologies)))] : []
    return {
      ...made,
      rows: [...rows, ...links.slice(1).map(({ label, url }) => row(literal(label[locale]), literal(url)))],
    }
  }

  function backgroundBlocks(section: keyof typeof background): Block[] {
    const happened = (one: Happening, by?: Localized) =>
      entry({
        title: one.title[locale],
        url: one.url,
        period: one.date ? { start: one.date } : {},
        labels: [named(by)],
        text: one.summary,
      })
    switch (section) {
      case 'education':
        return background.education.map((school) => {
          const { institution, url, period, degree, area, location, score, courses, summary, highlights } = school
          const labels = [said(degree), said(area), named(location)]
          const made = entry({ title: institution[locale], url, period, labels, text: summary, highlights })
          const rows = [
            ...(score ? [row(words.score, literal(score[locale]))] : []),
            ...(courses.length > 0
              ? [row(words.courses, listed(courses.map((course) => literal(course[locale]))))]
              : []),
          ]
          return { ...made, rows }
        })
      case 'publications':
        return background.publications.map((one) => happened(one, one.publisher))
      case 'awards':
        return background.awards.map((one) => happened(one, one.awarder))
      case 'certificates':
        return background.certificates.map((one) => happened(one, one.issuer))
      case 'volunteer':
        return background.volunteer.map(({ organization, url, title, location, period, summary, highlights }) => {
          const labels = [said(title), named(location)]
          return entry({ title: organization[locale], url, period, labels, text: summary, highlights })
        })
      case 'languages':
        return background.languages.map(({ language, fluency }) => row(language[locale], said(fluency) ?? ''))
      case 'interests':
        return background.interests.map(({ name, keywords }) =>
          row(literal(name[locale]), listed(keywords.map((keyword) => literal(keyword[locale])))),
        )
      case 'recommendations':
        return background.recommendations.map(({ name, text }) => row(literal(name[locale]), text[locale]))
    }
  }

  function entry(of: {
    title: string
    url?: string | undefined
    period?: Readonly<Period> | undefined
    labels: (string | undefined)[]
    text?: Localized | undefined
    highlights?: DeepReadonly<Highlight[]>
  }): Entry {
    const when = of.period && formatPeriod(of.period, locale)
    return {
      ...{ kind: 'entry', title: of.title, url: of.url, text: said(of.text), rows: [] },
      labels: [when, ...of.labels].filter((label) => label !== undefined && label !== '') as string[],
      bullets: of.highlights?.map(({ text }) => text[locale]) ?? [],
    }
  }
}

function row(label: string, text: string): Row {
  return { kind: 'row', label, text }
}
