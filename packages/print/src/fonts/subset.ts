import { digest } from '../store/cache.ts'
import { code, FAMILIES, type Face, hanParts, openHan, openLatin } from './faces.ts'

/** Set full-width, from the Han font, in Chinese; from the Latin font in any other language. */
const SHARED_PUNCTUATION = '“”‘’—…·'

/** Fonts cut to a text. */
export interface FontSet {
  /** The `@font-face` rules; their addresses are `base` and a name in `files`. */
  css: string
  /** The font files by name. The name changes with the characters in them. */
  files: Map<string, Uint8Array>
}

/** How fonts are cut. */
export interface SubsetOptions {
  /** What stands before a file's name in the CSS, e.g. `/fonts/`. */
  base?: string
  /** `truetype` is quick and for the typesetter itself, `woff2` small and for the web. Default `woff2`. */
  format?: 'woff2' | 'truetype'
  /** How the families are used: names that are in none of the lists are not declared. All are when left out. */
  uses?: readonly { families: readonly string[]; italic: boolean }[]
}

/**
 * Cuts the families `Diglot Sans`, `Diglot Serif` and `Diglot Mono` to the characters of some texts. Each can also be
 * named by its parts: `"Diglot Sans Han", "Diglot Sans Latin"` takes quotes, dashes and the ellipsis from the Han
 * font, as `"Diglot Sans"` does, and the other order from the Latin one. With the parts the PDF is smaller, since it
 * holds a font once for every rule that loads it. The fonts are under the OFL, whose text is in `LICENSES/`.
 *
 * @param texts the texts in use; characters that no font has are left out.
 * @example
 * const { css, files } = await subsetFonts([html], { base: '/fonts/' })
 */
export async function subsetFonts(texts: Iterable<string>, options: SubsetOptions = {}): Promise<FontSet> {
  const { base = '', format = 'woff2', uses } = options
  const wanted = (family: string, style: string) =>
    !uses || uses.some(({ families, italic }) => families.includes(family) && (style === 'normal' || italic))
  const used = new Set(Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)))
  for (const text of texts) for (const char of text) used.add(char)
  const chars = [...used].sort()

  const files = new Map<string, Uint8Array>()
  const rules: string[] = []
  const declare = async (family: string, face: Face, weight: string, style: string, range: string[]) => {
    const covered = range.filter((char) => face.covers.has(code(char)))
    if (covered.length === 0 || !wanted(family, style)) return
    const text = chars.filter((char) => face.covers.has(code(char))).join('')
    const file = `${face.name}.${digest(face.digest, text, format).slice(0, 12)}.${format === 'woff2' ? 'woff2' : 'ttf'}`
    files.set(file, await cutOnce(file, face, text, format))
    rules.push(
      `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; font-display: block; ` +
        `src: url("${base}${file}") format("${format}"); unicode-range: ${unicodeRange(covered)}; }`,
    )
  }

  for (const [name, family] of Object.entries(FAMILIES)) {
    for (const weight of family.weights) {
      const weights = family.weights.length === 1 ? '1 1000' : weight < 600 ? '1 599' : '600 1000'
      const latin = await openLatin(family.latin, weight)
      const isShared = (char: string) => SHARED_PUNCTUATION.includes(char)
      let ofHan = chars.filter((char) => isShared(char) || !latin.covers.has(code(char)))
      for (const part of await hanParts(family.han, ofHan)) {
        const face = await openHan(family.han, part, weight)
        await declare(name, face, weights, 'normal', ofHan)
        await declare(`${name} Han`, face, weights, 'normal', ofHan)
        ofHan = ofHan.filter((char) => !face.covers.has(code(char)))
      }
      const ofLatin = chars.filter((char) => !isShared(char))
      await declare(name, latin, weights, 'normal', ofLatin)
      await declare(`${name} Latin`, latin, weights, 'normal', chars)
      if (!family.italics.includes(weight)) continue
      await declare(`${name} Latin`, await openLatin(family.latin, weight, 'italic'), '1 1000', 'italic', chars)
    }
  }
  return { css: rules.join('\n'), files }
}

/** How many cut fonts are remembered: those of one text on several papers, and of a few texts at a time. */
const REMEMBERED = 64

const remembered = new Map<string, Promise<Uint8Array>>()

/** The rules of one text name a font several times, and so do the papers it is set on. */
function cutOnce(file: string, face: Face, text: string, format: 'woff2' | 'truetype'): Promise<Uint8Array> {
  const known = remembered.get(file)
  if (known) return known
  const data = cut(face, text, format)
  remembered.set(file, data)
  for (const oldest of remembered.keys()) if (remembered.size > REMEMBERED) remembered.delete(oldest)
  return data
}

async function cut(face: Face, text: string, targetFormat: 'woff2' | 'truetype'): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(await face.truetype(), text, { targetFormat })
}

function unicodeRange(chars: string[]): string {
  const ranges: [number, number][] = []
  for (const point of chars.map(code).sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges.map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`).join(',')
}
