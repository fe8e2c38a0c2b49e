import { Previewer, registerHandlers } from 'pagedjs'
import { isGood, isWithin } from '../budget.ts'
import type { Pagination, Setting } from '../pagination.ts'
import { placesOf } from './anchors.ts'
import { capPages } from './cap.ts'
import { compareText, pieces, piecesOfPages } from './conserve.ts'
import { droppable, leaveOut } from './drop.ts'
import { arrange, compareSpreads, Facing } from './facing.ts'
import { registerCures } from './flow.ts'
import { forecast } from './forecast.ts'
import { markFragments } from './fragments.ts'
import { labelPages, reserveFolios } from './labels.ts'
import { prepare } from './prepare.ts'
import { pageRemarks } from './quality.ts'
import { readPages } from './reading.ts'
import { addRoles } from './roles.ts'
import { readTightening, tighten } from './tighten.ts'

const SIZES: Record<string, string> = { a4: 'A4', letter: 'letter' }

let running: Promise<Pagination> | undefined

/**
 * Sets the document on pages with Paged.js and checks that nothing was lost, doubled or clipped. Runs once: a later
 * call gets the same result. The state is on the root element (`data-diglot`), the whole result in `window.diglot`.
 *
 * @param setting what to do otherwise than a reader's browser would: the page's own `?paper=`, or else `a4`, and nothing
 * left out.
 */
export function paginate(setting: Partial<Setting> = {}): Promise<Pagination> {
  running ??= run({ paper: askedPaper(), drop: 0, tightness: 0, pages: {}, ...setting })
  return running
}

export function isBegun(): boolean {
  return running !== undefined
}

/** The paper that the address asks for (`?paper=letter`). */
export function askedPaper(): string {
  return new URLSearchParams(location.search).get('paper') ?? 'a4'
}

async function run(setting: Setting): Promise<Pagination> {
  const result: Pagination = {
    state: 'running',
    pages: [],
    droppable: 0,
    dropped: [],
    remarks: [],
    problems: [],
    places: {},
    headings: [],
  }
  const { dataset } = document.documentElement
  window.diglot = result
  dataset.diglot = 'running'
  try {
    await flow(setting, result)
  } catch (error) {
    result.problems.push({ message: `pagination stopped: ${error instanceof Error ? error.message : String(error)}.` })
  }
  if (result.problems.length > 0) {
    dataset.diglotError = result.problems
      .map(({ message, entry, page }) =>
        [page && `page ${page}`, entry && `[${entry}]`, message].filter(Boolean).join(' '),
      )
      .join('\n')
  }
  result.state = result.problems.length > 0 ? 'error' : 'ready'
  dataset.diglot = result.state
  return result
}

async function flow({ paper, drop, tightness, pages, maxPages }: Setting, result: Pagination): Promise<void> {
  const size = SIZES[paper]
  if (!size) throw new Error(`?paper=${paper} is unknown, ask for ${Object.keys(SIZES).join(' or ')}`)
  prepare()
  // Paged.js reads the style sheets of the document, and sets the body as content.
  document.head.append(...document.body.querySelectorAll('style, link[rel="stylesheet"]'))
  // After the document's own, so that the paper is the one that was asked for.
  const style = document.createElement('style')
  style.textContent = `@page { size: ${size} }`
  document.head.append(style)
  const passages = droppable(document.body)
  result.droppable = passages.length
  result.dropped = leaveOut(passages.slice(0, drop))
  tighten(tightness)

  const source = pieces(document.body)
  registerCures()
  if (maxPages) capPages(maxPages)
  registerHandlers(Facing)
  // Moved, where Paged.js would write the body to HTML and parse it again.
  const content = document.createDocumentFragment()
  content.append(...document.body.childNodes)
  reserveFolios(content)
  const previewer = new Previewer()
  await previewer.preview(content)

  const flowed = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')]
  const facing = document.querySelector('[data-leaf]') !== null
  const sheets = facing ? await arrange(previewer.chunker, flowed) : flowed
  const labels = labelPages(sheets)
  result.problems.push(...compareText(source, piecesOfPages(flowed, sheets)))
  if (facing) result.problems.push(...compareSpreads(sheets))
  const readings = await readPages(sheets)
  for (const [index, { page, links, headings, problems }] of readings.entries()) {
    const number = index + 1
    result.pages.push({ ...page, fresh: index === 0 || page.fresh, label: labels[index] ?? '', links })
    result.headings.push(...headings.map((heading) => ({ ...heading, page: number })))
    result.problems.push(...problems.map((problem) => ({ ...problem, page: number })))
  }
  const tightened = readTightening(tightness)
  if (tightened) result.tightened = tightened
  const edges = readings.map((reading) => reading.edges)
  const remarks = readings.flatMap((reading, index) =>
    reading.remarks.map(({ once: _, ...one }) => ({ ...one, page: index + 1 })),
  )
  result.remarks.push(...pageRemarks(result.pages, edges), ...remarks)
  result.places = placesOf(
    sheets,
    result.pages.flatMap(({ links }) => links.flatMap(({ to }) => to ?? [])),
  )
  // Nobody else sets the document another time, or writes a PDF.
  if (window.diglotHeld) {
    if (!(isWithin(result.pages, pages) && isGood(result.pages, pages))) result.forecast = forecast(sheets, tightness)
    markFragments(sheets)
    addRoles()
  }
}
