import type { Browser, Page } from 'playwright-core'
import { formatProblem, PrintError, type Problem } from '../errors.ts'
import { uncovered } from '../fonts/faces.ts'
import { type FontSet, subsetFonts } from '../fonts/subset.ts'
import type { Paper } from '../jobs.ts'
import type { DocumentInfo, Pagination, Setting, Survey } from '../pagination.ts'
import { PAGE_GLOBAL, pageParts } from './bundle.ts'
import type { Complain } from './guard.ts'
import { type FolderServer, OWN_PATH } from './server.ts'
import { inWindow } from './windows.ts'
import { within } from './within.ts'

/** What is printed, and how long one document may take. */
export interface RenderOptions {
  browser: Browser
  server: FolderServer
  /** The document's path in the folder. */
  source: string
  /** The path of the document for the right-hand pages of a facing edition. */
  facing?: string
  paper: Paper
  /** Milliseconds for one document to load and be paginated, and again for the browser to write it. */
  timeout: number
  /** At how many pages to give up; never when left out. */
  maxPages?: number
  /** How to set it, where it is not as designed and whole. */
  setting?: Partial<Omit<Setting, 'paper' | 'maxPages'>>
}

/** How many problems of a document are kept: a script can report them without end. */
const MOST_PROBLEMS = 100

/** A document as the browser printed it, not yet checked. */
export interface Rendering {
  pdf: Uint8Array
  pagination: Pagination
  info: DocumentInfo
}

/**
 * Prints one document: loads it, cuts the fonts to its text, paginates it, and has the browser write the PDF.
 * Whatever goes wrong on the way is fatal and named: an error in the page, a resource that did not load or lies
 * elsewhere, a character that no font has, text that does not fit, too much time.
 *
 * @throws {PrintError}
 */
export async function render(options: RenderOptions): Promise<Rendering> {
  const { browser, server, source, timeout } = options
  const problems: Problem[] = []
  const complain: Complain = (problem) => {
    // Paged.js asks for a resource again, and in vain again.
    const line = formatProblem({ document: source, ...problem })
    if (problems.length >= MOST_PROBLEMS || problems.some((known) => formatProblem(known) === line)) return
    problems.push({ document: source, ...problem })
  }
  try {
    return await inWindow(browser, server, complain, set)
  } catch (error) {
    // A refused resource or a script error is the cause; what broke after it is not worth a line.
    if (problems.length > 0 && !(error instanceof PrintError)) throw new PrintError(problems)
    const message = inTheWay(error instanceof Error ? error.message : '')
    throw message ? new PrintError({ document: source, message }) : error
  }

  async function set(page: Page, settle: () => void): Promise<Rendering> {
    const stopAtProblems = () => {
      settle()
      if (problems.length > 0) throw new PrintError(problems)
    }
    const late = () => {
      complain({
        message: `is not ready after ${timeout / 1000} s. Look for a script or a style sheet that never ends, or raise the limit.`,
      })
      throw new PrintError(problems)
    }
    const { pagination, info } = await within(timeout, prepare(page, options, complain), late)
    for (const problem of pagination.problems) complain(problem)
    stopAtProblems()
    const pdf = await within(timeout, write(page), late)
    // The browser may tell of another document in its place later than it prints that.
    if (!(await within(timeout, isThere(page), late))) complain({ message: LEAVES })
    stopAtProblems()
    return { pdf, pagination, info }
  }
}

const LEAVES = 'leaves its own page while it is set. Remove the script that goes to another, or loads it again.'

/** Whether the document that was set is still there. */
function isThere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.diglot === 'ready')
}

async function write(page: Page): Promise<Uint8Array> {
  // The medium of printing, for which nothing need be laid out before.
  await page.emulateMedia({ media: null })
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
}

/** What a document did to make the page fail that answered so; nothing where the page, or the browser, is gone. */
function inTheWay(answer: string): string | undefined {
  if (answer.includes('Execution context was destroyed')) {
    return LEAVES
  }
  const [, thrown] = /^page\.evaluate: (\w*Error: [^\n]*)/.exec(answer) ?? []
  if (!thrown) return undefined
  return `a script of the document gets in the way of the typesetter: ${thrown}. Leave the browser's own objects as they are.`
}

async function prepare(page: Page, options: RenderOptions, complain: Complain) {
  const { server, source, facing, paper, setting, maxPages } = options
  const address = (path: string) => `${server.origin}/${path.split('/').map(encodeURIComponent).join('/')}`
  const { styles } = await pageParts()
  await page.emulateMedia({ media: 'print' })
  const response = await page.goto(`${address(source)}?paper=${paper}`, { waitUntil: 'load', timeout: 0 })
  // The guard has named it.
  if (!response?.ok()) throw new Error(`${source} did not load`)
  const [leaf, defaults] = [facing && address(facing), styles].map((value) => JSON.stringify(value))
  const survey: Survey = await page.evaluate(`${PAGE_GLOBAL}.survey(${defaults}, ${leaf})`)
  const { info, addresses, runs } = survey
  for (const message of addresses.flatMap((url) => server.styleProblems(url))) complain({ message })
  for (const problem of survey.problems) complain(problem)
  for (const { families, text, entry } of runs) {
    const [family = ''] = families
    const missing = await uncovered(family, text)
    for (const char of missing ?? []) {
      complain({
        message: `“${char}” (${codePoint(char)}) is in no font of ${family}. Write it with other characters, or set it as an image.`,
        entry,
      })
    }
  }
  const fonts = await fontsFor(survey, server.origin + OWN_PATH)
  for (const [name, data] of fonts.files) server.add(name, data)

  // Paged.js applies the print rules itself; the browser's own would set its page boxes as if on paper already.
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  const sheets = Object.fromEntries(addresses.map((url) => [url, server.styleSheet(url)]))
  const asked = [fonts.css, { ...setting, paper, maxPages }, sheets].map((value) => JSON.stringify(value))
  const pagination: Pagination = await page.evaluate(`${PAGE_GLOBAL}.typeset(${asked})`)
  return { pagination, info }
}

/** Our fonts, cut to the text and for the families in use; none where the document brings them itself, as cut by `subsetFonts`. */
async function fontsFor({ runs, brings }: Survey, base: string): Promise<FontSet> {
  const uses = runs.filter(({ families }) => !families.some((name) => brings.includes(name)))
  if (uses.length === 0) return { css: '', files: new Map() }
  return subsetFonts(
    runs.map(({ text }) => text),
    { base, format: 'truetype', uses },
  )
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
