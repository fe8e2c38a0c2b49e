import { expect, test } from 'vitest'
import { divide, type Sides, type Stop } from './spreads.ts'

/** Stops between units of some heights, without gaps. */
function stops(units: readonly Sides[], forced: readonly number[] = []): Stop[] {
  const at: Sides[] = [[0, 0]]
  for (const [left, right] of units) at.push([(at.at(-1)?.[0] ?? 0) + left, (at.at(-1)?.[1] ?? 0) + right])
  return at.map((place, index) => ({
    start: place,
    end: place,
    open: true,
    forced: forced.includes(index),
    loose: false,
  }))
}

const equal = (count: number, height: number): Sides[] => Array.from({ length: count }, () => [height, height])

/** The stops that spreads begin at. */
function begins(all: readonly Stop[], height = 100): number[] {
  const spreads = divide(all, height).map(({ spread }) => spread)
  return [...new Set(spreads)].map((spread) => spreads.indexOf(spread))
}

test('a row is as high as its longer side, whichever it is, and the next begins at one height on both', () => {
  const units: Sides[] = [
    [40, 60],
    [40, 30],
    [60, 20],
    [30, 20],
  ]
  expect(divide(stops(units), 100)).toEqual([
    { spread: 0, white: [0, 0] },
    { spread: 0, white: [20, 0] },
    { spread: 1, white: [0, 0] },
    { spread: 1, white: [0, 40] },
  ])
})

test('spends the white evenly instead of leaving all of it at the end', () => {
  expect(begins(stops(equal(12, 10)))).toEqual([0, 6])
  expect(begins(stops(equal(21, 10)))).toEqual([0, 7, 14])
})

test('takes no more spreads for the sake of evenness', () => {
  const units: Sides[] = [
    [90, 90],
    [10, 10],
    [50, 50],
  ]
  expect(begins(stops(units))).toHaveLength(2)
})

test('breaks where it must', () => {
  expect(begins(stops(equal(6, 10), [1]))).toEqual([0, 1])
})

test('does not break what belongs together, but sets it at one height', () => {
  const units: Sides[] = [
    [10, 30],
    [10, 30],
    [40, 60],
  ]
  const all = stops(units).map((stop, index) => ({ ...stop, open: index !== 2 }))
  expect(begins(all)).toEqual([0, 1])
  expect(divide(all, 100)[2]).toEqual({ spread: 1, white: [20, 0] })
})

test('puts no white between the items of a list, but all of it after the list, and breaks between any two', () => {
  const units: Sides[] = [
    [10, 20],
    [10, 20],
    [10, 20],
    [10, 10],
  ]
  const list = stops(units).map((stop, index) => ({ ...stop, loose: index === 1 || index === 2 }))
  expect(divide(list, 100).map(({ white }) => white)).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [30, 0],
  ])
  expect(divide(list, 50).map(({ spread, white }) => [spread, ...white])).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [1, 0, 0],
    [1, 10, 0],
  ])
})

test('gives a unit that is taller than a page spreads of its own', () => {
  const units: Sides[] = [
    [10, 10],
    [250, 80],
    [10, 10],
  ]
  expect(begins(stops(units))).toEqual([0, 1, 2])
})

test('does not count the gap that a break takes away', () => {
  const gap: Stop = { end: [95, 95], start: [120, 120], open: true, forced: false, loose: false }
  expect(begins([...stops([]), gap, { ...gap, end: [215, 215], start: [215, 215] }])).toEqual([0, 1])
})

test('a book without text has no spread', () => expect(divide(stops([]), 100)).toEqual([]))
