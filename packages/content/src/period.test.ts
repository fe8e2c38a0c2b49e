import { expect, test } from 'vitest'
import { endsBeforeStart, parseYearMonth, type YearMonth } from './period.ts'

test.each<[string, YearMonth | undefined]>([
  ['2021', { year: 2021 }],
  ['2021-06', { year: 2021, month: 6 }],
  ['1999-12', { year: 1999, month: 12 }],
  ['2023-13', undefined],
  ['2023-00', undefined],
  ['2023-6', undefined],
  ['1800', undefined],
  ['2021-06-01', undefined],
  ['2021.06', undefined],
  [' 2021', undefined],
  ['2021\n', undefined],
  ['present', undefined],
  ['', undefined],
])('parseYearMonth(%j) is %j', (value, expected) => {
  expect(parseYearMonth(value)).toEqual(expected)
})

test.each([
  ['2021', '2020', true],
  ['2021', '2021', false],
  ['2021-06', '2021-05', true],
  ['2021-06', '2021-06', false],
  ['2021-06', '2022-01', false],
  ['2021-06', '2021', false],
  ['2021', '2021-01', false],
])('from %s to %s: ends before it starts: %s', (start, end, expected) => {
  expect(endsBeforeStart(at(start), at(end))).toBe(expected)
})

function at(value: string): YearMonth {
  const point = parseYearMonth(value)
  if (!point) throw new Error(`${value} is no point in time`)
  return point
}
