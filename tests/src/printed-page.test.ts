/** What a reader gets who presses Ctrl+P on a page of the site. */
import { locales } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { attribute, type Element, elements } from './support/html.ts'
import { pageKinds } from './support/kinds.ts'
import { overprinted, pdfPages, textIn, withPdf } from './support/pdf.ts'
import { inPrintFonts } from './support/print-fonts.ts'
import { type RunningSite, runSite, siteAddress } from './support/site.ts'
import { squash } from './support/text.ts'

const { profile } = await loadContent()
const address = await siteAddress()
const kinds = await pageKinds()
const pages = (await readPages()).filter(({ path, file }) => file !== '404.html' && kinds.includes(path))

let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

/** What a browser makes of a page: the sheets, all of their text, and what of it stands on other text. */
async function print({ path }: Page, format = 'a4', size = '100%') {
  // The fonts come from the typesetter here, which the policy of the pages does not let in.
  const pdf = await site.inTab({ bypassCSP: true }, async (tab) => {
    await tab.emulateMedia({ media: 'print' })
    await tab.goto(site.url + path)
    await inPrintFonts(tab)
    await tab.addStyleTag({ content: `body { font-size: ${size} }` })
    return new Uint8Array(await tab.pdf({ format, preferCSSPageSize: true }))
  })
  return withPdf(pdf, async (open) => ({
    sheets: await pdfPages(open),
    text: await textIn(open),
    overprinted: await overprinted(open),
  }))
}

/** Every text of a page by itself: those for the screen only, and all others. */
function textsOf({ document }: Page) {
  const texts: { skipped: string[]; kept: string[] } = { skipped: [], kept: [] }
  const collect = (node: Element, isSkipped: boolean) => {
    const skip = isSkipped || attribute(node, 'data-print') === 'skip'
    for (const child of node.childNodes) {
      if ('tagName' in child) collect(child, skip)
      else if ('value' in child && child.value.trim()) texts[skip ? 'skipped' : 'kept'].push(squash(child.value))
    }
  }
  for (const body of elements(document, 'body')) collect(body, false)
  return texts
}

describe.each(pages.map((page) => [`/${page.path}`, page] as const))('%s', (_, page) => {
  const { skipped, kept } = textsOf(page)
  let printed: Awaited<ReturnType<typeof print>>

  beforeAll(async () => {
    printed = await print(page)
  })

  test('every sheet has at its foot the address of the page, the date of the facts and its number', () => {
    const own = squash(new URL(page.path, address).href)
    printed.sheets.forEach(({ bottom }, index) => {
      expect(bottom).toContain(own)
      expect(bottom.replace(own, '')).toMatch(/\d{4}-\d\d-\d\d/)
      expect(bottom.replace(own, '')).toMatch(new RegExp(`(第|Page)${index + 1}\\D`))
    })
  })

  test('every sheet but the first, where the name is the title, names the owner at its head', () => {
    const [first, ...others] = printed.sheets
    expect(first?.top).toBe('')
    for (const { top } of others) expect(top).toContain(squash(profile.name[page.locale ?? locales[0]]))
  })

  test('what is for the screen only is not printed, and all else is', () => {
    expect(skipped).not.toEqual([])
    expect(kept.filter((text) => !printed.text.includes(text))).toEqual([])
    const own = kept.join('')
    expect(skipped.filter((text) => printed.text.includes(text) && !own.includes(text))).toEqual([])
  })

  test('nothing is printed on something else, in letters that are narrower or broader than ours too', async () => {
    // A reader's own fonts break its lines, and so its sheets, at other places.
    for (const [format, size] of [
      ['a4', '104%'],
      ['letter', '96%'],
      ['letter', '112%'],
    ] as const) {
      expect((await print(page, format, size)).overprinted, `${format} at ${size}`).toEqual([])
    }
    expect(printed.overprinted).toEqual([])
  })

  const addresses = elements(page.document, 'a')
    .map((link) => attribute(link, 'href') ?? '')
    .filter((href) => /^https?:/.test(href))

  test.runIf(addresses.length > 0)('the address of each link that leads elsewhere can be read', () => {
    const readable = (href: string) => printed.text.includes(squash(href.replace(/^https?:\/\//, '')))
    expect(addresses.filter((href) => !readable(href))).toEqual([])
  })
})
