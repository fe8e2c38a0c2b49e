/**
 * Hopscotch hashing as Herlihy, Shavit and Tzafrir published it (DISC 2008): a set of whole numbers in one array of
 * buckets, for one thread. Every operation says what it does step by step, and leaves the table that it was given as it was.
 */

interface Bucket {
  readonly key?: number
  /** The hop information: bit i is set where the key that stands i buckets further has its home here. */
  readonly hops: number
}
export type Table = readonly Bucket[]

/** H: a key stands in one of the H buckets that begin at its home. */
export const NEIGHBORHOOD = 4

export interface Step {
  readonly kind: 'home' | 'held' | 'near' | 'far' | 'hop' | 'put' | 'full' | 'found' | 'absent' | 'removed'
  /** The key that the step is about; of a hop, the one that moves. */
  readonly key: number
  /** The home of that key. */
  readonly home: number
  /** The bucket that the step is about; of a hop, where the key comes to stand. */
  readonly bucket: number
  /** Where a key hops from. */
  readonly from?: number
  /** The table after the step. */
  readonly table: Table
}

export function emptyTable(size: number): Table {
  return Array.from({ length: size }, () => ({ hops: 0 }))
}

/** The numbers are their own hash, so that a reader can reckon along. */
export function homeOf(table: Table, key: number): number {
  return key % table.length
}

/** The bitmap of a bucket, written from the bucket itself onwards: `0110`. */
export function bitmapOf(table: Table, bucket: number): string {
  const hops = table[bucket]?.hops ?? 0
  return Array.from({ length: NEIGHBORHOOD }, (_, hop) => (hops >> hop) & 1).join('')
}

/** Puts a key in. The last step says whether it went in, was there before, or needs a larger table (`full`). */
export function* insert(start: Table, key: number): Generator<Step, void> {
  let table = start
  const home = homeOf(table, key)
  const held = placeOf(table, key)
  yield { kind: 'home', key, home, bucket: home, table }
  if (held !== undefined) return yield { kind: 'held', key, home, bucket: held, table }
  let free = nearestFree(table, home)
  if (free === undefined || isWhole(table, home)) return yield { kind: 'full', key, home, bucket: home, table }
  yield { kind: isNear(table, home, free) ? 'near' : 'far', key, home, bucket: free, table }
  while (!isNear(table, home, free)) {
    const from = nextToHop(table, free)
    if (from === undefined) return yield { kind: 'full', key, home, bucket: free, table }
    const moved = table[from]?.key as number
    table = withKey(without(table, from), free, moved)
    yield { kind: 'hop', key: moved, home: homeOf(table, moved), bucket: free, from, table }
    free = from
  }
  yield { kind: 'put', key, home, bucket: free, table: withKey(table, free, key) }
}

/** Looks a key up: only where the bitmap of its home says that one of its own stands. */
export function* look(table: Table, key: number): Generator<Step, void> {
  const home = homeOf(table, key)
  const bucket = placeOf(table, key)
  yield { kind: 'home', key, home, bucket: home, table }
  yield { kind: bucket === undefined ? 'absent' : 'found', key, home, bucket: bucket ?? home, table }
}

export function* remove(table: Table, key: number): Generator<Step, void> {
  const home = homeOf(table, key)
  const bucket = placeOf(table, key)
  yield { kind: 'home', key, home, bucket: home, table }
  if (bucket === undefined) return yield { kind: 'absent', key, home, bucket: home, table }
  yield { kind: 'removed', key, home, bucket, table: without(table, bucket) }
}

export function isNear(table: Table, home: number, bucket: number): boolean {
  return distance(table, home, bucket) < NEIGHBORHOOD
}

/** How far a bucket is behind another; the last is followed by the first. */
function distance(table: Table, from: number, to: number): number {
  return (to - from + table.length) % table.length
}

function placeOf(table: Table, key: number): number | undefined {
  const home = homeOf(table, key)
  return marked(table, home).find((bucket) => table[bucket]?.key === key)
}

/** The buckets that the bitmap of a home marks, nearest first. */
function marked(table: Table, home: number): number[] {
  return neighbors(table, home).filter((_, hop) => ((table[home]?.hops ?? 0) >> hop) & 1)
}

function neighbors(table: Table, home: number): number[] {
  return Array.from({ length: NEIGHBORHOOD }, (_, hop) => (home + hop) % table.length)
}

/** Whether every bucket of the neighborhood holds a key whose home this is: then no hop makes room. */
function isWhole(table: Table, home: number): boolean {
  return marked(table, home).length === NEIGHBORHOOD
}

/** Linear probing, through the whole table. */
function nearestFree(table: Table, home: number): number | undefined {
  return table.map((_, offset) => (home + offset) % table.length).find((bucket) => table[bucket]?.key === undefined)
}

/** The key that may move into a free bucket and stands furthest before it: from the earliest home whose neighborhood reaches it. */
function nextToHop(table: Table, free: number): number | undefined {
  for (let back = NEIGHBORHOOD - 1; back > 0; back--) {
    const home = (free - back + table.length) % table.length
    const [first] = marked(table, home)
    if (first !== undefined && distance(table, home, first) < back) return first
  }
  return undefined
}

function withKey(table: Table, bucket: number, key: number): Table {
  return flipped(table.with(bucket, { key, hops: table[bucket]?.hops ?? 0 }), bucket, key)
}

function without(table: Table, bucket: number): Table {
  const { key = 0, hops } = table[bucket] as Bucket
  return flipped(table.with(bucket, { hops }), bucket, key)
}

/** Flips the bit of a bucket in the bitmap of a key's home. */
function flipped(table: Table, bucket: number, key: number): Table {
  const home = homeOf(table, key)
  const { hops, ...held } = table[home] as Bucket
  return table.with(home, { ...held, hops: hops ^ (1 << distance(table, home, bucket)) })
}
