const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Signs that end what stands before them: no line begins with one. */
const closing = /^[\p{Pe}\p{Pf}，。、；：？！,.;:?!%]/u
/** Signs that open what follows: no line ends with one. */
const opening = /[\p{Ps}\p{Pi}]$/u
const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u

/**
 * Breaks a line between words, Chinese ones too, so that none is wider than `width` columns; a Chinese character takes
 * two. A word that is wider by itself stays whole. Further lines begin with `indent`.
 *
 * @example
 * wrapLine('one two three', 8) // 'one two\nthree'
 */
export function wrapLine(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line.trim() !== '' && columns(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += line === indent ? piece.trimStart() : piece
  }
  return [...lines, line.trimEnd()].join('\n')
}

/** What stays together: a word with the spaces and signs that belong to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1)
    const isHeld =
      last !== undefined &&
      (closing.test(segment) || /^\s/.test(segment) || opening.test(last) || isTight(last, segment))
    if (isHeld) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

/** Latin letters, digits and signs without a space between them: `C++`, `500+`, `https://…`. */
function isTight(last: string, segment: string): boolean {
  return !/\s$/.test(last) && !wide.test(last.at(-1) ?? '') && !wide.test(segment)
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}
