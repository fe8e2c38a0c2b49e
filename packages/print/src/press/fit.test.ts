import { expect, test } from 'vitest'
import { isGood, isWithin } from '../budget.ts'
import { LEVELS, type PageBudget, type PaginatedPage } from '../pagination.ts'
import { renderWithin } from './fit.ts'
import type { Rendering, RenderOptions } from './render.ts'

const options = { source: 'cv.html' } as RenderOptions
const AREA = 1000

interface Model {
  /** The height of the text, in parts of a page area; of several stretches where each of them begins a page. */
  text: number | number[]
  /** The heights of the passages marked `data-drop`. */
  passages?: number[]
  /** By how much the text grows or shrinks at the loosest and the tightest. */
  give?: number
  /** At which settings the first page ends early, because what follows is kept together. */
  ragged?: readonly number[]
  /** What layouts add to the heights that were foretold. */
  surprise?: number
}

/** A document that is set by arithmetic, and what was tried with it. */
function printer({ text, passages = [], give = 0.1, ragged = [], surprise = 0 }: Model) {
  const tried: string[] = []
  const print = async ({ setting = {} }: RenderOptions) => {
    const { tightness = 0, drop = 0, pages: budget = {} } = setting
    tried.push(`${tightness}/${drop}`)
    const [first = 0, ...others] = [text].flat()
    const shortest = (dropped: number) => first - passages.slice(0, dropped).reduce((sum, one) => sum + one, 0)
    const heights = (level: number, dropped: number) =>
      [shortest(dropped), ...others].map((height) => height * (1 - give * level))
    const pages = heights(tightness, drop).flatMap((height, stretch) => {
      const real = height + surprise
      return Array.from({ length: Math.ceil(real) }, (_, index): PaginatedPage => {
        const share = stretch + index === 0 && ragged.includes(tightness) ? 0.7 : Math.min(1, real - index)
        return {
          text: '',
          generated: '',
          label: '',
          entry: `e${index + 1}`,
          area: { left: 0, top: 0, right: 0, bottom: AREA },
          filled: { mm: share * 100, share },
          links: [],
          fresh: index === 0,
        }
      })
    })
    const kept = passages.length - drop
    const inPixels = (level: number, dropped: number) => heights(level, dropped).map((height) => height * AREA)
    const forecast = {
      tightened: LEVELS.map((level) => inPixels(level, drop)),
      dropped: Array.from({ length: kept + 1 }, (_, more) => inPixels(tightness, drop + more)),
    }
    const good = isWithin(pages, budget) && isGood(pages, budget)
    return { pagination: { pages, droppable: passages.length, ...(good ? {} : { forecast }) } } as unknown as Rendering
  }
  return { print, tried }
}

const fit = async (model: Model, budget: PageBudget) => {
  const { print, tried } = printer(model)
  const { pagination, layouts } = await renderWithin(budget, options, print)
  expect(layouts).toBe(tried.length)
  expect(layouts).toBeLessThanOrEqual(6)
  return { pages: pagination.pages.length, last: pagination.pages.at(-1)?.filled.share, tried }
}

test('a document that is as it should be is laid out once', async () => {
  expect((await fit({ text: 1.9 }, { max: 2 })).tried).toEqual(['0/0'])
  expect((await fit({ text: 1.9 }, {})).tried).toEqual(['0/0'])
})

test('a little too long, it is tightened as little as will do, and nothing is left out', async () => {
  const { pages, tried } = await fit({ text: 2.06, passages: [0.5] }, { max: 2 })
  expect(pages).toBe(2)
  // A quarter would leave 2.01 pages; the step before is tried to be sure of it.
  expect(tried).toEqual(['0/0', '0.375/0', '0.25/0'])
})

