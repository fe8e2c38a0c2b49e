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
  const line = align(stops)
  const places = [...stops.keys()].filter((index) => stops[index]?.open || stops[index]?.forced)
  const best = new Map([[0, { spreads: 0, white: 0, from: 0 }]])
  for (const [index, to] of places.entries()) {
    let choice: { spreads: number; white: number; from: number } | undefined
    for (const from of places.slice(0, index).reverse()) {
      const before = best.get(from)
      const length = (line[to]?.end ?? 0) - (line[from]?.start ?? 0)
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
  const begins = new Set<number>()
  for (let at = stops.length - 1; at > 0; at = best.get(at)?.from ?? 0) begins.add(best.get(at)?.from ?? 0)
  let spread = -1
  return stops.slice(0, -1).map((_, stop) => {
    if (begins.has(stop)) spread++
    return { spread, white: begins.has(stop) ? [0, 0] : (line[stop]?.white ?? [0, 0]) }
  })
}

/** Both flows as one, in which every row is as high as its higher side. */
function align(stops: readonly Stop[]): { start: number; end: number; white: Sides }[] {
  let at = 0
  return stops.map((stop, index) => {
    const last = stops[index - 1] ?? stop
    const rows: Sides = [stop.start[0] - last.start[0], stop.start[1] - last.start[1]]
    const texts: Sides = [stop.end[0] - last.start[0], stop.end[1] - last.start[1]]
    const row = Math.max(...rows)
    const end = at + Math.max(...texts)
    at += row
    return { start: at, end, white: [row - rows[0], row - rows[1]] }
  })
}
