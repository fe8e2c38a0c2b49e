import schema from '@diglot/print/print.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { jobListSchema, outputPath } from './jobs.ts'

test('the JSON Schema is what the validator says of itself; vitest run src/jobs.test.ts --update writes it anew', async () => {
  // Draft 7 is what every editor knows.
  const current = z.toJSONSchema(jobListSchema, { io: 'input', target: 'draft-7' })
  await expect(`${JSON.stringify(current, null, 2)}\n`).toMatchFileSnapshot('../print.schema.json')
})

/** What spans fields or jobs: JSON Schema lets it pass, the validator does not. */
const BEYOND_SCHEMA = [
  / is taken by another job\./,
  /^would write .* twice\./,
  / for a facing edition: /,
  /^is a list, which only a facing edition has\./,
  /^is not a field of a job\. Did you mean /,
]

const path = fc
  .array(fc.constantFrom('', '.', '..', '...', '..a', 'a', 'B:', 'c:', '\\', '\n', '{paper}', '茶', '😀'), {
    maxLength: 4,
  })
  .map((parts) => parts.join('/'))
const file = (...endings: string[]) =>
  fc
    .tuple(fc.oneof(path, fc.string({ unit: 'binary' })), fc.constantFrom('', ...endings))
    .map((parts) => parts.join(''))

/** A field as it should be, more often than not. */
const or = <T>(good: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 })

const job = fc.record(
  {
    name: or(fc.string()),
    source: or(fc.oneof(file('.html'), fc.array(file('.html'), { maxLength: 3 }))),
    facing: or(fc.boolean()),
    output: or(file('.pdf', '.PDF', '.pdf\n')),
    setting: or(file('.json')),
    papers: or(fc.array(fc.constantFrom('a4', 'letter', 'a3'), { maxLength: 2 })),
    pages: or(
      fc.record(
        {
          max: or(fc.oneof(fc.integer({ min: -1 }), fc.double())),
          fill: or(fc.double({ min: -0.1, max: 1.1 })),
          least: fc.nat(),
        },
        { requiredKeys: [] },
      ),
    ),
    note: fc.jsonValue(),
  },
  { requiredKeys: ['name', 'source', 'output'] },
)
const list = or(
  fc.record({ $schema: or(fc.webUrl()), jobs: or(fc.array(or(job), { maxLength: 2 })) }, { requiredKeys: ['jobs'] }),
)

test('the JSON Schema and the validator take and refuse the same lists', () => {
  const valid = new Ajv().compile(schema)
  const seen = { true: 0, false: 0 }
  const agree = (input: unknown) => {
    const accepted = valid(input)
    seen[`${accepted}`]++
    const messages = jobListSchema.safeParse(input).error?.issues.map(({ message }) => message) ?? []
    expect(messages.every((message) => BEYOND_SCHEMA.some((known) => known.test(message)))).toBe(accepted)
  }
  fc.assert(fc.property(list, agree), { seed: 3, numRuns: 1000 })
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(200)
})

test('outputPath puts the paper in', () => {
  expect(outputPath({ output: 'zh/resume.{paper}.pdf' }, 'letter')).toBe('zh/resume.letter.pdf')
})
