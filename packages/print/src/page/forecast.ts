import { type Forecast, LEVELS } from '../pagination.ts'
import { droppable } from './drop.ts'
import { filledHeight, isFresh } from './filled.ts'
import { tighten } from './tighten.ts'

/** How many pages are set anew at the most, to tell how a setting changes them; a long document is told from some of its pages. */
const MOST = 24

/**
 * Foretells from finished pages what their text would take at other settings. They are set anew in place, without being
 * flowed again: that costs a small part of a layout, and tells which layout to try next.
 *
 * @param tightness at which the pages are set, and are left.
 */
export function forecast(sheets: readonly Element[], tightness: number): Forecast {
  const fresh = sheets.map(isFresh)
  const stretches = (heightOf: (sheet: Element, index: number) => number = filledHeight) => {
    const heights: number[] = []
    sheets.forEach((sheet, index) => {
      if (fresh[index] || heights.length === 0) heights.push(0)
      heights[heights.length - 1] = (heights.at(-1) ?? 0) + heightOf(sheet, index)
    })
    return heights
  }
  const now = sheets.map(filledHeight)
  const tightened = among(sheets, (chosen) => {
    const total = () => chosen.reduce((sum, sheet) => sum + filledHeight(sheet), 0)
    const whole = total()
    return LEVELS.map((level) => {
      tighten(level)
      if (chosen.length === sheets.length) return stretches()
      const share = total() / whole
      return stretches((_, index) => (now[index] ?? 0) * share)
    })
  })
  tighten(tightness)

  const hidden: HTMLElement[] = []
  const dropped = [stretches()]
  for (const pieces of droppable(document)) {
    for (const piece of pieces) piece.style.display = 'none'
    hidden.push(...pieces)
    dropped.push(stretches())
  }
  for (const piece of hidden) piece.style.removeProperty('display')
  return { tightened, dropped }
}

/** Does something with all pages, or with an even choice of them while the others are out of the document. */
function among<T>(sheets: readonly Element[], work: (chosen: readonly Element[]) => T): T {
  const step = Math.ceil(sheets.length / MOST)
  if (step <= 1) return work(sheets)
  const parent = sheets[0]?.parentElement
  const chosen = sheets.filter((_, index) => index % step === 0)
  parent?.replaceChildren(...chosen)
  try {
    return work(chosen)
  } finally {
    parent?.append(...sheets)
  }
}
