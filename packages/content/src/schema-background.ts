/** `background.yaml`: education, and whatever else stands beside the work. Every list may be left out. */
import { z } from 'zod'
import { common, highlights, period } from './schema-parts.ts'
import { field, id, name, text, yearMonth } from './schema-values.ts'
import type { backgroundSections } from './sections.ts'

const date = field(
  yearMonth('Write a month like 2021-06, or a year like 2021.').optional(),
  'When it was: a month or a year.',
  '2021-06',
  2021,
)

/** One list of entries, each with an id that is unique in it. */
function entries<T extends z.core.$ZodLooseShape>(description: string, example: string, shape: T) {
  const entry = z.strictObject({
    id: field(id, 'Unique in its list. It becomes an address, so keep it.', example),
    ...shape,
  })
  return z.array(entry).default([]).meta({ description })
}

/** What happened once: its name, when it was, where more is to be read. */
const happening = {
  title: field(name, 'What it is called.', { zh: '最佳论文奖', en: 'Best Paper Award' }),
  date,
  url: common.url,
  summary: common.summary,
}

const lists = {
  education: entries('Schools and what was studied there.', 'some-university', {
    institution: field(name, 'The school.', { zh: '某大学', en: 'Some University' }),
    url: common.url,
    area: field(text.optional(), 'What was studied.', { zh: '计算机科学', en: 'Computer Science' }),
    degree: field(text.optional(), 'What it led to.', { zh: '学士', en: 'Bachelor' }),
    location: common.location,
    period,
    score: field(name.optional(), 'A grade in its own scale, in quotes.', '3.7/4.0'),
    courses: field(z.array(name).default([]), 'What was attended.', [{ zh: '操作系统', en: 'Operating Systems' }]),
    summary: common.summary,
    highlights,
  }),
  publications: entries('What you published.', 'some-paper', {
    ...happening,
    publisher: field(name.optional(), 'Where it was published.', 'OSDI'),
  }),
  awards: entries('What you were awarded.', 'best-paper', {
    ...happening,
    awarder: field(name.optional(), 'Who gave it.', 'OSDI'),
  }),
  certificates: entries('What you have a certificate of.', 'some-certificate', {
    ...happening,
    issuer: field(name.optional(), 'Who issued it.', 'CNCF'),
  }),
  volunteer: entries('What you did without pay.', 'some-meetup', {
    organization: field(name, 'For whom.', { zh: '开源社', en: 'An open-source society' }),
    url: common.url,
    title: field(text.optional(), 'What you were.', { zh: '志愿者', en: 'Volunteer' }),
    location: common.location,
    period,
    summary: common.summary,
    highlights,
  }),
  languages: entries('The languages that you speak.', 'english', {
    language: field(text, 'Its name.', { zh: '英语', en: 'English' }),
    fluency: field(text.optional(), 'How well.', { zh: '流利', en: 'Fluent' }),
  }),
  interests: entries('What you like.', 'chess', {
    name: field(name, 'What it is.', { zh: '国际象棋', en: 'Chess' }),
    keywords: field(z.array(name).default([]), 'More exactly.', [{ zh: '残局', en: 'Endgames' }]),
  }),
  recommendations: entries('What others say of you, in their words.', 'ada', {
    name: field(name, 'Who says it.', 'Ada Lovelace'),
    text: field(text, 'What was said.', { zh: '非常可靠。', en: 'Entirely reliable.' }),
  }),
} satisfies Record<(typeof backgroundSections)[number], z.ZodType>

export const backgroundSchema = z
  .strictObject(lists)
  .meta({ description: 'background.yaml: education, and whatever else stands beside the work.' })
