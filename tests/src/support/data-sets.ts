/** Data sets that no owner of a tidy career has: written by code, because they are tedious to write and to read. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'

/** Writes a data set: each file from the value that it holds. */
export async function writeDataSet(folder: string, files: Record<string, unknown>): Promise<string> {
  for (const [name, value] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), stringify(value))
  }
  return folder
}

const both = (zh: string, en: string) => ({ zh, en })
const editions = {
  resume: { title: both('简历', 'Résumé'), pages: { max: 2 }, priority: 2 },
  portfolio: { title: both('作品集', 'Portfolio'), contents: true, caseStudies: true, links: true },
  diglot: { title: both('中英对照', 'Both languages'), facing: true, contents: true, links: true },
}

/** One employer and none, one project, and of each only what must be there. No summary, no contacts, no tags, no skills. */
export const sparse = {
  'profile.yaml': { name: both('林', 'Lin') },
  'experience.yaml': {
    organizations: [{ id: 'acme', name: 'Acme' }],
    roles: [
      { id: 'engineer', organization: 'acme' },
      { id: 'own', title: both('自由职业', 'Self-employed') },
    ],
  },
  'projects/one/project.yaml': { name: 'One', kind: 'work', order: 1 },
  'editions.yaml': editions,
}

const longZh =
  '面向全国三百余家图书馆与档案馆的分布式书目检索、馆际互借与数字资源长期保存一体化服务平台第二期工程暨运维保障体系建设项目'
const longEn = 'Interlibrary Loan and Long-Term Digital Preservation Service'
const longAddress = `https://example.org/${'a-long-way-to-go-and-nowhere-to-break-'.repeat(4)}end?query=${'x'.repeat(60)}`

/** Sixty projects whose names take sixty characters, long addresses, long words, and one of everything else. */
export const crowded = {
  'profile.yaml': {
    name: both('欧阳'.repeat(30), 'Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh-Llanfair'.slice(0, 60)),
    headline: both(longZh, longEn),
    summary: both(`${longZh}。`.repeat(5), `${longEn}. `.repeat(8).trim()),
    contacts: [0, 1, 2, 3].map((index) => ({ id: `site-${index}`, label: both('主页', 'Website'), url: longAddress })),
    skills: Array.from({ length: 20 }, (_, index) => ({
      id: `skill-${index}`,
      label: both(longZh.slice(0, 20), longEn.slice(0, 30)),
      tags: ['tag-0'],
    })),
  },
  'tags.yaml': Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`tag-${index}`, { name: `${longEn} ${index}`, kind: 'technology' }]),
  ),
  'experience.yaml': {
    organizations: [{ id: 'acme', name: both(longZh, longEn) }],
    roles: [
      {
        ...{ id: 'engineer', organization: 'acme', title: both(longZh, longEn), department: both(longZh, longEn) },
        period: { start: '2010-01', end: 'present' },
        highlights: [
          { id: 'work', priority: 1, text: both(`查看[${longAddress}](${longAddress})。`, 'x'.repeat(200)) },
        ],
      },
    ],
  },
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `projects/project-${index}/project.yaml`,
      {
        ...{ name: both(longZh.slice(0, 60), longEn), kind: index % 3 ? 'work' : 'open-source', order: index },
        ...{ organization: 'acme', summary: both(`${longZh}。`, `${longEn}.`) },
        figures: [
          { id: 'size', value: '1,234,567,890,123+', label: both('家图书馆与档案馆', 'libraries and archives') },
        ],
        tags: Array.from({ length: 12 }, (_, tag) => `tag-${tag}`),
        highlights: [{ id: 'work', priority: (index % 5) + 1, text: both(`${longZh}。`, `${longEn}.`) }],
        links: [{ id: 'source', label: longAddress, url: longAddress }],
      },
    ]),
  ),
  'editions.yaml': {
    list: { title: both('列表', 'List'), papers: ['a4'] },
    diglot: { ...editions.diglot, papers: ['a4'] },
  },
}

/** The same, on two pages. */
export const overfull = { ...crowded, 'editions.yaml': { resume: { ...editions.resume, papers: ['a4'] } } }
