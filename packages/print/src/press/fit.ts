import { PrintError } from '../errors.ts'
import { type Rendering, type RenderOptions, render } from './render.ts'

/** A document that keeps its page budget. */
export interface Fitted extends Rendering {
  /** How many passages marked `data-drop` were left out for it. */
  dropped: number
}

/**
 * Prints one document within its page budget: whole if that fits, else without as few as possible of the passages
 * that are marked `data-drop`, those with the highest number first.
 *
 * @param maxPages the budget; none when `undefined`.
 * @param print how to print; a test hands in its own.
 * @throws {PrintError} that names the entry at which the budget runs out, when even the shortest form is too long.
 */
export async function renderWithin(
  maxPages: number | undefined,
  options: RenderOptions,
  print: (options: RenderOptions) => Promise<Rendering> = render,
): Promise<Fitted> {
  const fits = ({ pagination }: Rendering) => maxPages === undefined || pagination.pages.length <= maxPages
  const attempt = async (dropped: number) => ({ ...(await print({ ...options, drop: dropped })), dropped })

  const whole = await attempt(0)
  if (fits(whole)) return whole
  const { droppable } = whole.pagination
  let best = droppable > 0 ? await attempt(droppable) : whole
  if (!fits(best)) throw overBudget(options.source, best, maxPages ?? 0)

  // The more is left out, the fewer the pages: bisect for the least.
  let [low, high] = [1, best.dropped]
  while (low < high) {
    const middle = (low + high) >> 1
    const next = await attempt(middle)
    if (fits(next)) [best, high] = [next, middle]
    else low = middle + 1
  }
  return best
}

function overBudget(document: string, { pagination, dropped }: Fitted, maxPages: number): PrintError {
  const entry = pagination.pages[maxPages]?.entry
  const pages = `${pagination.pages.length} pages${dropped > 0 ? ', even without everything marked data-drop' : ''}`
  return new PrintError({
    document,
    entry,
    page: maxPages + 1,
    message: `${pages}, but ${maxPages} allowed${entry ? ': the budget runs out here' : ''}. Shorten what stands before, mark passages data-drop, or raise pages.max.`,
  })
}
