import { readFile } from 'node:fs/promises'
import { parse } from 'node:path'
import { digest, openCache } from '../store/cache.ts'
import { INVISIBLE } from '../text.ts'

/**
 * The typefaces of one family: `han` has Han, its punctuation and symbols, `latin` the rest. Every weight is a real
 * one: below 600 the regular file serves and from 600 the bold one, so that nothing is ever emboldened artificially.
 */
export interface Family {
  han: string
  latin: string
  weights: readonly Weight[]
  italics: readonly Weight[]
}

type Weight = 400 | 600
type Style = 'normal' | 'italic'

/** What a document may use. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  'Diglot Sans': { han: 'noto-sans-sc', latin: 'source-sans-3', weights: [400, 600], italics: [400] },
  'Diglot Serif': { han: 'noto-serif-sc', latin: 'source-serif-4', weights: [400, 600], italics: [] },
  'Diglot Mono': { han: 'noto-sans-sc', latin: 'source-code-pro', weights: [400], italics: [] },
}

/** What the PDF's own names of these fonts begin with; an installed Noto Sans SC has another. */
export const FONT_NAMES = /^(NotoSansSCThin|NotoSerifSCExtraLight|SourceSans3|SourceSerif4|SourceCodePro)-/

/** One font file of an npm package. */
export interface Face {
  /** The file's name without its ending, e.g. `SourceSans3_400Regular`. */
  name: string
  covers: ReadonlySet<number>
  /** A digest of the file. */
  digest: string
  /** Unpacked, and kept so between runs: cutting the open file takes 3 ms, unpacking it a hundred times as long. */
  truetype(): Promise<Uint8Array>
}

const faces = new Map<string, Promise<Face>>()

/** One part of a Han font: the package has it in parts alone. */
export function openHan(family: string, part: string, weight: Weight): Promise<Face> {
  return openFace(`@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff2`)
}

/**
 * A whole Latin font, with all its alphabets: a font that comes in slices, one for each alphabet, is as many programs
 * in the PDF, and two letters of two slices are never kerned.
 */
export function openLatin(family: string, weight: Weight, style: Style = 'normal'): Promise<Face> {
  const name = family.replace(/(^|-)(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase())
  const variant = `${weight}${{ 400: 'Regular', 600: 'SemiBold' }[weight]}${style === 'italic' ? '_Italic' : ''}`
  return openFace(`@expo-google-fonts/${family}/${variant}/${name}_${variant}.ttf`)
}

/** Each file is read once per process. */
function openFace(file: string): Promise<Face> {
  let face = faces.get(file)
  if (!face) {
    face = readFace(file)
    faces.set(file, face)
  }
  return face
}

/**
 * The parts of a Han font that a text needs: the whole file, which alone knows how to squeeze punctuation, and the
 * slices with whatever of the text the whole file lacks (arrows, ticks, circled numbers, rare characters).
 */
export async function hanParts(family: string, text: Iterable<string>): Promise<string[]> {
  const { covers } = await openHan(family, 'chinese-simplified', 400)
  const missing = [...text].map(code).filter((point) => point > 0xff && !covers.has(point))
  const slices = missing.length > 0 ? await readSlices(family) : []
  const needed = slices.filter(([, ranges]) =>
    missing.some((point) => ranges.some(([from, to]) => point >= from && point <= to)),
  )
  return ['chinese-simplified', ...needed.map(([part]) => part)]
}

/**
 * The characters of a text that a family cannot set.
 *
 * @param name `Diglot Sans`, `Diglot Serif`, `Diglot Mono`, with or without ` Han` or ` Latin`.
 * @returns the characters, each once; `undefined` for a family that is not ours.
 */
export async function uncovered(name: string, text: string): Promise<string[] | undefined> {
  const family = FAMILIES[name.replace(/ (Han|Latin)$/, '')]
  if (!family) return undefined
  const { han, latin } = family
  const parts = await Promise.all([
    openLatin(latin, 400),
    ...(await hanParts(han, text)).map((part) => openHan(han, part, 400)),
  ])
  return [...new Set(text.replace(INVISIBLE, ''))].filter((char) => !parts.some(({ covers }) => covers.has(code(char))))
}

/** The code points that a font file has. */
export async function codePoints(data: Buffer): Promise<ReadonlySet<number>> {
  const { create } = await import('fontkit')
  const font = create(data)
  return new Set('fonts' in font ? [] : font.characterSet)
}

/** The code point of a character. */
export function code(char: string): number {
  return char.codePointAt(0) ?? 0
}

async function readFace(file: string): Promise<Face> {
  const [data, cache] = await Promise.all([readFile(new URL(import.meta.resolve(file))), openCache()])
  const name = digest(data)
  const points = await cache.kept(`fonts/${name}.points`, async () =>
    new TextEncoder().encode([...(await codePoints(data))].join()),
  )
  let truetype: Promise<Uint8Array> | undefined
  return {
    name: parse(file).name,
    covers: new Set(new TextDecoder().decode(points).split(',').filter(Boolean).map(Number)),
    digest: name,
    truetype() {
      truetype ??= cache.kept(`fonts/${name}.ttf`, async () => {
        const { default: subsetFont } = await import('subset-font')
        return subsetFont(data, undefined, { targetFormat: 'truetype', keepAllGlyphs: true })
      })
      return truetype
    },
  }
}

/** Which slice of a Han font holds which code points, as the package says. */
async function readSlices(family: string): Promise<[part: string, ranges: [number, number][]][]> {
  const text = await readFile(new URL(import.meta.resolve(`@fontsource/${family}/unicode.json`)), 'utf8')
  const parts = Object.entries(JSON.parse(text) as Record<string, string>)
  return parts
    .filter(([part]) => part.startsWith('['))
    .map(([part, ranges]) => [
      part.slice(1, -1),
      ranges.split(',').map((range): [number, number] => {
        const [from = '0', to = from] = range.replace('U+', '').split('-')
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      }),
    ])
}
