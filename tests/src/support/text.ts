/**
 * Text as it is compared: without any white space, which line breaks, page breaks and the gaps between Han and Latin
 * put in and take out, and without the characters that nobody sees.
 */
export function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
}

/** Kangxi and other radicals: what a PDF gives back for 用 where a font draws both with one glyph. */
const RADICAL = /[\u2e80-\u2fdf]/gu

/** The radicals of a text, each once, as `⽤ U+2F64`. */
export function radicals(text: string): string[] {
  const found = new Set([...text.matchAll(RADICAL)].map(([char]) => char))
  return [...found].map((char) => `${char} U+${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** A Han character. */
export const HAN = /\p{Script=Han}/gu

/** Each once, in the order of the first. */
export const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)]
