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
  /^would write over print\.json itself\./,
  / for a facing edition: /,
  /^is a list, which only a facing edition has\./,
  /^is not a field of a job\. Did you mean /,
]

const path = fc
  .array(fc.constantFrom('a', 'b.c', '茶', '{paper}', '😀', '...', '..a', '.', '..', '', 'C:', 'x\\y', '\n'), {
    maxLength: 4,
  })
  .map((parts) => parts.join('/'))
const file = (ending: string) =>
  fc
    .tuple(
      fc.oneof(path, fc.string({ unit: 'binary' })),
      fc.oneof(fc.constant(ending), fc.constantFrom('', `${ending}\n`)),
    )
    .map((parts) => parts.join(''))

const fields: Record<string, fc.Arbitrary<unknown>> = {
  name: fc.string(),
  source: fc.oneof(file('.html'), fc.array(file('.html'), { maxLength: 3 })),
  facing: fc.boolean(),
  output: file('.pdf'),
  setting: file('.json'),
  papers: fc.array(fc.constantFrom('a4', 'letter', 'a3'), { maxLength: 2 }),
  pages: fc.record(
    {
      max: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.double()),
      fill: fc.double({ min: -0.1, max: 1.1 }),
      least: fc.nat(),
    },
    { requiredKeys: [] },
  ),
  note: fc.jsonValue(),
}

/** A good job but for one field, which is anything near what it should be, far from it, or not there. */
const job = fc
  .constantFrom(...Object.keys(fields))
  .chain((name) =>
    fc
      .oneof({ arbitrary: fields[name] ?? fc.constant(0), weight: 8 }, fc.jsonValue(), fc.constant(undefined))
      .map((value) => JSON.parse(JSON.stringify({ name: 'a', source: 'a.html', output: 'a.pdf', [name]: value }))),
  )
const list = fc.oneof(
  { arbitrary: fc.record({ jobs: fc.tuple(job) }), weight: 8 },
  fc.record({ $schema: fc.jsonValue(), jobs: fc.array(fc.oneof(job, fc.jsonValue())) }, { requiredKeys: [] }),
  fc.jsonValue(),
)

test('the JSON Schema and the validator take and refuse the same lists', () => {
  const valid = new Ajv().compile(schema)
  const seen = { true: 0, false: 0 }
  const agree = (input: unknown) => {
    const accepted = valid(input)
    seen[`${accepted}`]++
    const messages = jobListSchema.safeParse(input).error?.issues.map(({ message }) => message) ?? []
    expect(
      messages.every((message) => BEYOND_SCHEMA.some((known) => known.test(message))),
      messages.join(),
    ).toBe(accepted)
  }
  fc.assert(fc.property(list, agree), { seed: 3, numRuns: 1000 })
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(200)
})

const A = { name: 'a', source: 'a.html', output: 'a.{paper}.pdf' }

test.each([
  ['one setting for two papers', [{ ...A, setting: 'a.json', papers: ['a4', 'letter'] }], /^would write a\.json twice/],
  [
    'one setting for two jobs',
    [
      { ...A, setting: 'x.json' },
      { ...A, name: 'b', output: 'b.pdf', setting: './x.json' },
    ],
    /^would write x\.json twice/,
  ],
  ['a setting over the list itself', [{ ...A, setting: './print.json' }], /^would write over print\.json itself/],
])('refuses %s', (_, jobs, expected) => {
  const issues = jobListSchema.safeParse({ jobs }).error?.issues ?? []
  expect(issues.map(({ message, path }) => [path.at(-1), message])).toEqual([
    ['setting', expect.stringMatching(expected)],
  ])
})

test('outputPath puts the paper in', () => {
  expect(outputPath({ output: 'zh/resume.{paper}.pdf' }, 'letter')).toBe('zh/resume.letter.pdf')
})
