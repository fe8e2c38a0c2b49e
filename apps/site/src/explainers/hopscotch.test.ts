import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import {
  bitmapOf,
  emptyTable,
  homeOf,
  insert,
  isNear,
  look,
  NEIGHBORHOOD,
  remove,
  type Step,
  type Table,
} from './hopscotch.ts'

const last = (steps: Iterable<Step>) => [...steps].at(-1) as Step
const filled = (size: number, ...keys: number[]) =>
  keys.reduce((table, key) => last(insert(table, key)).table, emptyTable(size))
const ascending = (one: number, other: number) => one - other
const keysOf = (table: Table) => table.flatMap(({ key }) => key ?? []).sort(ascending)

test('the free bucket comes nearer hop by hop, until the key has room in its neighborhood', () => {
  const steps = [...insert(filled(16, 18, 35, 20, 5, 37, 23, 40), 34)]
  expect(steps.map(({ kind, key, from, bucket }) => [kind, key, from, bucket])).toEqual([
    ['home', 34, undefined, 2],
    ['far', 34, undefined, 9],
    ['hop', 23, 7, 9],
    ['hop', 20, 4, 7],
    ['put', 34, undefined, 4],
  ])
  const { table } = steps.at(-1) as Step
  expect([2, 4, 7].map((bucket) => bitmapOf(table, bucket))).toEqual(['1010', '0001', '0010'])
})

test('the neighborhood of the last buckets goes on with the first ones', () => {
  const table = filled(8, 7, 15, 23)
  expect(table.map(({ key }) => key)).toEqual([15, 23, ...Array(5).fill(undefined), 7])
  expect(bitmapOf(table, 7)).toBe('1110')
})

test('a key is refused where nothing may hop, and where its whole neighborhood has its own home', () => {
  const same = filled(16, 2, 18, 34, 50)
  expect([...insert(same, 66)].map(({ kind }) => kind)).toEqual(['home', 'full'])
  const full = filled(8, 0, 1, 2, 3, 4, 5, 6, 7)
  expect(last(insert(full, 8)).kind).toBe('full')
})

/** What must be so in every table, whatever has happened to it. */
function expectSound(table: Table) {
  table.forEach(({ key }, bucket) => {
    if (key === undefined) return
    expect(isNear(table, homeOf(table, key), bucket), `${key} in ${bucket}`).toBe(true)
  })
  table.forEach((_, home) => {
    const own = Array.from({ length: NEIGHBORHOOD }, (_, hop) => table[(home + hop) % table.length]?.key)
    const bits = own.map((key) => Number(key !== undefined && homeOf(table, key) === home)).join('')
    expect(bitmapOf(table, home)).toBe(bits)
  })
}

test('it holds what a Set holds, whatever is done to it, and each step leaves a sound table', () => {
  const operation = tuple(constantFrom(insert, look, remove), nat(60))
  assert(
    property(array(operation, { maxLength: 120 }), (operations) => {
      const held = new Set<number>()
      let table = emptyTable(16)
      for (const [operate, key] of operations) {
        const before = structuredClone(table)
        const steps = [...operate(table, key)]
        expect(table, 'the table that was given').toEqual(before)
        for (const step of steps) expectSound(step.table)
        const { kind, table: after } = steps.at(-1) as Step
        expect(expected.get(operate)?.[Number(held.has(key))]).toContain(kind)
        if (kind === 'put') held.add(key)
        if (kind === 'removed') held.delete(key)
        // An insertion that is refused may have moved other keys, and loses none.
        expect(keysOf(after)).toEqual([...held].sort(ascending))
        table = after
      }
    }),
  )
})

/** How each operation may end, without the key and with it. */
const expected = new Map([
  [insert, [['put', 'full'], ['held']]],
  [look, [['absent'], ['found']]],
  [remove, [['absent'], ['removed']]],
])
