import { expect, test } from 'vitest'
import { goodFiles, problemsWith, text } from './test-data.ts'

const drawn = (parts: string) =>
  problemsWith({
    'projects/bfs/project.yaml': `${goodFiles['projects/bfs/project.yaml']}diagrams:\n  - id: parts\n    title: ${text}\n${parts}`,
  })

test('a diagram of parts, a group and arrows is in order', async () => {
  expect(
    await drawn(
      `    groups: [{ id: storage, label: Storage }]\n    nodes: [{ id: proxy, label: Proxy }, { id: hbase, label: HBase, group: storage }]\n    edges: [{ from: proxy, to: hbase, label: ${text} }]\n`,
    ),
  ).toBe('')
})

test('an arrow from or to nothing, a group that is none, and a part that stands twice', async () => {
  expect(
    await drawn(
      [
        '    nodes:',
        '      - { id: proxy, label: Proxy, group: storage }',
        '      - { id: proxy, label: Proxy }',
        '    edges:',
        '      - { from: proxi, to: proxy }',
        '      - { from: proxy, to: hbase }\n',
      ].join('\n'),
    ),
  ).toMatchInlineSnapshot(
    `
    "projects/bfs/project.yaml:9:43 The diagram has no group "storage". Remove it.
    projects/bfs/project.yaml:10:15 The id "proxy" stands twice in nodes, first on line 9. Give each its own.
    projects/bfs/project.yaml:12:17 The diagram has no part "proxi". Did you mean "proxy"?
    projects/bfs/project.yaml:13:28 The diagram has no part "hbase". Use one of: proxy."
  `,
  )
})
