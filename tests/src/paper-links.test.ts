/** A reader of paper can follow the links: by number in a list, or with a camera. */
import { locales } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import jsQR from 'jsqr'
import { beforeAll, expect, test } from 'vitest'
import { type Page, readPages } from './support/dist.ts'
import { attribute, type Element, elements, textOf } from './support/html.ts'
import { runSite, siteAddress } from './support/site.ts'
import { squash, unique } from './support/text.ts'

/** In mm. */
const A4_WIDTH = 210

const content = await loadContent()
let documents: Page[]

beforeAll(async () => {
  documents = (await readPages()).filter(({ print }) => print)
})

const editionOf = ({ path }: Page) => content.editions.find(({ id }) => path.endsWith(`/${id}/`))
const isOut = (link: Element) => /^https?:/.test(attribute(link, 'href') ?? '')
const bare = (address: string) => squash(address).replace(/^(https?:\/\/)?(www\.)?|\/$/g, '')

test('every link out of an edition for reading stands on the paper, written out', () => {
  const problems: string[] = []
  for (const page of documents) {
    if (!editionOf(page)?.links) continue
    const links = elements(page.document, 'a').filter(isOut)
    const written = links.map((link) => bare(textOf(link)))
    const lost = links.map((link) => attribute(link, 'href') ?? '').filter((url) => !written.includes(bare(url)))
    problems.push(...unique(lost).map((url) => `${page.file} does not say ${url}`))
  }
  expect(documents.some((page) => editionOf(page)?.links)).toBe(true)
  expect(problems).toEqual([])
})

test('the number after a link is that of its address in the list', () => {
  const problems: string[] = []
  for (const page of documents) {
    const items = elements(page.document, 'li').filter((item) => attribute(item, 'id')?.startsWith('_link-'))
    for (const [index, item] of items.entries()) {
      const [address] = elements(item, 'a').map((link) => attribute(link, 'href'))
      const calls = elements(page.document, 'sup').filter((sup) => textOf(sup) === String(index + 1))
      if (calls.length === 0) problems.push(`${page.file}: nothing refers to ${index + 1}, ${address}`)
      for (const call of calls) {
        const siblings = call.parentNode?.childNodes ?? []
        const link = siblings[siblings.indexOf(call) - 1] as Element
        if (attribute(link, 'href') !== address) problems.push(`${page.file}: ${index + 1} is not ${address}`)
      }
    }
  }
  expect(problems).toEqual([])
})

test('a camera reads the address of the document from the first page in its language', async () => {
  const site = await siteAddress()
  const running = await runSite()
  try {
    for (const page of documents.filter((one) => editionOf(one)?.contents)) {
      const { text, width } = await running.inTab({ deviceScaleFactor: 2, bypassCSP: true }, async (tab) => {
        await tab.goto(`${running.url}${page.path}`)
        await tab.waitForSelector('html[data-diglot=ready]')
        // The preview of either document of a facing edition is the whole book, with the codes of both.
        const codes = tab.locator('.qr svg')
        expect(await codes.count()).toBe(editionOf(page)?.facing ? locales.length : 1)
        const code = tab.locator(`.qr:lang(${page.locale}) svg`)
        const box = await code.boundingBox()
        // The preview may show its pages smaller than they are.
        const sheet = await tab.locator('.pagedjs_sheet').first().boundingBox()
        if (!box) throw new Error(`${page.file} shows no QR code`)
        // With the white around it that the standard asks for.
        const zone = box.width / 8
        const clip = {
          x: box.x - zone,
          y: box.y - zone,
          width: box.width + 2 * zone,
          height: box.height + 2 * zone,
        }
        const png = (await tab.screenshot({ clip, fullPage: true })).toString('base64')
        const image = await tab.evaluate(async (data) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
          context?.drawImage(bitmap, 0, 0)
          const { width, height } = bitmap
          return { width, height, data: [...(context?.getImageData(0, 0, width, height).data ?? [])] }
        }, png)
        const found = jsQR.default(Uint8ClampedArray.from(image.data), image.width, image.height)
        return { text: found?.data, width: (box.width / (sheet?.width ?? 1)) * A4_WIDTH }
      })
      expect(text).toBe(new URL(page.path, site).href)
      expect(width).toBeGreaterThanOrEqual(20)
    }
  } finally {
    await running.close()
  }
})
