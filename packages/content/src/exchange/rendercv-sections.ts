import { isPresent } from './clean.ts'
import type { Reader } from './reader.ts'
import type { Resume, Span } from './resume.ts'

type Section = (entry: Reader, resume: Resume) => void

/** Reads a section of a RenderCV into a résumé, entry by entry. */
export function readSection(title: string, section: Reader, resume: Resume) {
  const kind = kindOf(title)
  for (const entry of section.items()) {
    if (entry.keys().includes('company')) resume.work.push(readWork(entry))
    else if (entry.keys().includes('institution')) readEducation(entry, resume)
    else if (entry.keys().includes('authors')) readPublication(entry, resume)
    else if (kind) kind(entry, resume)
    else entry.reject(`No section of Diglot is like ${JSON.stringify(title)}.`)
  }
}

/** What a section is about, by the words of its title in either language. */
const kinds: [RegExp, Section][] = [
  [
    /summary|profile|about|objective|简介|总结/i,
    (entry, resume) => {
      resume.summary = entry.joined([resume.summary, lineOf(entry)]) ?? resume.summary
    },
  ],
  [
    /volunteer|志愿/i,
    (entry, resume) => {
      const organization = entry.at('name').name()
      if (organization) resume.volunteer.push({ organization, keywords: [], ...readTold(entry) })
    },
  ],
  [
    /experience|employment|work|工作|实习/i,
    (entry, resume) => {
      const title = entry.at('name').markdown()
      if (title) resume.work.push({ title, keywords: [], ...readTold(entry) })
    },
  ],
  [/project|项目|开源|open.source/i, readProject],
  [/award|hono(u)?r|prize|荣誉|奖/i, (entry, resume) => readHappening(entry, resume.awards)],
  [/certifi|licen[cs]e|证书/i, (entry, resume) => readHappening(entry, resume.certificates)],
  [/publication|patent|paper|talk|论文|专利|演讲/i, (entry, resume) => readHappening(entry, resume.publications)],
  [
    /spoken|^languages?$|语言/i,
    (entry, resume) => {
      const language = entry.oneOf('label', 'name').markdown() ?? lineOf(entry)
      if (language) resume.languages.push({ language, fluency: entry.at('details').markdown() })
    },
  ],
  [
    /interest|hobb|兴趣/i,
    (entry, resume) => {
      const name = entry.oneOf('label', 'name').name() ?? lineOf(entry)
      if (name) resume.interests.push({ name, keywords: words(entry.at('details')) })
    },
  ],
  [
    /skill|technolog|tool|技能|技术/i,
    (entry, resume) => {
      const label = entry.at('label').markdown() ?? lineOf(entry)
      if (label) resume.skills.push({ label, keywords: words(entry.at('details')) })
    },
  ],
]

function kindOf(title: string): Section | undefined {
  return kinds.find(([words]) => words.test(title.replaceAll('_', ' ')))?.[1]
}

function readTold(entry: Reader) {
  return {
    period: readPeriod(entry),
    location: entry.at('location').name(),
    summary: entry.at('summary').markdown(),
    highlights: entry
      .at('highlights')
      .items()
      .flatMap((item) => item.markdown() ?? []),
  }
}

function readWork(entry: Reader) {
  return {
    organization: entry.at('company').name(),
    title: entry.at('position').markdown(),
    keywords: [],
    ...readTold(entry),
  }
}

function readEducation(entry: Reader, resume: Resume) {
  const institution = entry.at('institution').name()
  if (!institution) return
  resume.education.push({
    institution,
    area: entry.at('area').markdown(),
    degree: entry.at('degree').markdown(),
    courses: [],
    ...readTold(entry),
  })
}

function readPublication(entry: Reader, resume: Resume) {
  const title = entry.at('title').name()
  if (!title) return
  const doi = entry.at('doi').name()
  const authors = entry
    .at('authors')
    .items()
    .flatMap((author) => author.markdown() ?? [])
  resume.publications.push({
    title,
    by: entry.at('journal').name(),
    date: entry.at('date').month(),
    url: entry.at('url').url() ?? (doi && `https://doi.org/${encodeURI(doi)}`),
    summary: entry.joined([authors.join(', '), entry.at('summary').markdown()], '. '),
  })
}

/** A name may be a link: `[FlashInfer](https://github.com/…)`. */
function readProject(entry: Reader, resume: Resume) {
  const raw = entry.at('name').name()
  const [, text, link] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(raw ?? '') ?? []
  const name = text ?? raw ?? lineOf(entry)
  if (!name) return
  const url = link ? entry.at('name').as(link).url() : undefined
  resume.projects.push({ name, url, roles: [], keywords: [], ...readTold(entry) })
}

function readHappening(entry: Reader, list: Resume['awards']) {
  const title = entry.at('name').name() ?? lineOf(entry)
  if (!title) return
  const { period, location, summary, highlights } = readTold(entry)
  list.push({
    title,
    by: location,
    date: period?.start ?? period?.end,
    summary: entry.joined([summary, ...highlights]),
  })
}

/** The one text of an entry that has no parts: a string, a bullet, a numbered one. */
function lineOf(entry: Reader): string | undefined {
  return entry.markdown() ?? entry.oneOf('bullet', 'number', 'reversed_number').markdown()
}

/** `Python, Go, Rust` as names. */
function words(details: Reader): string[] {
  const text = details.name() ?? ''
  return text
    .split(/[,，、;；]\s*/)
    .map((word) => word.trim())
    .filter(Boolean)
}

/** A date of its own goes before start and end, which may be written out as `present`. */
function readPeriod(entry: Reader): Span | undefined {
  const date = entry.at('date').isEmpty ? undefined : entry.at('date').month()
  const start = entry.at('start_date').month() ?? date
  const last = entry.at('end_date')
  const end = isPresent(last.value) ? last.raw() && 'present' : (last.month() ?? date)
  if (!start && !end) return undefined
  return last.isEmpty && start && !date ? { start, end: 'present' } : { start, end }
}
