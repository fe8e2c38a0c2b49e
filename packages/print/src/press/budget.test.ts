import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PageBudget } from '../pagination.ts'
import { testPlace } from '../test-place.ts'
import { type Fitted, renderWithin } from './fit.ts'

const place = testPlace()

async function fit(lang: string, body: string, budget: PageBudget): Promise<Fitted> {
  await writeFile(join(place.dir, 'a.html'), `<!doctype html><html lang="${lang}"><title>t</title><body>${body}`)
  return renderWithin(budget, { ...place, source: 'a.html', paper: 'a4', timeout: 30_000 })
}

/** Paragraphs that are named p1, p2, …; those after the `whole` first ones may be left out, the last first. */
const paragraphs = (text: string, count: number, whole = count) =>
  Array.from({ length: count }, (_, index) => {
    const drop = index < whole ? '' : ` data-drop="${index}"`
    return `<p data-entry="p${index + 1}"${drop}>${text.repeat(6)}</p>`
  }).join('')
const chinese = '一行接着一行，直到这一页的末尾。'
const english = 'line after line, until the page ends; '

test('a document that fits is set as designed, in one layout', async () => {
  const { pagination, layouts, tightness, drop } = await fit('zh', paragraphs(chinese, 10), { max: 1 })
  expect({ layouts, tightness, drop }).toEqual({ layouts: 1, tightness: 0, drop: 0 })
  expect(pagination).toMatchObject({ dropped: [], pages: [{ fresh: true }] })
  expect(pagination.tightened).toBeUndefined()
})

test.each([
  ['zh', chinese, 17, 9.5],
  ['en', english, 17, 9],
])(
  'a document that is a little too long is tightened, and keeps to the least sizes (%s)',
  async (lang, text, count, least) => {
    const body = paragraphs(text, count, count - 1)
    const { pagination, layouts } = await fit(lang, body, { max: 1 })
    expect(pagination).toMatchObject({ pages: [{}], dropped: [] })
    expect(layouts).toBeLessThanOrEqual(6)
    const { type, leading, gaps } = pagination.tightened ?? expect.fail('nothing was tightened')
    expect(type.to).toBeGreaterThanOrEqual(least)
    expect(leading.to).toBeLessThan(leading.from)
    expect(gaps).toBeLessThan(1)
  },
)

test('a document that is longer still loses its last passages, and is named with what it lost', async () => {
  const { pagination, layouts } = await fit('zh', paragraphs(chinese, 30, 10), { max: 1 })
  expect(pagination.pages.length).toBe(1)
  expect(layouts).toBeLessThanOrEqual(6)
  const lost = pagination.dropped.map(({ entry }) => entry)
  expect(lost.length).toBeGreaterThan(5)
  expect(lost).toEqual(lost.map((_, index) => `p${30 - index}`))
  expect(pagination.dropped[0]?.text).toBe(chinese.repeat(6))
})

test('what cannot be made to fit names the entry and the millimetres', async () => {
  await expect(fit('zh', paragraphs(chinese, 30), { max: 1 })).rejects.toThrow(
    /^a\.html page 2 \[p\d+\]: \d+ mm stand past the budget from here on: 2 pages, but 1 allowed, set as tightly as/,
  )
})

test('a document whose own styles fix everything is said to leave nothing to tighten', async () => {
  const style = '<style>p { margin: 0 0 8pt; font: 12pt/18pt "Diglot Sans Han" }</style>'
  await expect(fit('zh', style + paragraphs(chinese, 30), { max: 1 })).rejects.toThrow(/nothing to tighten/)
})

test('a last page of a few lines is tightened away, and one that should be fuller is filled by loosening', async () => {
  const thin = await fit('zh', paragraphs(chinese, 16), {})
  expect(thin.tightness).toBeGreaterThan(0)
  expect(thin.pagination.pages.length).toBe(1)
  const { pagination, tightness } = await fit('zh', paragraphs(chinese, 12), { fill: 0.9 })
  expect(tightness).toBeLessThan(0)
  expect(pagination.pages[0]?.filled.share).toBeGreaterThanOrEqual(0.9)
})
