/** What a terminal would obey or hide: control characters, marks of direction, and everything without a width. */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Cf}]/gu

/**
 * A text as it may be printed: what cannot be seen is named, so that no data file moves the cursor of a terminal
 * or reads otherwise than it is.
 *
 * @example
 * printable('a\u200Bb') // 'a<U+200B>b'
 */
export function printable(text: string): string {
  return text.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}
