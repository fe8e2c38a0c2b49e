import { crc32 } from 'node:zlib'
import { array, assert, constantFrom, nat, property, tuple, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { compact, emptyStore, needlesIn, read, rebuild, remove, type Store, write } from './haystack.ts'

const name = (key: number) => ({ key, alternateKey: 1 })
const bytes = (...data: number[]) => Uint8Array.from(data)
const put = (store: Store, key: number, data = bytes(1, 2, 3)) =>
  write(store, { ...name(key), cookie: 99, data }) ?? store
const offsets = ({ volume }: Store) => [...needlesIn(volume)].map(([{ offset }]) => offset)

test('a needle is written with all that the paper names, and padded to eight bytes', () => {
  const { volume } = put(emptyStore(256), 7)
  expect(volume.length % 8).toBe(0)
  const view = new DataView(volume.buffer, 8)
  expect([view.getUint32(4), view.getBigUint64(8), view.getUint32(16), view.getUint8(20), view.getUint32(21)]).toEqual([
    ...[99, 7n, 1, 0, 3],
  ])
  expect([...volume.subarray(33, 36)]).toEqual([1, 2, 3])
  expect(view.getUint32(32)).toBe(crc32(bytes(1, 2, 3)))
})

test('what is written anew is appended, and the last one counts', () => {
  const store = put(put(put(emptyStore(256), 7), 8), 7, bytes(4))
  expect(offsets(store)).toEqual([8, 48, 88])
  expect(read(store, name(7), 99)).toEqual(bytes(4))
})

test('what is deleted keeps its bytes, and comes back neither from memory nor from the volume', () => {
  const store = remove(put(put(emptyStore(256), 7), 7), name(7))
  expect(store.volume.length).toBe(88)
  expect(read(store, name(7), 99)).toBeUndefined()
  expect(rebuild(store.volume).size, 'the older needle does not come back').toBe(0)
  expect(remove(store, name(8))).toBe(store)
})

test('nothing is handed out without the cookie, nor what is damaged', () => {
  const store = put(emptyStore(256), 7)
  expect(read(store, name(7), 98)).toBeUndefined()
  const damaged = { ...store, volume: store.volume.with(33, 0) }
  expect(read(damaged, name(7), 99)).toBeUndefined()
})

test('a volume that is full takes nothing more, and compaction makes room', () => {
  const full = put(put(put(emptyStore(128), 7), 7), 7)
  expect(write(full, { ...name(8), cookie: 1, data: bytes() })).toBeUndefined()
  expect(offsets(compact(full))).toEqual([8])
})

test('it holds what a Map holds, whatever is done to it, and the volume alone knows as much as the memory', () => {
  const operation = tuple(constantFrom('write', 'remove', 'compact'), nat(5), uint8Array({ maxLength: 20 }))
  assert(
    property(array(operation, { maxLength: 60 }), (operations) => {
      const held = new Map<number, Uint8Array>()
      let store = emptyStore(600)
      for (const [what, key, data] of operations) {
        const before = store.volume.slice()
        const given = store
        if (what === 'write') {
          const written = write(store, { ...name(key), cookie: key, data })
          if (written) held.set(key, data)
          store = written ?? store
        }
        if (what === 'remove') {
          store = remove(store, name(key))
          held.delete(key)
        }
        if (what === 'compact') store = compact(store)
        expect(given.volume, 'the store that was given').toEqual(before)
        expect(rebuild(store.volume)).toEqual(store.index)
        for (const key of [0, 1, 2, 3, 4, 5]) expect(read(store, name(key), key)).toEqual(held.get(key))
      }
    }),
  )
})
