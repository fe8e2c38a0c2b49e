/** The characters are the ones that were meant: no radical stands for a Han character, in no file. */
import { expect, test } from 'vitest'
import { distFiles, readDist } from './support/dist.ts'
import { pdfPages, promisedPdfs, toUnicodeCharacters, withPdf } from './support/pdf.ts'
import { HAN, radicals, unique } from './support/text.ts'

test('no text file holds a radical (U+2E80–2FDF)', async () => {
  const found: string[] = []
  for (const file of (await distFiles()).filter((file) => /\.(html|json|md|xml|txt)$/.test(file))) {
    const text = await readDist(file)
    found.push(...[...radicals(text), ...radicals(decodeEscapes(text))].map((radical) => `${file}: ${radical}`))
  }
  expect(found).toEqual([])
})

test('no PDF gives back a radical, neither as text nor through its ToUnicode maps', async () => {
  const found: string[] = []
  for (const { file } of await promisedPdfs()) {
    const text = await withPdf(file, async (pdf) => {
      const pages = (await pdfPages(pdf)).map(({ top, body, bottom }) => top + body + bottom)
      return pages.join('') + JSON.stringify([await pdf.getOutline(), (await pdf.getMetadata()).info])
    })
    const unicode = await toUnicodeCharacters(file)
    found.push(...radicals(text).map((radical) => `${file}, text: ${radical}`))
    found.push(...radicals(unicode.text).map((radical) => `${file}, ToUnicode: ${radical}`))
    // The maps were found and understood: every Han character of the text came out of them.
    const mapped = new Set(unicode.text)
    const unmapped = unique((text.match(HAN) ?? []).filter((char) => !mapped.has(char)))
    if (unicode.maps === 0 || unmapped.length > 0) found.push(`${file}, in no ToUnicode map: ${unmapped.join('')}`)
  }
  expect(found).toEqual([])
})

/** `\u2f64` in JSON and `&#x2f64;` in HTML and XML are the character as well. */
function decodeEscapes(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal = '0') =>
      String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
    )
}
