/** A place that is in both flows of a facing edition; the last one is the end of both. */
export interface Stop {
  /** How far below the beginning of its flow the text before the place ends: left, right, in px. */
  end: Sides
  /** How far below it the text after the place begins. */
  start: Sides
  /** Whether there may be a break. */
  open: boolean
  /** Whether there has to be one. */
  forced: boolean
  /** Whether the text after it may begin at different heights on both pages. */
  loose: boolean
}

/** A length on the left page and on the right page. */
export type Sides = readonly [left: number, right: number]

/** A place where text begins on both pages of a spread. */
export interface Row {
  /** Which spread it belongs to, counted from 0. */
  spread: number
  /** The white to be added above it, for it to begin at the same height on both pages. */
  white: Sides
}

/**
 * Divides two flows into spreads, and each spread into rows that begin at the same height on both pages: as few spreads as
 * possible, and what remains below the last row as even as can be. What is too tall for a page by itself gets as many
 * pages as it needs.
 *
 * @param stops the places, from the beginning to the end, both included.
 * @param height the height of a page's area in px.
 * @returns what begins at each stop but the last.
 */
export function divide(stops: readonly Stop[], height: number): Row[] {
  const places = [...stops.keys()].filter((index) => stops[index]?.open || stops[index]?.forced)
  const best = new Map([[0, { spreads: 0, white: 0, from: 0 }]])
  for (const [index, to] of places.entries()) {
    let choice: { spreads: number; white: number; from: number } | undefined
    for (const from of places.slice(0, index).reverse()) {
      const before = best.get(from)
      const { length } = align(stops.slice(from, to + 1))
      const pages = Math.max(1, Math.ceil(length / height))
      if (!before || (pages > 1 && choice)) break
      const spreads = before.spreads + pages
      const white = before.white + (pages - length / height) ** 2
      if (!choice || spreads < choice.spreads || (spreads === choice.spreads && white < choice.white)) {
        choice = { spreads, white, from }
      }
      if (stops[from]?.forced) break
    }
    if (choice) best.set(to, choice)
  }
  const begins: number[] = []
  for (let at = stops.length - 1; at > 0; at = best.get(at)?.from ?? 0) begins.unshift(best.get(at)?.from ?? 0)
  return begins.flatMap((from, spread) => {
    const next = begins[spread + 1] ?? stops.length - 1
    return align(stops.slice(from, next + 1)).white.map((white) => ({ spread, white }))
  })
}

/** How long two flows are from the first stop to the last, and the white above each stop that has them begin at one height. */
function align(stops: readonly Stop[]): { length: number; white: Sides[] } {
  const first = stops[0]?.start ?? [0, 0]
  let added: Sides = [0, 0]
  const at = ([left, right]: Sides): Sides => [left - first[0] + added[0], right - first[1] + added[1]]
  const white = stops.slice(0, -1).map(({ start, loose }): Sides => {
    const [left, right] = at(start)
    const row = Math.max(left, right)
    const above: Sides = loose ? [0, 0] : [row - left, row - right]
    added = [added[0] + above[0], added[1] + above[1]]
    return above
  })
  return { length: Math.max(...at(stops.at(-1)?.end ?? first)), white }
}
