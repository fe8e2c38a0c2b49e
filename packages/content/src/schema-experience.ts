import { z } from 'zod'
import { common, highlights, note, period, tags } from './schema-parts.ts'
import { field, id, name, text } from './schema-values.ts'

const organization = z.strictObject({
  id: field(id, 'What roles and projects call it by.', 'acme'),
  name: field(name, 'Its name.', 'Acme', { zh: '小红书', en: 'Xiaohongshu (RED)' }),
  url: common.url,
  description: field(text.optional(), 'What it does, in a few words.', { zh: '电商公司', en: 'An online shop' }),
})

const role = z.strictObject({
  id: field(id, 'Unique among roles, projects and sections. It becomes an address, so keep it.', 'acme-engineer'),
  organization: field(id.optional(), 'The id of an organization. Work of one’s own needs none.', 'acme'),
  title: field(text.optional(), 'What you were.', { zh: '云原生开发工程师', en: 'Cloud-Native Software Engineer' }),
  location: common.location,
  department: field(text.optional(), 'Where in the organization.', { zh: '基础技术部', en: 'Infrastructure' }),
  period,
  summary: common.summary,
  tags,
  highlights,
  note,
})

/** `experience.yaml`: organizations, and the roles that were held there. */
export const experienceSchema = z
  .strictObject({
    organizations: field(z.array(organization).default([]), 'Whom you worked for.', [{ id: 'acme', name: 'Acme' }]),
    roles: field(z.array(role).default([]), 'What you were there, in the order of the page.', [
      { id: 'acme-engineer', organization: 'acme', period: { start: '2021-06', end: 'present' } },
    ]),
  })
  .meta({ description: 'experience.yaml: organizations, and the roles that were held there.' })
