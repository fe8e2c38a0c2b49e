/** What the explainers have in common: a technique at work, as steps that a page draws and a script plays. */

export interface Explainer {
  /** The publication whose technique it explains. */
  readonly source: string
  /** What is written above the strip. */
  readonly heads: readonly Cell[]
  /** What the page shows by itself. */
  readonly story: Run
  /** What a reader may have done, with a key. */
  readonly acts: readonly string[]
  /** Those that are done to the whole, and need none. */
  readonly keyless?: readonly string[]
  /** The key that stands in the field at first. */
  readonly key: number
}

/** What was done, step by step, and how it goes on. */
export interface Run {
  readonly frames: readonly Frame[]
  readonly next: (act: string, key: number) => Run
}

/** One step: what happened, as the name of a sentence and what fills its blanks, and the state after it. */
export interface Frame {
  readonly says: string
  readonly blanks: Readonly<Record<string, string | number | undefined>>
  readonly cells: readonly Cell[]
}

/** A piece of the strip that shows the state. */
export interface Cell {
  readonly text: string
  /** How many columns of the strip it takes; one where nothing is said. */
  readonly span?: number
  /** What the step is about, what is within reach of it, what no longer counts, and what is empty. */
  readonly marks?: readonly ('here' | 'near' | 'old' | 'gone' | 'free')[]
}
