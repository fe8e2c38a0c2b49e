import type { Cell, Explainer, Frame, Run } from './explainer.ts'
import { bitmapOf, emptyTable, insert, isNear, look, NEIGHBORHOOD, remove, type Step } from './hopscotch.ts'

const SIZE = 16
/** A table in which the key of the story makes two others hop. */
const BEFORE = [18, 35, 20, 5, 37, 23, 40, 12, 62]
const KEY = 34

const acts = { insert, look, remove }

const before = BEFORE.reduce((table, key) => last([...insert(table, key)]).table, emptyTable(SIZE))

export const hopscotch: Explainer = {
  source: 'Maurice Herlihy, Nir Shavit, Moran Tzafrir: Hopscotch Hashing. DISC 2008',
  heads: before.map((_, bucket) => ({ text: String(bucket) })),
  story: run(insert(before, KEY)),
  acts: Object.keys(acts),
  key: 50,
}

function run(operation: Iterable<Step>): Run {
  const steps = [...operation]
  const home = steps[0]?.home ?? 0
  const { table } = last(steps)
  return {
    frames: steps.map((step) => frameOf(step, home)),
    next: (act, key) => run(acts[act as keyof typeof acts](table, key)),
  }
}

/** @param home that of the key which the operation is about, whichever moves in this step. */
function frameOf({ table, ...step }: Step, home: number): Frame {
  const isAbout = !['home', 'full', 'absent'].includes(step.kind)
  const cells = table.map(({ key }, bucket): Cell => {
    const near = isNear(table, home, bucket) ? (['near'] as const) : []
    const here = isAbout && bucket === step.bucket ? (['here'] as const) : []
    return { text: key === undefined ? '' : String(key), marks: [...near, ...here] }
  })
  const end = (step.home + NEIGHBORHOOD - 1) % SIZE
  return { says: step.kind, blanks: { ...step, end, bits: bitmapOf(table, step.home) }, cells }
}

function last(steps: readonly Step[]): Step {
  return steps.at(-1) as Step
}