test('much too long, it loses no more passages than it must, and is then no tighter than it must be', async () => {
  const { pages, tried } = await fit({ text: 2.6, passages: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, { max: 2 })
  expect(pages).toBe(2)
  expect(tried).toEqual(['0/0', '1/4', '1/3', '0.875/4'])
})

test('what was foretold too well is found all the same, within six layouts', async () => {
  const passages = Array.from({ length: 40 }, () => 0.02)
  const { pages } = await fit({ text: 2.6, passages, surprise: 0.07 }, { max: 2 })
  expect(pages).toBe(2)
})

test('a last page of a few lines is tightened away without anyone asking', async () => {
  const { pages, tried } = await fit({ text: 5.1 }, {})
  expect(pages).toBe(5)
  expect(tried).toEqual(['0/0', '0.25/0'])
})

test('of several stretches as many as possible end well, where they cannot all', async () => {
  // The first is always a little over a page; the second is rid of its third page, the third of its second.
  const { tried, last } = await fit({ text: [1.2, 2.07, 1.02] }, {})
  expect(tried.slice(0, 2)).toEqual(['0/0', '0.375/0'])
  expect(last).toBeCloseTo(0.98, 2)
  expect((await fit({ text: [1.2, 1.2] }, {})).last).toBeCloseTo(0.2)
})

test('a page that ends early is mended by the nearest setting that does, looser or tighter', async () => {
  const { tried, pages } = await fit({ text: 2.5, ragged: [0, -0.125] }, {})
  expect(tried).toEqual(['0/0', '-0.125/0', '0.125/0'])
  expect(pages).toBe(3)
})

test('a thin page is loosened for where another is ragged too, and never alone', async () => {
  const { tried, last } = await fit({ text: [2.5, 1.2], ragged: [0] }, {})
  expect(tried).toEqual(['0/0', '-0.5/0'])
  expect(last).toBeCloseTo(0.26)
  for (const text of [[1.2], [70.2, 2.5]]) {
    const { tried } = await fit({ text }, {})
    expect(tried.filter((step) => step.startsWith('-'))).toEqual([])
  }
})

test('what was loosened for one page goes on to mend another, that comes out thinner than foretold', async () => {
  const { tried, last } = await fit({ text: [2.5, 1.2], ragged: [0], surprise: -0.03 }, {})
  expect(tried).toEqual(['0/0', '-0.5/0', '-0.625/0', '-0.75/0'])
  expect(last).toBeCloseTo(0.26)
})

test('what only comes a little nearer is not better', async () => {
  // At its loosest the first stretch has more on its last page, which is thin all the same.
  const { last } = await fit({ text: [1.1, 2.5], ragged: LEVELS, give: 0.05 }, {})
  expect(last).toBe(0.5)
})

test('where no setting mends it, or the document is long, it stays as it was designed', async () => {
  const { tried, last } = await fit({ text: 2.5, ragged: LEVELS }, {})
  expect(tried).toHaveLength(6)
  expect(last).toBe(0.5)
  expect((await fit({ text: 70.5, ragged: LEVELS }, {})).tried).toEqual(['0/0'])
})

test('where tightening cannot remove it, the document stays as it was designed', async () => {
  expect((await fit({ text: 1.2 }, {})).tried).toEqual(['0/0'])
})

test('a wish for a fuller last page loosens what can be loosened, and never breaks the budget for it', async () => {
  expect(await fit({ text: 1.75 }, { fill: 0.8 })).toMatchObject({ pages: 2, tried: ['0/0', '-0.375/0'] })
  expect(await fit({ text: 0.3 }, { fill: 0.8 })).toMatchObject({ pages: 1, tried: ['0/0'] })
  expect(await fit({ text: 2.1 }, { max: 3, fill: 0.9 })).toMatchObject({ pages: 2, tried: ['0/0', '0.5/0'] })
})

test('what cannot be made to fit names the entry that stands past the budget, and by how many millimetres', async () => {
  await expect(fit({ text: 2.5 }, { max: 1 })).rejects.toThrow(
    'cv.html page 2 [e2]: 125 mm stand past the budget from here on: 3 pages, but 1 allowed, set as tightly as the styles allow. Shorten',
  )
  await expect(fit({ text: 2.5, passages: [0.3, 0.3] }, { max: 1 })).rejects.toThrow(
    '[e2]: 71 mm stand past the budget from here on: 2 pages, but 1 allowed, set as tightly as the styles allow and without everything marked data-drop.',
  )
})

test('whoever made the document says what its owner can do', async () => {
  await expect(fit({ text: 2.5 }, { max: 1, advice: 'Choose fewer letters.' })).rejects.toThrow(
    'set as tightly as the styles allow. Choose fewer letters.',
  )
})

test('styles that cannot be tightened are said to be so, and cost no layouts', async () => {
  const { print, tried } = printer({ text: 1.5, passages: [0.1], give: 0 })
  await expect(renderWithin({ max: 1 }, options, print)).rejects.toThrow(
    'with styles that leave nothing to tighten and without everything marked data-drop',
  )
  expect(tried).toEqual(['0/0', '0/1'])
})
