import { expect, test } from 'vitest'
import { headersFile } from './headers.ts'

const file = headersFile('/base/', ['', '404/', 'zh/', 'zh/projects/bfs/', 'zh/projects/lambda/', 'zh/print/resume/'])
const rules = new Map(
  file.split('\n\n').map((rule) => {
    const [place = '', ...lines] = rule.trim().split('\n')
    return [place, lines.map((line) => line.trim())]
  }),
)
const policy = (place: string) => rules.get(place)?.find((line) => line.startsWith('Content-Security-Policy: '))

test('each kind of page has one rule, below the base path', () => {
  expect([...rules.keys()]).toEqual([
    ...['/base/*', '/base/_astro/*', '/base/fonts/*', '/base/'],
    ...['/base/zh/', '/base/zh/print/*', '/base/zh/projects/*'],
  ])
})

test('script is allowed where a page may need it', () => {
  const scripted = [...rules.keys()].filter((place) => policy(place)?.includes("script-src 'self'"))
  expect(scripted).toEqual(['/base/zh/print/*', '/base/zh/projects/*'])
})

test('nobody frames a page, and only print documents have inline styles', () => {
  expect(policy('/base/*')).toBe("Content-Security-Policy: frame-ancestors 'none'")
  expect(policy('/base/zh/projects/*')).toContain("require-trusted-types-for 'script'")
  expect([...rules.keys()].filter((place) => policy(place)?.includes('unsafe-inline'))).toEqual(['/base/zh/print/*'])
})
