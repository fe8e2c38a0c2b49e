import { expect, test } from 'vitest'
import { lower } from './css/lower.ts'
import { marginBoxes } from './margins.ts'

test('sets the folio from its pattern, in any language', () => {
  expect(marginBoxes({ folio: '第 {page} 页 / 共 {pages} 页' })).toContain(
    '--diglot-number:"第 " counter(page) " 页 / 共 " counter(pages) " 页"}',
  )
  expect(marginBoxes({ folio: '{page}' })).toContain('--diglot-number:counter(page)}')
})

test('puts the folios of a book at the outer edges', () => {
  const css = marginBoxes({ folio: '{page}', mirrored: true })
  expect(css).toMatch(/@page :left\{@bottom-left\{content:var\(--diglot-folio/)
  expect(css).toMatch(/@page :right\{@bottom-right\{content:var\(--diglot-folio/)
  expect(css.match(/@bottom/g)).toHaveLength(2)
  expect(lower(css, 'margins').problems).toEqual([])
})

test('sets the address of the document at the foot, which the browser reads from the document', () => {
  const css = marginBoxes({ foot: '{address} · 2023-03-01' })
  expect(css).toContain('--diglot-foot:attr(data-address) " · 2023-03-01"')
  expect(css).toMatch(/@bottom-left\{content:var\(--diglot-foot\);/)
  expect(lower(css, 'margins').problems).toEqual([])
})

test('keeps the running head off the first page', () => {
  expect(marginBoxes({ head: '陆羽' })).toContain('@page :first{@top-left{content:none}')
  expect(marginBoxes({ folio: '{page}' })).not.toContain(':first')
})

test('puts name and section into boxes of their own, so that a browser without string() keeps the name', () => {
  const css = marginBoxes({ head: '陆羽', section: true })
  expect(css).toContain('--diglot-head:"陆羽"')
  expect(css).toMatch(/@top-left\{content:var\(--diglot-head\);/)
  expect(css).toMatch(/@top-right\{content:string\(diglot-section/)
  expect(css).toContain('h2{string-set:diglot-section content(text)}')
})

test('cannot be broken out of by a name', () => {
  const css = marginBoxes({ head: 'a"; } </style><script>\\\n' })
  expect(css).not.toContain('</style>')
  expect(css).toContain('--diglot-head:"a\\22 ; } \\3c /style>\\3c script>\\5c \\a "')
})

test('is understood by Paged.js as it stands, in a reader’s browser too', () => {
  const css = marginBoxes({ head: '陆羽', folio: '{page}', section: true })
  expect(lower(css, 'margins')).toEqual({ css, problems: [] })
})

test('is empty when nothing is asked for', () => {
  expect(marginBoxes({})).toBe('')
})
