import type { Cell, Explainer, Frame, Run } from './explainer.ts'
import { compact, emptyStore, needlesIn, placeOf, read, rebuild, remove, type Store, write } from './haystack.ts'

/** The volume in bytes, how many of them a column of the strip stands for, and how many lie between two numbers above it. */
const CAPACITY = 256
const UNIT = 8
const RULE = 64

/** What an operation did, and to which needle. */
interface Outcome {
  says: string
  store: Store
  blanks?: Frame['blanks']
}

const nameOf = (key: number) => ({ key, alternateKey: 1 })
/** In earnest a random number; what the page shows is to be the same whenever it is built. */
const cookieOf = (key: number) => 7919 * (key + 1)
/** Photos of several sizes. */
const photoOf = (key: number) => new Uint8Array((key * 7) % 24).fill(key)

const acts: Record<string, (store: Store, key: number) => Outcome> = {
  write(store, key) {
    const written = write(store, { ...nameOf(key), cookie: cookieOf(key), data: photoOf(key) })
    if (!written) return { says: 'full', store, blanks: { key } }
    const says = placeOf(store, nameOf(key)) ? 'again' : 'written'
    return { says, store: written, blanks: { key, ...placeOf(written, nameOf(key)) } }
  },
  read(store, key) {
    const says = read(store, nameOf(key), cookieOf(key)) ? 'read' : 'absent'
    return { says, store, blanks: { key, ...placeOf(store, nameOf(key)) } }
  },
  delete(store, key) {
    const place = placeOf(store, nameOf(key))
    return { says: place ? 'deleted' : 'absent', store: remove(store, nameOf(key)), blanks: { key, ...place } }
  },
  compact(store) {
    const compacted = compact(store)
    return { says: 'compacted', store: compacted, blanks: { freed: store.volume.length - compacted.volume.length } }
  },
  restart: (store) => ({ says: 'restarted', store: { ...store, index: rebuild(store.volume) } }),
}

const STORY = [
  ['write', 7],
  ['write', 12],
  ['write', 7],
  ['read', 7],
  ['delete', 12],
  ['compact', 0],
] as const

export const haystack: Explainer = {
  source: 'Doug Beaver, Sanjeev Kumar, Harry C. Li, Jason Sobel, Peter Vajgel: Finding a Needle in Haystack. OSDI 2010',
  heads: Array.from({ length: CAPACITY / RULE }, (_, at) => ({ text: String(at * RULE), span: RULE / UNIT })),
  story: STORY.reduce<Run>(
    ({ frames, next }, [act, key]) => {
      const then = next(act, key)
      return { frames: [...frames, ...then.frames], next: then.next }
    },
    { frames: [], next: goingOnFrom(emptyStore(CAPACITY)) },
  ),
  acts: Object.keys(acts),
  keyless: ['compact', 'restart'],
  key: 30,
}

function goingOnFrom(store: Store): Run['next'] {
  return (act, key) => {
    const outcome = (acts[act] as (typeof acts)[string])(store, key)
    return { frames: [frameOf(outcome)], next: goingOnFrom(outcome.store) }
  }
}

function frameOf({ says, store, blanks = {} }: Outcome): Frame {
  const needles = [...needlesIn(store.volume)].map(([{ offset, size }, needle]): Cell => {
    const old = placeOf(store, needle)?.offset !== offset
    const marks = [old && 'old', needle.deleted && 'gone', offset === blanks.offset && 'here'] as const
    return { text: String(needle.key), span: size / UNIT, marks: marks.filter((mark) => mark !== false) }
  })
  const rest = (store.capacity - store.volume.length) / UNIT
  const free: Cell[] = rest > 0 ? [{ text: '', span: rest, marks: ['free'] }] : []
  const index =
    [...store.index].map(([name, { offset }]) => `${name.replace(/\/.*/, '')} → ${offset}`).join(' · ') || '–'
  return { says, blanks: { ...blanks, index }, cells: [{ text: '' }, ...needles, ...free] }
}
