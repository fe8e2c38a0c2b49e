import { type Locale, locales } from '../locale.ts'
import { sectionNames } from '../schema.ts'
import { type Draft, type DraftFiles, type DraftMapping, Name, Prose, Ref } from './draft.ts'
import { headings } from './headings.ts'
import type { Dated, Education, Project, Resume, Work } from './resume.ts'
import { Ids } from './slug.ts'

/** Nothing in a résumé says how much an item matters: it is shown, and may be left out where a page is too short. */
const priority = 2

/**
 * The data files that a résumé in one language makes. Every entry gets an id from its words, the same ones every time.
 *
 * @throws Error where the résumé names nobody
 */
export function toDataFiles(resume: Resume, locale: Locale): DraftFiles {
  if (!resume.name) throw new Error('The résumé has no name. Add it: a résumé is somebody’s.')
  const tags: DraftMapping = {}
  const tagIds = new Ids('tag')
  const organizations: DraftMapping[] = []
  const organizationIds = new Ids('organization')
  const fragments = new Ids('entry', sectionNames)

  const projects = resume.projects.map((project) => ({ id: fragments.next(project.name), ...projectFile(project) }))
  const files: DraftFiles = {
    'profile.yaml': mapping({
      locales: [locale],
      name: new Name(resume.name),
      headline: prose(resume.headline),
      summary: prose(resume.summary),
      location: mapping({
        city: named(resume.location.city),
        region: named(resume.location.region),
        countryCode: resume.location.countryCode,
      }),
      contacts: list('contact', resume.contacts, ({ id, label, url, username }) => [
        [id ?? label],
        { label: new Name(label), url, username },
      ]),
      skills: list('skill', resume.skills, ({ label, level, text, keywords }) => [
        [label],
        { label: prose(label), level: prose(level), text: prose(text), tags: tagged(keywords) },
      ]),
    }),
    'tags.yaml': tags,
    'experience.yaml': mapping({
      organizations,
      roles: resume.work.map((work) => {
        const id = fragments.next([work.organization, work.title].filter(Boolean).join(' '))
        return mapping({ id, ...roleOf(work) })
      }),
    }),
    'background.yaml': background(resume),
    'editions.yaml': { resume: { title: Object.fromEntries(locales.map((one) => [one, headings[one].resume])) } },
    'private.yaml': mapping({ ...resume.secrets, address: prose(resume.secrets.address) }),
  }
  for (const [index, { id, ...project }] of projects.entries()) {
    files[`projects/${id}/project.yaml`] = mapping({ ...project, order: (index + 1) * 10 })
  }
  // An edition has to have something to print.
  const lists = [resume.skills, resume.work, resume.projects, Object.values(files['background.yaml'] ?? {})]
  if (!resume.summary && lists.every((list) => list.length === 0)) delete files['editions.yaml']
  return Object.fromEntries(Object.entries(files).filter(([, file]) => Object.keys(file).length > 0))

  function tagged(keywords: string[]): Draft[] {
    return keywords
      .map((keyword) => {
        const known = Object.entries(tags).find(([, tag]) => nameOf(tag) === keyword)?.[0]
        const id = known ?? tagIds.next(keyword)
        tags[id] ??= { name: new Name(keyword), kind: kindOf(keyword) }
        return new Ref('tag', id)
      })
      .filter((tag, index, all) => all.findIndex(({ id }) => id === tag.id) === index)
  }

  function organizationOf(name: string | undefined, url?: string, description?: string): Draft | undefined {
    if (!name) return undefined
    const known = organizations.find((one) => nameOf(one) === name && isSame(one, url, description))
    if (known) {
      Object.assign(known, mapping({ url, description: prose(description) }))
      return new Ref('organization', String(known.id))
    }
    const id = organizationIds.next(name)
    organizations.push(mapping({ id, name: new Name(name), url, description: prose(description) }))
    return new Ref('organization', id)
  }

  function roleOf(work: Work) {
    return {
      organization: organizationOf(work.organization, work.url, work.description),
      title: prose(work.title),
      location: named(work.location),
      period: mapping({ ...work.period }),
      summary: prose(work.summary),
      tags: tagged(work.keywords),
      highlights: highlights(work.highlights),
    }
  }

  function projectFile(project: Project) {
    return {
      name: new Name(project.name),
      kind: /open[ -]?source|开源/i.test(project.type ?? '') ? 'open-source' : 'work',
      order: 0,
      organization: organizationOf(project.organization),
      roles: project.roles.map((role) => new Name(role)),
      type: named(project.type),
      period: mapping({ ...project.period }),
      summary: prose(project.summary),
      tags: tagged(project.keywords),
      highlights: highlights(project.highlights),
      links: project.url ? [{ id: 'website', label: new Name(new URL(project.url).hostname), url: project.url }] : [],
    }
  }

  function background({ education, volunteer, publications, awards, certificates, ...rest }: Resume): DraftMapping {
    const happening =
      (by: string) =>
      (one: Dated): [string[], Fields] => [
        [one.title],
        { title: new Name(one.title), [by]: named(one.by), date: one.date, url: one.url, summary: prose(one.summary) },
      ]
    return mapping({
      education: list('education', education, (school) => [[school.institution], schoolOf(school)]),
      publications: list('publication', publications, happening('publisher')),
      awards: list('award', awards, happening('awarder')),
      certificates: list('certificate', certificates, happening('issuer')),
      volunteer: list('volunteer', volunteer, ({ keywords, ...work }) => [
        [work.organization],
        {
          ...{ organization: named(work.organization), url: work.url, title: prose(work.title) },
          ...{ location: named(work.location), period: mapping({ ...work.period }), summary: prose(work.summary) },
          highlights: highlights(work.highlights),
        },
      ]),
      languages: list('language', rest.languages, ({ language, fluency }) => [
        [language],
        { language: prose(language), fluency: prose(fluency) },
      ]),
      interests: list('interest', rest.interests, ({ name, keywords }) => [
        [name],
        { name: new Name(name), keywords: keywords.map((keyword) => new Name(keyword)) },
      ]),
      recommendations: list('recommendation', rest.recommendations, ({ name, text }) => [
        [name],
        { name: new Name(name), text: prose(text) },
      ]),
    })
  }
}

