import { content } from 'virtual:diglot/facts'
import type { DeepReadonly, Highlight, Locale, Period, Project, SectionName, Selected } from '@diglot/content'
import { partId } from './fragments.ts'
import { words as wordsOf } from './i18n.ts'
import { careerSections, labelsOf, projectsIn } from './sections.ts'

/** An entry of a section as one language tells it, whatever kind of fact it is. Texts are inline Markdown. */
export interface EntryTexts {
  /** Its fragment, the same in every language. */
  id: string
  title: string
  /** The address of its own page, where it is not a project. */
  page?: string | undefined
  period?: Readonly<Period> | undefined
  organization?: string | undefined
  labels: (string | undefined)[]
  figures?: DeepReadonly<Project['figures']>
  summary?: string | undefined
  highlights?: DeepReadonly<Highlight[]>
  note?: string | undefined
  /** Sentences below the rest, small. */
  told?: string[]
  project?: DeepReadonly<Project>
}

/** Whether anything of an entry stands in the side column. */
export function hasSide({ period, organization, labels = [], figures = [] }: Partial<EntryTexts>): boolean {
  return Boolean(period || organization || figures.length > 0 || labels.some((label) => label !== undefined))
}

/** A short fact: a label, and words. */
export interface RowTexts {
  id: string
  label: string
  /** Beside the label, softer. */
  level?: string | undefined
  text?: string | undefined
  /** Plain words, listed. */
  words?: readonly string[]
  /** Ids of the tags that it is about. */
  tags?: readonly string[]
  /** The owner's note, where it is to be shown. */
  note?: string | undefined
}

/** The entries of a section, in the order of the selection; none where the section has rows, or is a text. */
export function entriesIn(section: SectionName, shown: Selected, locale: Locale): EntryTexts[] {
  const { background } = shown
  if (section === 'experience') return shown.roles.map((role) => roleEntry(role, locale))
  if (section === 'education') return background.education.map((one) => educationEntry(one, locale))
  if (section === 'volunteer') {
    return background.volunteer.map(({ id, organization, url, period, title, location, summary, highlights }) => ({
      id: partId(section, id),
      title: organization[locale],
      page: url,
      period,
      labels: [title?.[locale], location?.[locale]],
      summary: summary?.[locale],
      highlights,
    }))
  }
  const happenings = happeningsIn(section, shown).map(({ id, title, date, url, summary, by }) => ({
    id: partId(section, id),
    title: title[locale],
    page: url,
    period: date === undefined ? undefined : { start: date },
    labels: [by?.[locale]],
    summary: summary?.[locale],
  }))
  return [...happenings, ...projectsIn(section, shown.projects).map((project) => projectEntry(project, locale))]
}

/** The entries of what the owner has done, whichever of its sections are shown. */
export function careerEntries(shown: Selected, locale: Locale): EntryTexts[] {
  return careerSections.flatMap((section) =>
    shown.sections.includes(section) ? entriesIn(section, shown, locale) : [],
  )
}

/** The rows of a section; none where it has entries, or is a text. */
export function rowsIn(section: SectionName, { profile, background }: Selected, locale: Locale): RowTexts[] {
  const nameOf = (tag: string) => content.tags.find(({ id }) => id === tag)?.name[locale] ?? tag
  if (section === 'skills') {
    return profile.skills.map(({ id, label, level, text, tags, note }) => ({
      id,
      label: label[locale],
      level: level?.[locale],
      text: text?.[locale],
      words: text ? [] : tags.map(nameOf),
      tags,
      note,
    }))
  }
  if (section === 'languages') {
    return background.languages.map(({ id, language, fluency }) => ({
      id,
      label: language[locale],
      text: fluency?.[locale],
    }))
  }
  if (section === 'interests') {
    return background.interests.map(({ id, name, keywords }) => ({
      id,
      label: name[locale],
      words: keywords.map((keyword) => keyword[locale]),
    }))
  }
  if (section !== 'recommendations') return []
  return background.recommendations.map(({ id, name, text }) => ({ id, label: name[locale], text: text[locale] }))
}

function roleEntry(role: Selected['roles'][number], locale: Locale): EntryTexts {
  const employer = content.organizations.find(({ id }) => id === role.organization)
  const labels = [employer && role.title, role.department, role.location, employer?.description]
  return {
    id: role.id,
    title: employer?.name[locale] ?? role.title?.[locale] ?? role.id,
    page: employer?.url,
    period: role.period,
    labels: labels.map((label) => label?.[locale]),
    summary: role.summary?.[locale],
    highlights: role.highlights,
    note: role.note,
  }
}

function projectEntry(project: DeepReadonly<Project>, locale: Locale): EntryTexts {
  const { id, name, period, organization, figures, summary, highlights, note } = project
  const labels = labelsOf(project, locale)
  return {
    id,
    title: name[locale],
    period,
    organization,
    labels,
    figures,
    summary: summary?.[locale],
    highlights,
    note,
    project,
  }
}

function educationEntry(one: Selected['background']['education'][number], locale: Locale): EntryTexts {
  const t = wordsOf(locale)
  const courses = one.courses.map((course) => course[locale]).join(t(($) => $.entry.separator))
  return {
    id: partId('education', one.id),
    title: one.institution[locale],
    page: one.url,
    period: one.period,
    labels: [one.degree?.[locale], one.area?.[locale], one.location?.[locale]],
    summary: one.summary?.[locale],
    highlights: one.highlights,
    told: [
      ...(one.score ? [t(($) => $.entry.score, { score: one.score[locale] })] : []),
      ...(courses ? [t(($) => $.entry.courses, { courses })] : []),
    ],
  }
}

/** What happened once; `by` is who published, awarded or issued it. */
function happeningsIn(section: SectionName, { background }: Selected) {
  if (section === 'publications') return background.publications.map((one) => ({ ...one, by: one.publisher }))
  if (section === 'awards') return background.awards.map((one) => ({ ...one, by: one.awarder }))
  if (section === 'certificates') return background.certificates.map((one) => ({ ...one, by: one.issuer }))
  return []
}
