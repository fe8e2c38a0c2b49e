/** `background.yaml`: education, and whatever else stands beside the work. Every list may be left out. */
import { z } from 'zod'
import { highlight, period } from './schema-parts.ts'
import { id, name, text, url, yearMonth } from './schema-values.ts'
import type { backgroundSections } from './sections.ts'

const date = yearMonth('Write a month like 2021-06, or a year like 2021.')

/** One list of entries, each with an id that is unique in it. */
function entries<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.array(z.strictObject({ id, ...shape })).default([])
}

/** What happened once: its name, when it was, where more is to be read. */
const happening = { title: name, date: date.optional(), url: url.optional(), summary: text.optional() }

const lists = {
  education: entries({
    institution: name,
    url: url.optional(),
    /** What was studied: `Computer Science`. */
    area: text.optional(),
    /** What it led to: `Bachelor`. */
    degree: text.optional(),
    location: name.optional(),
    period: period.optional(),
    /** A grade in its own scale: `3.7/4.0`. */
    score: name.optional(),
    courses: z.array(name).default([]),
    summary: text.optional(),
    highlights: z.array(highlight).default([]),
  }),
  publications: entries({ ...happening, publisher: name.optional() }),
  awards: entries({ ...happening, awarder: name.optional() }),
  certificates: entries({ ...happening, issuer: name.optional() }),
  volunteer: entries({
    organization: name,
    url: url.optional(),
    title: text.optional(),
    location: name.optional(),
    period: period.optional(),
    summary: text.optional(),
    highlights: z.array(highlight).default([]),
  }),
  /** Languages that the owner speaks. */
  languages: entries({ language: text, fluency: text.optional() }),
  interests: entries({ name, keywords: z.array(name).default([]) }),
  /** What others say of the owner, in their words. */
  recommendations: entries({ name, text }),
} satisfies Record<(typeof backgroundSections)[number], z.ZodType>

export const backgroundSchema = z.strictObject(lists)
