import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { lower } from './css/lower.ts'

const folder = new URL('../styles/', import.meta.url)
const sheets = await Promise.all(
  (await readdir(folder)).map(async (name) => {
    const source = await readFile(new URL(name, folder), 'utf8')
    return { name, source, css: source.replace(/\/\*[\s\S]*?\*\//g, '') }
  }),
)

test.each(sheets)('$name is understood by Paged.js as it stands, in a reader’s browser too', ({ name, source }) => {
  expect(lower(source, name)).toEqual({ css: source, problems: [] })
})

test('headings keep with what follows, and skipped parts are not printed', () => {
  const { css } = sheets.find(({ name }) => name === 'document.css') ?? { css: '' }
  expect(css).toMatch(/h2,[\s\S]*?break-after: avoid/)
  expect(css).toMatch(/@media print[\s\S]*\[data-print="skip"\] \{\s*display: none/)
})

test('every font of the typesetter has the system’s behind it, for a reader’s own printing', () => {
  const { css } = sheets.find(({ name }) => name === 'tokens.css') ?? { css: '' }
  const stacks = [...css.matchAll(/--(sans|serif|mono): "Diglot [^;]*/g)].map(([stack]) => stack)
  expect(stacks).toHaveLength(5)
  for (const stack of stacks) expect(stack).toMatch(/^--(\w+): "Diglot .*var\(--system-\1\)$/)
})

describe('colours on screen can be read (WCAG 2 AA, 4.5:1)', () => {
  const { css } = sheets.find(({ name }) => name === 'tokens.css') ?? { css: '' }
  const [light = '', dark = ''] = css.split('@media screen')
  const token = (part: string, name: string) =>
    /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/
      .exec(part.split(`--${name}:`)[1] ?? '')
      ?.slice(1)
      .map(Number)

  for (const [scheme, part] of Object.entries({ light, dark })) {
    for (const ground of ['paper', 'wash']) {
      test.each(['ink', 'ink-soft', 'seal'])(`${scheme}: %s on ${ground}`, (name) => {
        const [ink, page] = [token(part, name), token(part, ground)]
        if (!ink || !page) throw new Error(`--${name} or --${ground} is no oklch() colour`)
        expect(contrast(luminance(ink), luminance(page))).toBeGreaterThanOrEqual(4.5)
      })
    }
  }
})

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Relative luminance of an oklch colour, by way of linear sRGB (Ottosson, “A perceptual color space”, 2020). */
function luminance([lightness = 0, chroma = 0, hue = 0]: number[]): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
