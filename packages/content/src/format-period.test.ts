import { describe, expect, it } from 'vitest'
import { formatPeriod } from './format-period.ts'
import type { Locale } from './locale.ts'

const table: [period: Parameters<typeof formatPeriod>[0], zh: string, en: string][] = [
  [{ start: '2021-06', end: '2022-02' }, '2021.06–2022.02', 'Jun 2021 – Feb 2022'],
  [{ start: '2023-03', end: 'present' }, '2023.03–至今', 'Mar 2023 – present'],
  [{ start: '2020', end: '2021' }, '2020–2021', '2020 – 2021'],
  [{ start: '2021-03', end: '2021-03' }, '2021.03', 'Mar 2021'],
  [{ start: '2021-03' }, '2021.03', 'Mar 2021'],
  [{ end: '2021-03' }, '至2021.03', 'until Mar 2021'],
  [{ end: 'present' }, '至今', 'present'],
  [{}, '', ''],
]

describe('a period in the side column', () => {
  for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC', 'Pacific/Kiritimati']) {
    it.each(table)(`reads the same in ${zone}: %j`, (period, zh, en) => {
      process.env.TZ = zone
      const format = (locale: Locale) => formatPeriod(period, locale)
      expect([format('zh'), format('en')]).toEqual([zh, en])
    })
  }
})
