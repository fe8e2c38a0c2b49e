import { expect, test } from 'vitest'
import { isBefore, parseYearMonth, presentMonth, type YearMonth } from './period.ts'

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
])('from %s to %s: the end is before the start: %s', (start, end, expected) => {
  expect(isBefore(at(end), at(start))).toBe(expected)
})

test.each([
  ['2026-11-15T00:00:00Z', {}, '2026-11'],
  ['2026-10-31T09:59:59Z', {}, '2026-10'],
  // It is November in Kiribati.
  ['2026-10-31T10:00:00Z', {}, '2026-11'],
  // A commit that is older than the facts, and a clock that has stopped.
  ['2026-11-15T00:00:00Z', { SOURCE_DATE_EPOCH: '1577836800' }, '2026-11'],
  ['1970-01-01T00:00:00Z', { SOURCE_DATE_EPOCH: '1577836800' }, '2020-01'],
  ['2026-11-15T00:00:00Z', { SOURCE_DATE_EPOCH: 'yesterday' }, '2026-11'],
])('at %s with %j the month is %s', (clock, env, expected) => {
  expect(presentMonth(Date.parse(clock), env)).toEqual(at(expected))
})

function at(value: string): YearMonth {
  const point = parseYearMonth(value)
  if (!point) throw new Error(`${value} is no point in time`)
  return point
}
