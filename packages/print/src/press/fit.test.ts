import { expect, test } from 'vitest'
import { renderWithin } from './fit.ts'
import type { Rendering, RenderOptions } from './render.ts'

const options = { source: 'cv.html' } as RenderOptions

/** A document of `pages` pages, of which every `each` dropped passages save one. */
function printer(pages: number, droppable: number, each = 2) {
  const tried: number[] = []
  const print = async ({ drop = 0 }: RenderOptions) => {
    tried.push(drop)
    const list = Array.from({ length: pages - Math.floor(drop / each) }, (_, index) => ({ entry: `e${index}` }))
    return { pagination: { pages: list, droppable } } as unknown as Rendering
  }
  return { print, tried }
}

test('a document that fits is printed whole, once', async () => {
  const { print, tried } = printer(2, 10)
  expect((await renderWithin(2, options, print)).dropped).toBe(0)
  expect((await renderWithin(undefined, options, print)).dropped).toBe(0)
  expect(tried).toEqual([0, 0])
})

test('no more is left out than the budget asks for', async () => {
  const { print, tried } = printer(4, 20)
  expect((await renderWithin(2, options, print)).dropped).toBe(4)
  expect(tried.length).toBeLessThan(8)
})

test('what cannot be made to fit names the entry at which the budget runs out', async () => {
  await expect(renderWithin(1, options, printer(3, 0).print)).rejects.toThrow(
    'cv.html page 2 [e1]: 3 pages, but 1 allowed: the budget runs out here. Shorten',
  )
  await expect(renderWithin(1, options, printer(3, 2).print)).rejects.toThrow(
    '2 pages, even without everything marked data-drop',
  )
})