/** A keyword does not say what it is: one Latin word is most often a technology, and anything longer a topic. */
function kindOf(keyword: string): string {
  return /^[\p{Script=Latin}\d.+#/&-]+$/u.test(keyword) ? 'technology' : 'topic'
}

function schoolOf(school: Education): Fields {
  return {
    ...{ institution: new Name(school.institution), url: school.url, area: prose(school.area) },
    ...{ degree: prose(school.degree), location: named(school.location), period: mapping({ ...school.period }) },
    ...{ score: named(school.score), courses: school.courses.map((course) => new Name(course)) },
    ...{ summary: prose(school.summary), highlights: highlights(school.highlights) },
  }
}

function highlights(texts: string[]): Draft[] {
  return list('item', texts, (text) => [[text], { priority, text: prose(text) }])
}

type Fields = Record<string, Draft | undefined>

/** Entries with an id each: `describe` gives the words to make it of, and the rest of the entry. */
function list<T>(noun: string, items: readonly T[], describe: (item: T) => [(string | undefined)[], Fields]): Draft[] {
  const ids = new Ids(noun)
  return items.map((item) => {
    const [words, fields] = describe(item)
    return mapping({ id: ids.next(...words), ...fields })
  })
}

/** A mapping of what is there: nothing empty is written. */
function mapping(fields: Fields): DraftMapping {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && !isEmpty(value))
  return Object.fromEntries(kept) as DraftMapping
}

function isEmpty(value: Draft): boolean {
  if (value instanceof Prose || value instanceof Name || value instanceof Ref) return false
  return typeof value === 'object' && Object.keys(value).length === 0
}

const prose = (text: string | undefined) => (text === undefined ? undefined : new Prose(text))
const named = (text: string | undefined) => (text === undefined ? undefined : new Name(text))

function nameOf(draft: Draft): string | undefined {
  const name = typeof draft === 'object' && 'name' in draft ? draft.name : undefined
  return name instanceof Name ? name.text : undefined
}

/** Whether what is said of an organization does not contradict what is known of it. */
function isSame(known: DraftMapping, url?: string, description?: string): boolean {
  const { url: knownUrl, description: knownText } = known
  const sameUrl = !url || !knownUrl || url === knownUrl
  const sameText = !description || !(knownText instanceof Prose) || description === knownText.text
  return sameUrl && sameText
}
