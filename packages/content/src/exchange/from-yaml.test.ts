import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../load.ts'
import { emptyFolder, writeFiles } from '../test-data.ts'
import { importResume } from './import-resume.ts'
import { formatPath } from './report.ts'

/** The facts that a file gives, and what its report says of each value that is not there as it was. */
async function imported(source: string) {
  const folder = emptyFolder()
  writeFiles(folder, { 'cv.yaml': source })
  const { format, locale, notes } = await importResume(join(folder, 'cv.yaml'), join(folder, 'me'))
  const content = await loadContent(join(folder, 'me'), { audience: 'private' })
  return { format, locale, content, notes: notes.map(({ path, reason }) => `${formatPath(path)}: ${reason}`) }
}

const yamlResume = `
locale: { language: zh-hans }
content:
  basics: { name: 埃达, headline: 工程师, phone: "123", summary: "一位**工程师**。" }
  location: { city: 上海, country: China, address: 某路1号 }
  profiles: [{ network: GitHub, username: ada }, { network: WeChat, username: ada }]
  education: [{ institution: 大学, area: 数学, degree: Bachelor, startDate: Sep 2016, endDate: "Jul 1, 2020", courses: [代数] }]
  work:
    - name: 某公司
      position: 工程师
      startDate: 2020-01
      keywords: [Go]
      summary: |
        做发布系统。

        - 设计了
          整个系统
        - 维护[平台](https://example.org)
  languages: [{ language: English, fluency: Full Professional Proficiency, keywords: [TOEFL] }]
layouts: [{ engine: latex }]
`

test('YAMLResume: the lists in its summaries become highlights', async () => {
  const { format, locale, content, notes } = await imported(yamlResume)
  expect([format, locale]).toEqual(['YAMLResume', 'zh'])
  expect(content.profile).toMatchObject({
    summary: { zh: '一位**工程师**。' },
    location: { city: { zh: '上海' }, countryCode: 'CN' },
    contacts: [{ url: 'https://github.com/ada' }],
  })
  expect(content.roles).toMatchObject([
    {
      period: { start: '2020-01', end: 'present' },
      tags: ['go'],
      summary: { zh: '做发布系统。' },
      highlights: [{ text: { zh: '设计了 整个系统' } }, { text: { zh: '维护[平台](https://example.org)' } }],
    },
  ])
  expect(content.background.education).toMatchObject([
    { period: { start: '2016-09', end: '2020-07' }, degree: { zh: 'Bachelor' }, courses: [{ zh: '代数' }] },
  ])
  expect(content.private).toMatchObject({ phone: '123', address: { zh: '某路1号' } })
  expect(notes.sort()).toMatchInlineSnapshot(`
    [
      "content.education[0].endDate: It became 2020-07: periods and dates hold a month.",
      "content.education[0].startDate: It became 2016-09.",
      "content.languages[0].keywords[0]: Diglot has no field for it.",
      "content.profiles[1]: It has no address, and a contact is a link.",
      "layouts: How it looks is decided in editions.yaml and by the styles.",
    ]
  `)
})

const renderCv = `
cv:
  name: John Doe
  location: San Francisco, CA
  email: [john@example.com, doe@example.com]
  photo: photo.jpg
  phone: tel:+1-415-555-1234
  website: https://johndoe.example
  social_networks: [{ network: LinkedIn, username: johndoe }]
  custom_connections: [{ placeholder: Book a call, url: https://cal.example/doe, fontawesome_icon: calendar }]
  sections:
    summary: [An engineer., Of **systems**.]
    experience:
      - { company: Acme, position: Lead, start_date: 2020-01-15, end_date: present, location: Rome, highlights: [Led a team] }
      - { company: Acme, position: Engineer, date: Fall 2018, revenue: 5M }
    education: [{ institution: MIT, area: CS, degree: BS, start_date: 2012-09, end_date: 2016-05, highlights: ["GPA: 3.9"] }]
    projects: [{ name: "[Flash](https://flash.example)", date: 2021, summary: Fast. }]
    publications: [{ title: On Notes, authors: ["*John Doe*", Ada], doi: 10.1/x, journal: Nature, date: 2023-07 }]
    selected_honors: [{ bullet: First prize }]
    skills: [{ label: Languages, details: "Python, Go" }]
    favourite_dishes: [Pasta]
design: { theme: classic }
settings: { current_date: today }
`

test('RenderCV: an entry is what its keys say, in a section of whatever title', async () => {
  const { format, locale, content, notes } = await imported(renderCv)
  expect([format, locale]).toEqual(['RenderCV', 'en'])
  expect(content.profile).toMatchObject({
    summary: { en: 'An engineer. Of **systems**.' },
    contacts: [{ id: 'website' }, { url: 'https://www.linkedin.com/in/johndoe' }, { label: { en: 'Book a call' } }],
    skills: [{ label: { en: 'Languages' }, tags: ['python', 'go'] }],
  })
  expect(content.roles).toMatchObject([
    {
      period: { start: '2020-01', end: 'present' },
      location: { en: 'Rome' },
      highlights: [{ text: { en: 'Led a team' } }],
    },
    { title: { en: 'Engineer' }, organization: 'acme' },
  ])
  expect(content.projects).toMatchObject([
    { name: { en: 'Flash' }, period: { start: '2021' }, links: [{ url: 'https://flash.example' }] },
  ])
  expect(content.background).toMatchObject({
    education: [{ degree: { en: 'BS' }, highlights: [{ text: { en: 'GPA: 3.9' } }] }],
    publications: [{ publisher: { en: 'Nature' }, url: 'https://doi.org/10.1/x', summary: { en: '*John Doe*, Ada' } }],
    awards: [{ title: { en: 'First prize' } }],
  })
  expect(content.private).toEqual({ phone: '+1-415-555-1234', email: 'john@example.com' })
  expect(notes.sort()).toMatchInlineSnapshot(`
    [
      "cv.custom_connections[0].fontawesome_icon: Contacts have no icons.",
      "cv.email[1]: There is room for one.",
      "cv.photo: No page shows a portrait.",
      "cv.sections.experience[0].start_date: It became 2020-01: periods and dates hold a month.",
      "cv.sections.experience[1].date: It is no date that can be read.",
      "cv.sections.experience[1].revenue: Diglot has no field for it.",
      "cv.sections.favourite_dishes[0]: No section of Diglot is like "favourite_dishes".",
      "design: How it looks is decided in editions.yaml and by the styles.",
      "settings: It is about the program, not about the person.",
    ]
  `)
})

test('neither holds anything that a page would run', async () => {
  const evil = '"<script>alert(1)</script> [x](javascript:alert(1)) {alert(1)}"'
  for (const source of [
    `cv: { name: ${evil}, sections: { experience: [{ company: ${evil}, position: ${evil}, highlights: [${evil}] }] } }`,
    `content: { basics: { name: ${evil}, summary: ${evil} }, work: [{ name: ${evil}, position: ${evil}, summary: ${evil} }] }`,
  ]) {
    const { content } = await imported(source)
    expect(content.roles[0]?.title?.en).toContain('\\[x\\]\\(javascript')
  }
})
