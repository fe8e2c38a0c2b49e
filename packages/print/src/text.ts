/**
 * White space, and hints to hyphenation, joining, direction and variants: drawn as nothing, so no font needs to have
 * them, and no comparison counts them.
 */
export const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/gu

/**
 * Text as it is compared: without white space, which line breaks take and give, and without invisible hints. The
 * micro sign becomes the Greek letter, as pdf.js reads it. Nothing else is folded: a radical is not its character.
 */
export function normalise(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replaceAll('\u00b5', '\u03bc')
}

/** Where two texts part, with a few characters around it; `undefined` when they are equal. */
export function firstDifference(
  expected: string,
  actual: string,
): { at: number; expected: string; actual: string } | undefined {
  if (expected === actual) return undefined
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 6), at + 14)
  return { at, expected: around(expected), actual: around(actual) }
}

/** The characters that one text has more often than another, in their order. */
export function surplus(text: string, than: string): string {
  const budget = new Map<string, number>()
  for (const char of than) budget.set(char, (budget.get(char) ?? 0) + 1)
  let rest = ''
  for (const char of text) {
    const left = budget.get(char) ?? 0
    if (left > 0) budget.set(char, left - 1)
    else rest += char
  }
  return rest
}
