import { type Forecast, LEVELS } from '../pagination.ts'
import { droppable } from './drop.ts'
import { filledHeight, isFresh } from './filled.ts'
import { tighten } from './tighten.ts'

/**
 * Foretells from finished pages what their text would take at other settings. They are set anew in place, without being
 * flowed again: that costs a small part of a layout, and tells which layout to try next.
 *
 * @param tightness at which the pages are set, and are left.
 */
export function forecast(sheets: readonly Element[], tightness: number): Forecast {
  const fresh = sheets.map(isFresh)
  const stretches = () => {
    const heights: number[] = []
    sheets.forEach((sheet, index) => {
      if (fresh[index] || heights.length === 0) heights.push(0)
      heights[heights.length - 1] = (heights.at(-1) ?? 0) + filledHeight(sheet)
    })
    return heights
  }
  const tightened = LEVELS.map((level) => {
    tighten(level)
    return stretches()
  })
  tighten(tightness)

  // A passage that is split has a piece on each of its pages.
  const passages = new Map<string | undefined, HTMLElement[]>()
  for (const piece of droppable(document)) {
    const { ref } = piece.dataset
    passages.set(ref, [...(passages.get(ref) ?? []), piece])
  }
  const hidden: HTMLElement[] = []
  const dropped = [stretches()]
  for (const pieces of passages.values()) {
    for (const piece of pieces) piece.style.display = 'none'
    hidden.push(...pieces)
    dropped.push(stretches())
  }
  for (const piece of hidden) piece.style.removeProperty('display')
  return { tightened, dropped }
}
