import type { Scalar } from 'yaml'

const hexLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }

/**
 * Where each code unit of a YAML text stands in the source, and where the text ends; `undefined` where the way back
 * cannot be followed.
 *
 * Quotation marks, escapes, folded lines and indentation make the source longer than the text.
 */
export function scalarOffsets(node: Scalar<string>, source: string): number[] | undefined {
  const { range, type, value } = node
  if (!range) return undefined
  const isDouble = type === 'QUOTE_DOUBLE'
  const isSingle = type === 'QUOTE_SINGLE'
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
  let at = isBlock ? source.indexOf('\n', range[0]) + 1 : range[0] + (isDouble || isSingle ? 1 : 0)
  const offsets: number[] = []
  const take = (units: number, length: number) => {
    for (let unit = 0; unit < units; unit += 1) offsets.push(at)
    at += length
  }
  while (offsets.length < value.length) {
    if (at >= range[1]) return undefined
    const rest = value.slice(offsets.length)
    if (isDouble && source[at] === '\\') {
      const next = source[at + 1] ?? ''
      // An escaped line end, and the indentation behind it, write nothing.
      if (next === '\n' || next === '\r') at += spaceAt(source, at + 1).length + 1
      else take((rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1, hexLengths[next] ?? 2)
    } else if (isSingle && rest.startsWith("'") && source.startsWith("''", at)) {
      take(1, 2)
    } else if (/^\s/.test(rest) && /\s/.test(source[at] ?? '')) {
      const [written, read] = [spaceAt(source, at), spaceAt(rest, 0)]
      // A folded line: the whole break stands for the whole gap.
      if (written.startsWith(read) && !written.includes('\n')) take(1, 1)
      else take(read.length, written.length)
    } else if (source[at] === rest[0]) {
      take(1, 1)
    } else if (/\s/.test(source[at] ?? '')) {
      at += 1
    } else {
      return undefined
    }
  }
  return [...offsets, at]
}

function spaceAt(text: string, index: number): string {
  return /^\s*/.exec(text.slice(index, index + 2000))?.[0] ?? ''
}
