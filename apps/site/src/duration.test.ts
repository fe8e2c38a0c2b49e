import { expect, test } from 'vitest'
import { formatMonths } from './duration.ts'

test.each([
  [1, '1个月', '1 month'],
  [9, '9个月', '9 months'],
  [12, '1年', '1 year'],
  [25, '2年1个月', '2 years 1 month'],
  [76, '6年4个月', '6 years 4 months'],
])('%i months', (months, zh, en) => {
  expect(formatMonths(months, 'zh')).toBe(zh)
  expect(formatMonths(months, 'en')).toBe(en)
})
