/** What several of the data files have in common: periods, notes, highlights and links. */
import { z } from 'zod'
import { distinct, filled, id, name, text, url, yearMonth } from './schema-values.ts'

/** When something was done. Each side may be left out when it is not known. */
export const period = z.strictObject({
  start: yearMonth('Write a month like 2021-06, or a year like 2021.').optional(),
  end: yearMonth('Write a month like 2021-06, a year like 2021, or present.', 'present').optional(),
})

/** A remark of the owner to himself, shown as it is written: for the private audience, in an edition that prints notes. */
export const note = filled

export const highlight = z.strictObject({
  /** Unique within its project or role. */
  id,
  /** 1 is the most important; an edition keeps highlights up to a priority of its choice. */
  priority: z.int().min(1).max(5),
  tags: distinct(id).default([]),
  text,
  /** A shorter wording for paper. */
  short: text.optional(),
  note: note.optional(),
})

export const link = z.strictObject({ id, label: name, url })
