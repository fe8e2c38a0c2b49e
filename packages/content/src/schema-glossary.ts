import { z } from 'zod'
import { field, filled, perLocale } from './schema-values.ts'

/** One way of writing a term, or several. */
const forms = z
  .union([filled, z.array(filled).min(1)], { error: 'Write a text in quotes, or a list of texts.' })
  .transform((value) => (typeof value === 'string' ? [value] : value))

const term = z.strictObject({
  term: field(
    filled,
    'The name as its makers write it, or the term. A language without forms of its own writes it so.',
    'Go',
  ),
  ...perLocale(
    field(
      forms.optional(),
      'What it is called in this language; of several forms, the preferred one first.',
      '参数服务器',
      ['parameter server', 'ps'],
    ),
  ),
  casing: field(
    z.enum(['exact', 'word']).optional(),
    '`exact`: no other casing of the term is right. `word`: neither, but in English the same word in small letters means ' +
      'something else. An ordinary word has none.',
    'exact',
  ),
  avoid: field(z.array(filled).default([]), 'What is not to be written instead.', ['Golang']),
})

/** `glossary.yaml`: how names and terms are written, in each language. */
export const glossarySchema = z
  .strictObject({
    terms: field(z.array(term).default([]), 'The names and terms.', [
      { term: 'Go', casing: 'word', avoid: ['Golang'] },
    ]),
  })
  .meta({ description: 'glossary.yaml: how names and terms are written, in each language.' })
