/**
 * The words of a text as readers see them: without code, tags and the addresses of links, which are compared by
 * themselves. What is taken out leaves a space.
 *
 * @example
 * proseOf('see `H = 4` in [the paper](https://x.y/2010)') // 'see   in [the paper]'
 */
export function proseOf(markdown: string): string {
  // Patterns take time that grows with the square of a text; what is longer is no text of a person.
  return markdown
    .slice(0, 10_000)
    .replaceAll(/(`+)[^`]*\1/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/https?:\/\/[^\s)>\]]+/g, ' ')
}
