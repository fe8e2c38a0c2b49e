import { expect, test } from 'vitest'
import { DOTS, drawTimeline } from './timeline.ts'

const december = 2022 * 12 + 11

test('a bar begins with its first month, ends with its last, and the scale has whole years', () => {
  const { years, bars } = drawTimeline(
    [
      { start: '2021-01', end: '2021-06' },
      { start: '2020', end: '2023' },
    ],
    december,
  )
  expect(years.map(({ year, x }) => [year, x])).toEqual([
    [2020, 0],
    [2021, 25],
    [2022, 50],
    [2023, 75],
  ])
  expect(bars).toEqual([
    { x: 25, width: 12.5, openStart: false, openEnd: false },
    { x: 0, width: 100, openStart: false, openEnd: false },
  ])
})

test('what goes on, and what nobody knows the start of, has room for the dots that say so', () => {
  const [going, known] = drawTimeline([{ start: '2021-01', end: 'present' }, { end: '2022-12' }], december).bars
  expect(going).toEqual({ x: DOTS, width: 100 - 2 * DOTS, openStart: false, openEnd: true })
  expect(known).toMatchObject({ openStart: true, openEnd: false })
  expect((known?.x ?? 0) + (known?.width ?? 0)).toBeCloseTo(100 - DOTS)
})

test.each([
  [1, '2022'],
  [7, '2016,2017,2018,2019,2020,2021,2022'],
  [12, '2012,2014,2016,2018,2020'],
  [33, '1990,1995,2000,2005,2010,2015'],
])('over %i years no year is written where there is no room for it', (count, written) => {
  const { years } = drawTimeline([{ start: String(2023 - count), end: '2022' }], december)
  expect(years.map(({ year }) => year).join()).toBe(written)
})
