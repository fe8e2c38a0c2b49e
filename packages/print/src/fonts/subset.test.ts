import { expect, test } from 'vitest'
import { codePoints, uncovered } from './faces.ts'
import { subsetFonts } from './subset.ts'

test('cuts the fonts to the text', async () => {
  const { css, files } = await subsetFonts(['茶 “tea”'], { base: '/f/', format: 'truetype' })
  const han = [...files].find(([name]) => name.startsWith('noto-sans-sc-chinese-simplified-400'))
  const points = await codePoints(Buffer.from(han?.[1] ?? []))
  expect(points.has('茶'.codePointAt(0) ?? 0)).toBe(true)
  expect(points.has('书'.codePointAt(0) ?? 0)).toBe(false)
  for (const name of files.keys()) expect(css).toContain(`url("/f/${name}")`)
})

test('takes quotes from the Han font for Chinese and from the Latin font for English', async () => {
  const { css } = await subsetFonts(['茶“a”'], { format: 'truetype' })
  const rule = (family: string, file: string) =>
    css
      .split('\n')
      .find((line) => line.includes(`"${family}"`) && line.includes(file) && line.includes('style: normal')) ?? ''
  expect(rule('Diglot Sans Han', 'noto-sans-sc')).toContain('U+201c-201d')
  expect(rule('Diglot Sans Han', 'noto-sans-sc')).not.toContain('U+61')
  expect(rule('Diglot Sans Latin', 'SourceSans3_400Regular')).toContain('U+201c-201d')
  expect(rule('Diglot Sans', 'SourceSans3_400Regular')).not.toContain('U+201c')
})

test('finds circled numbers and rare characters beside the whole file', async () => {
  expect(await uncovered('Diglot Serif', '→✓①珺')).toEqual([])
  const { files } = await subsetFonts(['①'], { format: 'truetype' })
  expect([...files.keys()].some((name) => /^noto-serif-sc-\d+-400/.test(name))).toBe(true)
})

test('sets every alphabet of a family from one file', async () => {
  const { css } = await subsetFonts(['Dvořák, α → Ω, Чай, 茶'], {
    format: 'truetype',
    uses: [{ families: ['Diglot Sans Han', 'Diglot Sans Latin'], italic: false }],
  })
  expect(css.match(/url\("\w[^.]*/g)).toEqual([
    'url("noto-sans-sc-chinese-simplified-400-normal',
    'url("SourceSans3_400Regular',
    'url("noto-sans-sc-chinese-simplified-600-normal',
    'url("SourceSans3_600SemiBold',
  ])
})

test('names what no font has, in the family that it was asked of', async () => {
  expect(await uncovered('Diglot Sans', '茶 🍵 ก')).toEqual(['🍵', 'ก'])
  expect(await uncovered('Diglot Mono Latin', 'a\u00ad\u2060b')).toEqual([])
})

test('has nothing to say about fonts that are not ours', async () => {
  expect(await uncovered('Helvetica', '🍵')).toBeUndefined()
})

test('gives the same file name to the same text, whatever the order', async () => {
  const names = async (texts: string[]) => [...(await subsetFonts(texts, { format: 'truetype' })).files.keys()]
  expect(await names(['茶书'])).toEqual(await names(['书', '茶']))
})
