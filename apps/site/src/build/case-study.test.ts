import { expect, test } from 'vitest'
import { caseStudy } from './case-study.ts'

test('a column is aligned by a class, not by a style that the policy of the page refuses', () => {
  const cell = (): { type: string; data?: object } => ({ type: 'tableCell' })
  const row = [cell(), cell()]
  const table = { type: 'table', align: [null, 'right'], children: [{ type: 'tableRow', children: row }] }
  caseStudy()({ type: 'root', children: [table] }, { path: 'projects/bfs/en.mdx' })
  expect(table.align).toEqual([null, null])
  expect(row.map(({ data }) => data)).toEqual([undefined, { hProperties: { className: 'align-right' } }])
})

test('an explainer learns the language of its case study', () => {
  const explainer = { type: 'mdxJsxFlowElement', name: 'Explainer', attributes: [] }
  caseStudy()({ type: 'root', children: [explainer] }, { path: 'projects/bfs/en.mdx' })
  expect(explainer.attributes).toEqual([{ type: 'mdxJsxAttribute', name: 'locale', value: 'en' }])
})
