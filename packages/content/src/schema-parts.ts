/** What several of the data files have in common: periods, notes, tags, highlights and links. */
import { z } from 'zod'
import { distinct, field, filled, id, name, text, url, yearMonth } from './schema-values.ts'

/** When something was done. Each side may be left out when it is not known. */
const periodSchema = z.strictObject({
  start: field(
    yearMonth('Write a month like 2021-06, or a year like 2021.').optional(),
    'The first month, or the year. Leave it out when it is not known.',
    '2021-06',
    2021,
  ),
  end: field(
    yearMonth('Write a month like 2021-06, a year like 2021, or present.', 'present').optional(),
    'The last month, the year, or `present`. Leave it out when it is not known.',
    '2022-02',
    'present',
  ),
})

export const period = field(periodSchema.optional(), 'When it was.', { start: '2021-06', end: 'present' })

export const note = field(
  filled.optional(),
  'A remark of your own, shown as it is written: for the private audience, in an edition that prints notes.',
  'Ask for the numbers.',
)

export const tags = field(distinct(id).default([]), 'What it is about: keys of `tags.yaml`.', ['go', 'storage'])

export const highlight = z.strictObject({
  id: field(id, 'Unique in its list. It becomes an address, so keep it.', 'atomic-upload'),
  priority: field(
    z.int().min(1).max(5),
    'How important it is: 1 the most, 5 the least. An edition prints highlights up to a priority of its choice.',
    1,
  ),
  tags,
  text: field(text, 'What was done, in a sentence.', { zh: '优化上传逻辑。', en: 'Improved the **upload path**.' }),
  short: field(text.optional(), 'A shorter wording for paper.', { zh: '优化上传。', en: 'Improved uploads.' }),
  note,
})

export const highlights = field(
  z.array(highlight).default([]),
  'What was done, each in a sentence; the order is that of the page.',
  [{ id: 'upload', priority: 1, text: { zh: '优化上传逻辑。', en: 'Improved the upload path.' } }],
)

export const link = z.strictObject({
  id: field(id, 'Unique in its list.', 'github'),
  label: field(name, 'What is shown for the address.', 'GitHub', { zh: '代码', en: 'Code' }),
  url: field(url, 'Where it leads: an address that starts with https:// or http://.', 'https://github.com/ada'),
})

/** The fields that many entries have, each with its meaning. */
export const common = {
  url: field(url.optional(), 'Its page on the web.', 'https://example.com/'),
  location: field(name.optional(), 'Where it was.', 'Palo Alto', { zh: '上海', en: 'Shanghai' }),
  summary: field(text.optional(), 'What it is, in a sentence or two.', {
    zh: '通用小文件存储系统。',
    en: 'A general-purpose small-file store.',
  }),
}
