import { z } from 'zod'
import { diagram } from './schema-diagram.ts'
import { common, highlights, link, note, period, tags } from './schema-parts.ts'
import { field, filled, id, name, text, url } from './schema-values.ts'

const figure = z.strictObject({
  id: field(id, 'Unique among the figures.', 'services'),
  value: field(name, 'The number, in quotes.', '500+', { zh: '1.3万+', en: '13,000+' }),
  label: field(text, 'What it counts.', { zh: '在线推理服务', en: 'inference services' }),
})

const reference = z.strictObject({
  id: field(id, 'What the case study cites it by: `<Ref id="haystack" />`.', 'haystack'),
  authors: field(filled, 'Who wrote it.', 'Doug Beaver, Sanjeev Kumar'),
  title: field(filled, 'Its title.', 'Finding a Needle in Haystack'),
  venue: field(filled, 'Where it was published.', 'OSDI'),
  lang: field(filled.default('en'), 'The language of the work, as a BCP 47 tag.', 'zh-CN'),
  year: field(z.int().min(1900).max(2100), 'When it was published.', 2010),
  url: field(url.optional(), 'Where it can be read.', 'https://www.usenix.org/'),
})

/** `projects/<id>/project.yaml`: one system. Its id is the folder's name. */
export const projectSchema = z
  .strictObject({
    name: field(name, 'What it is called.', 'bfs', { zh: '通用存储', en: 'General-Purpose Storage' }),
    kind: field(z.enum(['work', 'open-source']), 'Which section it stands in.', 'work'),
    order: field(z.int(), 'Where it stands among its kind: smallest first.', 80),
    organization: field(id.optional(), 'The id of an organization in `experience.yaml`.', 'acme'),
    roles: field(z.array(name).default([]), 'What you were there.', ['Team lead']),
    type: field(name.optional(), 'What sort of thing it is, in a word.', 'talk', { zh: '应用', en: 'application' }),
    period,
    summary: common.summary,
    short: field(text.optional(), 'A shorter summary for paper.', { zh: '小文件存储。', en: 'Small-file storage.' }),
    figures: field(z.array(figure).default([]), 'How large the work was: figures, and what they count.', [
      { id: 'services', value: '500+', label: { zh: '在线服务', en: 'services' } },
    ]),
    tags,
    highlights,
    links: field(z.array(link).default([]), 'Where more about it can be found.', [
      { id: 'code', label: { zh: '代码', en: 'Code' }, url: 'https://github.com/ada/bfs' },
    ]),
    references: field(z.array(reference).default([]), 'Published works that the case study explains.', [
      { id: 'haystack', authors: 'Doug Beaver', title: 'Finding a Needle in Haystack', venue: 'OSDI', year: 2010 },
    ]),
    diagrams: field(z.array(diagram).default([]), 'Drawings of how its parts belong together, above the case study.', [
      { id: 'parts', title: { zh: '组成', en: 'Parts' }, nodes: [{ id: 'proxy', label: 'Proxy' }] },
    ]),
    draft: field(z.boolean().default(false), 'A draft is checked like any other project and shown nowhere.', true),
    note,
  })
  .meta({ description: 'project.yaml: one system. Its id is the name of its folder.' })
