import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { formatPeriod } from './format-period.ts'

const table: [what: string, period: Parameters<typeof formatPeriod>[0], zh: string, en: string][] = [
  ['two months', { start: '2021-06', end: '2022-02' }, '2021.06–2022.02', 'Jun 2021 – Feb 2022'],
  ['two years', { start: '2020', end: '2021' }, '2020–2021', '2020 – 2021'],
  ['a year and a month', { start: '2020', end: '2021-12' }, '2020–2021.12', '2020 – Dec 2021'],
  ['a month until now', { start: '2023-03', end: 'present' }, '2023.03–至今', 'Mar 2023 – present'],
  ['a year until now', { start: '2023', end: 'present' }, '2023–至今', '2023 – present'],
  ['the same month twice', { start: '2021-03', end: '2021-03' }, '2021.03', 'Mar 2021'],
  ['the same year twice', { start: '2021', end: '2021' }, '2021', '2021'],
  ['a month with no end', { start: '2021-03' }, '2021.03', 'Mar 2021'],
  ['a year with no end', { start: '2021' }, '2021', '2021'],
  ['a month with no start', { end: '2021-03' }, '至2021.03', 'until Mar 2021'],
  ['a year with no start', { end: '2021' }, '至2021', 'until 2021'],
  ['now, with no start', { end: 'present' }, '至今', 'present'],
  ['January, which is December somewhere', { start: '2021-01' }, '2021.01', 'Jan 2021'],
  ['nothing', {}, '', ''],
]

describe('a period in the side column', () => {
  it.each(table)('%s', (_, period, zh, en) => {
    expect([formatPeriod(period, 'zh'), formatPeriod(period, 'en')]).toEqual([zh, en])
  })
})

test('the same bytes everywhere on Earth', async () => {
  const program = `import { formatPeriod } from ${JSON.stringify(new URL('format-period.ts', import.meta.url).href)}
    for (const period of ${JSON.stringify(table.map(([, period]) => period))})
      console.log(formatPeriod(period, 'zh') + '|' + formatPeriod(period, 'en'))`
  const said = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map(async (TZ) => {
    // A process of its own: one that runs has taken its time zone from where it was started.
    const options = { env: { ...process.env, TZ, LC_ALL: 'de_DE.UTF-8' } }
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], options)).stdout
  })
  const expected = table.map(([, , zh, en]) => `${zh}|${en}\n`).join('')
  expect(await Promise.all(said)).toEqual(Array(4).fill(expected))
})
