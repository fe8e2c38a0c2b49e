/**
 * A volume of the Haystack paper (Beaver et al., OSDI 2010) with its index in memory. Needles are only ever appended: what is
 * written anew is appended once more, what is deleted gets a flag, and compaction leaves both behind. Every operation returns
 * a store, and leaves the one that it was given as it was.
 */
import { type Needle, readNeedle, sizeOfNeedle, withDeleted, writeNeedle } from './needle.ts'

export interface Store {
  /** The file, from its superblock to its last needle. */
  readonly volume: Uint8Array
  /** How many bytes the file may have. */
  readonly capacity: number
  /** What is kept in memory: where the needle of a key is, and how long. */
  readonly index: ReadonlyMap<string, Place>
}

export interface Place {
  readonly offset: number
  readonly size: number
}

/** What names a photo: one key for all of its sizes, and one for the size. */
export type Name = Pick<Needle, 'key' | 'alternateKey'>

const SUPERBLOCK = Uint8Array.of(0x48, 0x41, 0x59, 0x53, 0, 0, 0, 1)

export function emptyStore(capacity: number): Store {
  return { volume: SUPERBLOCK, capacity, index: new Map() }
}

/** Appends a needle, also where there is one of its name; `undefined` where the volume is full. */
export function write(store: Store, needle: Omit<Needle, 'deleted'>): Store | undefined {
  const place = { offset: store.volume.length, size: sizeOfNeedle(needle.data.length) }
  if (place.offset + place.size > store.capacity) return undefined
  const volume = joined(store.volume, writeNeedle({ ...needle, deleted: false }))
  return { ...store, volume, index: new Map(store.index).set(labelOf(needle), place) }
}

/** One look into memory, one seek on the disk. Nothing is handed out to who does not have the cookie, nor what is damaged. */
export function read(store: Store, name: Name, cookie: number): Uint8Array | undefined {
  const place = placeOf(store, name)
  const needle = place && readNeedle(store.volume, place.offset)
  return needle?.cookie === cookie && !needle.deleted ? needle.data : undefined
}

export function placeOf({ index }: Store, name: Name): Place | undefined {
  return index.get(labelOf(name))
}

/** Sets the flag of a needle on the disk, and forgets it in memory. Its bytes stay. */
export function remove(store: Store, name: Name): Store {
  const place = placeOf(store, name)
  if (!place) return store
  const index = new Map(store.index)
  index.delete(labelOf(name))
  return { ...store, volume: withDeleted(store.volume, place.offset), index }
}

/** Copies the needles that are still wanted into a new volume, which takes the place of the old one. */
export function compact(store: Store): Store {
  const wanted = [...needlesIn(store.volume)].filter(
    ([place, needle]) => placeOf(store, needle)?.offset === place.offset,
  )
  return wanted.reduce<Store>(
    (compacted, [, needle]) => write(compacted, needle) ?? compacted,
    emptyStore(store.capacity),
  )
}

/** Builds the index from the volume alone, as after a restart without a saved index: of one name the last needle counts. */
export function rebuild(volume: Uint8Array): Store['index'] {
  const index = new Map<string, Place>()
  for (const [place, needle] of needlesIn(volume)) {
    if (needle.deleted) index.delete(labelOf(needle))
    else index.set(labelOf(needle), place)
  }
  return index
}

/** Every needle of a volume, in the order in which they were written. */
export function* needlesIn(volume: Uint8Array): Generator<[Place, Needle]> {
  let offset = SUPERBLOCK.length
  for (let needle = readNeedle(volume, offset); needle; needle = readNeedle(volume, offset)) {
    const size = sizeOfNeedle(needle.data.length)
    yield [{ offset, size }, needle]
    offset += size
  }
}

function labelOf({ key, alternateKey }: Name): string {
  return `${key}/${alternateKey}`
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length)
  bytes.set(one)
  bytes.set(other, one.length)
  return bytes
}
