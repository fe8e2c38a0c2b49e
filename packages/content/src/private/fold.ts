/** A text in the two shapes in which private values are looked for. */
export interface Folded {
  /** Full-width, compatibility and capital letters made plain, and what nobody sees left out. */
  loose: string
  /** The letters and digits of that, and nothing between them. */
  bare: string
}

/**
 * Makes one of all the ways in which a text can be written that a reader takes for the same.
 *
 * @example
 * fold('＋８６ 139-1234') // { loose: '+86 139-1234', bare: '861391234' }
 */
export function fold(text: string): Folded {
  // Between two lines of markup stands more white space than a reader sees.
  // \p{Cf}: zero-width, direction and soft hyphens; \p{Mn}: variants. NFKC has joined every accent that has a letter.
  const loose = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Mn}]+/gu, '')
    .replace(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : ' '))
  return { loose, bare: loose.replace(/[^\p{L}\p{N}]+/gu, '') }
}

/** How much a text says: a Han character counts for two letters. Below {@link LEAST} it may stand anywhere by chance. */
export function weight(bare: string): number {
  return [...bare].length + (bare.match(/\p{Script=Han}/gu)?.length ?? 0)
}

/** Four Han characters, or eight letters and digits. */
export const LEAST = 8
