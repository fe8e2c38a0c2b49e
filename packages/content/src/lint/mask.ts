/** Stands for each code unit of code and of addresses: words of neither language. */
export const codeMark = '\uE000'
/** Stands for each code unit of a mark of Markdown or of a tag: nothing that a reader sees. */
export const markupMark = '\uE001'

/**
 * A text of the same length in which nothing but prose is left, so that a rule finds what it looks for at its place.
 *
 * @example
 * mask('用**`cgo`**封装') // the same, with marks for the asterisks and for the code
 */
export function mask(markdown: string): string {
  const hide = (mark: string) => (part: string) => mark.repeat(part.length)
  return markdown
    .replaceAll(/(`+)[^`](?:[^`]|(?!\1)`)*\1/g, hide(codeMark))
    .replaceAll(/<[^>]*>/g, hide(markupMark))
    .replaceAll(/\]\([^)]*\)/g, hide(markupMark))
    .replaceAll(/(?:https?:\/\/|mailto:|www\.)[^\s)>\]，。；：、（）]+/g, hide(codeMark))
    .replaceAll(/\*+|[[\]|]/g, hide(markupMark))
}
