import type { Content } from '@diglot/content'
import { expect, test } from 'vitest'
import { allEvidence } from './evidence.ts'

const tag = (id: string) => ({ id, name: { zh: id, en: id }, kind: 'technology' as const })
const entry = (id: string, tags: string[], highlights: string[][] = [], period?: object) => ({
  ...{ id, tags, period },
  highlights: highlights.map((tags, index) => ({ id: `h${index}`, tags })),
})
const facts = {
  tags: ['redis', 'java', 'go', 'typescript'].map(tag),
  roles: [entry('engineer', [], [['go'], ['java']], { start: '2020-08', end: 'present' })],
  projects: [
    entry('bfs', ['go'], [['go'], ['redis']]),
    entry('lambda', ['go'], [[]], { start: '2021-06', end: '2022-02' }),
    entry('rcm', ['java'], [['java'], ['java']]),
  ],
} as unknown as Content
const all = allEvidence(facts)
const summary = (id: string) => {
  const { roles, projects, highlights, periods } = all.find((one) => one.tag.id === id) ?? {}
  return [[...(roles ?? []), ...(projects ?? [])].map((one) => [one.id, one.highlights.length]), highlights, periods]
}

test('what an entry says of itself counts, and what one of its highlights says', () => {
  const go = [
    ['engineer', 1],
    ['bfs', 1],
    ['lambda', 0],
  ]
  expect(summary('go')).toEqual([go, 2, [{ start: '2021-06', end: '2022-02' }]])
  expect(summary('redis')).toEqual([[['bfs', 1]], 1, []])
})

test('what most entries show comes first, and what nothing shows is not there', () => {
  expect(all.map((one) => one.tag.id)).toEqual(['go', 'java', 'redis'])
})
