import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { subsetFonts } from '../src/fonts/subset.ts'
import type { Paper } from '../src/jobs.ts'
import type { Pagination } from '../src/pagination.ts'
import { PAGE_GLOBAL, pageParts } from '../src/press/bundle.ts'
import { type FolderServer, OWN_PATH } from '../src/press/server.ts'
import { ADVERSARIAL } from './adversarial.ts'
import { fixtures } from './fixtures.ts'
import { mixed } from './mixed.ts'
import type { Sheet, Source } from './oracle.ts'

/** What came of setting one document. */
export interface Proof {
  source: Source
  sheets: Sheet[]
  /** What the typesetter itself complains of. */
  complaints: string[]
  /** The PDF of the pages, and the browser's own of the same document, where they were asked for. */
  pdf?: Uint8Array
  native?: Uint8Array
}

const ORACLE = 'fuzzOracle'

/**
 * Sets documents as the typesetter does, but with fonts that were cut once for all of them, and asks the oracle before
 * and after.
 */
export class Press {
  private readonly browser: Browser
  private readonly server: FolderServer
  private readonly dir: string
  private readonly head: string
  private readonly script: string
  private count = 0

  private constructor(browser: Browser, server: FolderServer, dir: string, head: string, script: string) {
    this.browser = browser
    this.server = server
    this.dir = dir
    this.head = head
    this.script = script
  }

  /** @param dir the folder that `server` serves. */
  static async open(browser: Browser, server: FolderServer, dir: string): Promise<Press> {
    const { script, styles } = await pageParts()
    const made = Array.from({ length: 40 }, (_, seed) => mixed(seed + 1))
    const texts = [...ADVERSARIAL.values(), ...made, ...(await fixtures()).map(([, html]) => html)]
    const fonts = await subsetFonts(texts, { base: OWN_PATH, format: 'truetype' })
    for (const [name, data] of fonts.files) server.add(name, data)
    const head = `<style>${styles}</style><style data-pagedjs-ignore>${fonts.css}</style>`
    return new Press(browser, server, dir, head, script + (await oracle()))
  }

  /**
   * @param pdf whether to print too, both the pages and the browser's own.
   * @param timeout milliseconds after which the page is taken away.
   * @throws {Error} when it was.
   */
  async set(html: string, paper: Paper, pdf: boolean, timeout: number): Promise<Proof> {
    this.count++
    const name = `${this.count}.html`
    await writeFile(join(this.dir, name), html.replace('</title>', `</title>${this.head}`))
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 1400 } })
    const alarm = setTimeout(() => void context.close({ reason: `not ready after ${timeout / 1000} s` }), timeout)
    try {
      await context.addInitScript(() => {
        window.diglotHeld = true
      })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(`script failed: ${error.message}`))
      page.on('console', (message) => {
        if (/^(error|warning)$/.test(message.type())) complaints.push(message.text().slice(0, 100))
      })
      await page.emulateMedia({ media: 'print' })
      await page.goto(`${this.server.origin}/${name}`)
      await page.evaluate(this.script)
      await page.evaluate(`${PAGE_GLOBAL}.prepare()`)
      const source: Source = await page.evaluate(`${ORACLE}.readSource()`)
      const native = pdf ? await printNatively(page, paper) : undefined
      await page.emulateMedia({ media: 'screen' })
      const setting = JSON.stringify({ paper, drop: 0 })
      const { problems }: Pagination = await page.evaluate(`${PAGE_GLOBAL}.paginate(${setting})`)
      complaints.push(...problems.map(({ message, page }) => (page ? `page ${page}: ${message}` : message)))
      const sheets: Sheet[] = await page.evaluate(`${ORACLE}.readSheets()`)
      await page.emulateMedia({ media: 'print' })
      return {
        source,
        sheets,
        complaints,
        ...(pdf ? { pdf: await page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true }) } : {}),
        ...(native ? { native } : {}),
      }
    } finally {
      clearTimeout(alarm)
      await context.close()
    }
  }
}

/** The browser repeats table heads, and does not number footnotes: the one is turned off, the other left out. */
async function printNatively(page: Page, paper: Paper): Promise<Uint8Array> {
  const style = await page.addStyleTag({ content: 'thead { display: table-row-group }' })
  const pdf = await page.pdf({ tagged: true, format: paper, printBackground: true })
  await style.evaluate((element) => (element as Element).remove())
  return pdf
}

async function oracle(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./oracle.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: ORACLE,
    footer: { js: `globalThis.${ORACLE} = ${ORACLE}` },
    target: 'chrome120',
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}
