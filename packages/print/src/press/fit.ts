import { emptyPages, isWithin, LONG, raggedPages } from '../budget.ts'
import { PrintError } from '../errors.ts'
import { LEVELS, type PageBudget } from '../pagination.ts'
import { foretell, type Layout, type Step, tightens } from './foretell.ts'
import { type Rendering, type RenderOptions, render } from './render.ts'

/** How often a document is laid out at the most. */
const MOST = 6

/** From as designed to as tight as can be. */
const TIGHTER = LEVELS.filter((level) => level >= 0)

/** A document that keeps its page budget, and the step that it took. */
export interface Fitted extends Rendering, Step {
  /** How many layouts it took. */
  layouts: number
}

type Printed = Layout & Rendering

/**
 * Prints one document within its page budget: as designed if that fits, else as little tightened as will do, else tightened
 * and without as few as possible of the passages that are marked `data-drop`, those with the highest number first. Then,
 * where pages are emptier than they should be, tighter, or looser where one of them is ragged or the last should be fuller.
 *
 * Each layout foretells what others would come to, so that a few do. The same document takes the same steps always.
 *
 * @param budget what the pages should come to.
 * @param print how to print; a test hands in its own.
 * @throws {PrintError} that names the entry that stands past the budget, and by how much, when even the shortest form is
 * too long.
 */
export async function renderWithin(
  { advice, ...budget }: PageBudget,
  options: RenderOptions,
  print: (options: RenderOptions) => Promise<Rendering> = render,
): Promise<Fitted> {
  let layouts = 0
  const attempt = async ({ tightness, drop }: Step): Promise<Printed> => {
    layouts++
    return { ...(await print({ ...options, setting: { tightness, drop, pages: budget } })), tightness, drop }
  }
  const fits = ({ pagination }: Layout) => isWithin(pagination.pages, budget)

  /**
   * The gentlest of some steps that fits; they go from the gentlest to the harshest. `from` does not fit, and where nothing
   * does, `harshest` is the last of the steps.
   */
  const gentlest = async (steps: readonly Step[], from: Printed, fitting?: Printed) => {
    let [best, harshest, low, high] = [fitting, from, 0, steps.length]
    while (low < high && layouts < MOST) {
      const foretold = steps.findIndex((step, index) => index >= low && isWithin(foretell(harshest, step), budget))
      const likely = foretold >= 0 && foretold < high ? foretold : high - 1
      const next = best || layouts < MOST - 1 ? likely : high - 1
      const layout = await attempt(steps[next] as Step)
      if (fits(layout)) [best, high] = [layout, next]
      else [harshest, low] = [layout, next + 1]
    }
    return { best, harshest }
  }

  const first = await attempt({ tightness: 0, drop: 0 })
  let chosen = first
  if (!fits(first)) {
    const levels = tightens(first) ? TIGHTER : [0]
    const tightest = levels.at(-1) ?? 0
    const steps = levels.slice(1).map((tightness) => ({ tightness, drop: 0 }))
    for (let drop = 1; drop <= first.pagination.droppable; drop++) steps.push({ tightness: tightest, drop })
    const { best, harshest } = await gentlest(steps, first)
    if (!best) throw overBudget(options, harshest, { ...budget, advice }, tightest > 0)
    chosen = best
    // What goes is often longer than it has to be: what stays need not be as tight as it can be.
    if (best.drop > 0) {
      const looser = levels.slice(0, -1).map((tightness) => ({ tightness, drop: best.drop }))
      chosen = (await gentlest(looser, first, best)).best ?? best
    }
  }
  const tried = new Set([chosen.tightness])
  while (layouts < MOST) {
    // Each better layout foretells the others better.
    const step = better(chosen, budget).find(({ tightness }) => !tried.has(tightness))
    if (!step) break
    tried.add(step.tightness)
    const layout = await attempt(step)
    if (fits(layout) && isBetter(layout, chosen, budget)) chosen = layout
  }
  return { ...chosen, layouts }
}

/** Whether fewer pages are too empty, and there are no more pages. */
function isBetter({ pagination: { pages } }: Layout, { pagination: before }: Layout, budget: PageBudget): boolean {
  return pages.length <= before.pages.length && emptyPages(pages, budget) < emptyPages(before.pages, budget)
}

/**
 * The steps that promise fewer pages that are too empty, and no more pages: the best first, and of equals the nearest.
 * Looser ones are for a wish, and where pages are ragged: which step is rid of those nobody can foretell.
 */
function better(from: Layout, budget: PageBudget): Step[] {
  const { pages, forecast } = from.pagination
  const [now, ragged] = [emptyPages(pages, budget), raggedPages(pages)]
  if (now === 0 || !forecast) return []
  // What was loosened to be rid of one may go on to be rid of what is thin still.
  const mayLoosen = budget.fill !== undefined || ragged > 0 || from.tightness < 0
  // The more stretches there are, the less can be foretold: then what promises no more than there is may do it all the same.
  const isSure = pages.filter(({ fresh }) => fresh).length < 2 || pages.length > LONG || !tightens(from)
  return LEVELS.filter((level) => level > from.tightness || (mayLoosen && level < from.tightness))
    .map((tightness) => ({ tightness, drop: from.drop }))
    .map((step) => ({ step, foretold: foretell(from, step) }))
    .filter(({ foretold }) => isWithin(foretold, { max: pages.length }))
    .map(({ step, foretold }) => ({ step, empty: emptyPages(foretold, budget) }))
    .filter(({ empty }) => empty < now || (empty === now && !isSure))
    .sort((one, other) => one.empty - other.empty || distance(one.step, from) - distance(other.step, from))
    .map(({ step }) => step)
}

function distance(one: Step, other: Step): number {
  return Math.abs(one.tightness - other.tightness)
}

function overBudget(
  { source, facing }: RenderOptions,
  { pagination, drop }: Layout,
  { max = 0, advice }: PageBudget,
  tightened: boolean,
): PrintError {
  const { pages } = pagination
  const over = pages.slice(max)
  const first = over.find(({ entry }) => entry)
  const mm = over.reduce((sum, { filled }) => sum + filled.mm, 0)
  const both = facing ? ' in both documents' : ''
  const means = [
    tightened ? 'set as tightly as the styles allow' : 'with styles that leave nothing to tighten',
    ...(drop > 0 ? [`without everything marked data-drop${both}`] : []),
  ]
  return new PrintError({
    document: source,
    entry: first?.entry,
    page: max + 1,
    message: `${Math.ceil(mm)} mm stand past the budget from here on: ${pages.length} pages, but ${max} allowed, ${means.join(' and ')}. ${advice ?? `Shorten what stands before, mark passages data-drop${both}, or raise pages.max.`}`,
  })
}
