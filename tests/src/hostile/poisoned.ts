/** A data set that passes, with every payload in every text and every odd address in every field that takes one. */
import { oddAddresses } from './links.ts'
import { payloads } from './markup.ts'

const poison = payloads.join(' ')
const text = { zh: `字 ${poison}`, en: `word ${poison}` }
const safeAddresses = oddAddresses.filter((address) => !address.includes('\u202e'))

/** For the side column, which is no place for so much. */
const narrow = `${payloads[0]} ${payloads[2]}`
const label = { zh: narrow, en: narrow }

const highlights = payloads.map((payload, index) => ({
  id: `h${index}`,
  priority: 1,
  tags: ['go'],
  text: { zh: payload, en: payload },
  short: { zh: payload, en: payload },
}))

const links = safeAddresses.map((url, index) => ({ id: `l${index}`, label: narrow, url }))

const project = {
  name: `${payloads[5]} ${payloads[7]}`,
  order: 1,
  organization: 'acme',
  period: { start: '2020-01', end: 'present' },
  summary: text,
  short: text,
  figures: [{ id: 'f', value: narrow, label }],
  tags: ['go'],
  highlights,
  links,
  references: safeAddresses.map((url, index) => ({
    ...{
      id: `r${index}`,
      authors: narrow,
      title: narrow,
      venue: payloads[index + 7],
      lang: payloads[index],
      year: 2020,
      url,
    },
  })),
}

/** The files, as JSON: YAML holds all of it. */
export const poisoned: Record<string, string> = Object.fromEntries(
  Object.entries({
    'profile.yaml': {
      // It stands in the title, in a style sheet and at the head of each sheet, which holds no more.
      name: `${payloads[5]} ${payloads[13]}`,
      headline: text,
      summary: text,
      location: { city: poison },
      contacts: links,
      skills: [{ id: 's', label, text, tags: ['go'] }],
    },
    'tags.yaml': { go: { name: poison, kind: 'technology' }, topic: { name: poison, kind: 'topic' } },
    'experience.yaml': {
      organizations: [{ id: 'acme', name: narrow, url: safeAddresses[0] }],
      roles: [
        {
          id: 'role',
          organization: 'acme',
          title: label,
          department: label,
          location: narrow,
          summary: text,
          highlights: highlights.slice(0, 2),
        },
      ],
    },
    'background.yaml': {
      education: [
        {
          id: 'e',
          institution: narrow,
          area: label,
          degree: label,
          courses: [poison],
          summary: text,
          highlights: highlights.slice(2, 4),
        },
      ],
      publications: [{ id: 'p', title: narrow, publisher: narrow, url: safeAddresses[1], summary: text }],
      awards: [{ id: 'a', title: narrow, awarder: narrow, summary: text }],
      certificates: [{ id: 'c', title: narrow, issuer: narrow, url: safeAddresses[2] }],
      volunteer: [{ id: 'v', organization: narrow, title: label, summary: text }],
      languages: [{ id: 'l', language: label, fluency: label }],
      interests: [{ id: 'i', name: narrow, keywords: [poison] }],
      recommendations: [{ id: 'n', name: narrow, text }],
    },
    'editions.yaml': {
      all: {
        title: text,
        papers: ['a4'],
        contents: true,
        links: true,
        caseStudies: true,
        headline: text,
        summary: text,
      },
      book: { title: text, papers: ['a4'], facing: true, contents: true, sections: ['summary', 'skills'] },
    },
    'projects/work/project.yaml': { ...project, kind: 'work' },
    'projects/open/project.yaml': { ...project, kind: 'open-source', highlights: [] },
  }).map(([file, value]) => [file, `${JSON.stringify(value, null, 2)}\n`]),
)
