import type { Period } from '@diglot/content'
import { expect, test } from 'vitest'
import { countMonths, joinPeriods, monthAt, spanOf } from './spans.ts'

const present = monthAt(new Date('2026-11-25T00:00:00Z'))
const role: Period = { start: '2020-08', end: 'present' }

test.each<[what: string, periods: Period[], joined: Period[], months: number | undefined]>([
  ['nothing', [], [], undefined],
  ['one', [{ start: '2021-06', end: '2022-02' }], [{ start: '2021-06', end: '2022-02' }], 9],
  ['up to the present', [role], [role], 76],
  ['one within another', [{ start: '2021-06', end: '2022-02' }, role], [role], 76],
  [
    'two that overlap',
    [
      { start: '2021-01', end: '2021-08' },
      { start: '2021-06', end: '2021-12' },
    ],
    [{ start: '2021-01', end: '2021-12' }],
    12,
  ],
  [
    'two that follow each other',
    [
      { start: '2022-01', end: '2022-06' },
      { start: '2021-01', end: '2021-12' },
    ],
    [{ start: '2021-01', end: '2022-06' }],
    18,
  ],
  [
    'two with a gap between them',
    [
      { start: '2021-01', end: '2021-06' },
      { start: '2021-08', end: '2021-12' },
    ],
    [
      { start: '2021-01', end: '2021-06' },
      { start: '2021-08', end: '2021-12' },
    ],
    11,
  ],
  ['the same month twice', [{ start: '2021-06', end: '2021-06' }], [{ start: '2021-06', end: '2021-06' }], 1],
  ['an open start', [{ end: '2022-02' }], [{ end: '2022-02' }], undefined],
  ['an open end', [{ start: '2021-06' }], [{ start: '2021-06' }], undefined],
  ['an open start within another', [{ end: '2022-02' }, role], [role], 76],
  ['only that it goes on', [{ end: 'present' }], [{ end: 'present' }], undefined],
  ['bare years', [{ start: '2019', end: '2021' }, role], [{ start: '2019', end: 'present' }], undefined],
])('%s', (_, periods, joined, months) => {
  expect(joinPeriods(periods)).toEqual(joined)
  expect(countMonths(periods, present)).toBe(months)
})

test('of what began after the moment of the build nobody can say how long it took', () => {
  expect(countMonths([role], monthAt(new Date(0)))).toBeUndefined()
  expect(spanOf(role, monthAt(new Date(0)))).toEqual({ from: 2020 * 12 + 7, to: 2020 * 12 + 7 })
})

test('the month of a moment is that of Greenwich, wherever the build runs', () => {
  expect(monthAt(new Date('2026-10-31T23:59:59Z'))).toBe(2026 * 12 + 9)
  expect(monthAt(new Date('2026-11-01T00:00:00Z'))).toBe(2026 * 12 + 10)
})
