import { boxesOf } from './ruler.ts'

/** One line of a box, as it was rendered. */
export interface Line {
  text: string
  /** Whether the source ends it, with `<br>`. */
  forced: boolean
  top: number
  bottom: number
  right: number
}

/** The rendered lines of the text nodes of one box, in the order in which they are read. */
export function linesOf(nodes: readonly Text[]): Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  for (const node of nodes) {
    for (const { rect, text } of fragments(node)) {
      const middle = (rect.top + rect.bottom) / 2
      const goesOn = line && middle > line.top && middle < line.bottom && rect.left > line.right - rect.height
      if (!line || !goesOn) {
        line = { text: '', forced: false, top: rect.top, bottom: rect.bottom, right: rect.right }
        lines.push(line)
      }
      line.text += text
      line.top = Math.min(line.top, rect.top)
      line.bottom = Math.max(line.bottom, rect.bottom)
      line.right = Math.max(line.right, rect.right)
    }
    if (line && endsWithBreak(node)) line.forced = true
  }
  return lines
}

/** Whether a `<br>` follows, with nothing but white space before it. */
function endsWithBreak(node: Text): boolean {
  let next: Node | null = node
  while (next && !next.nextSibling && getComputedStyle(next.parentElement as Element).display === 'inline')
    next = next.parentElement
  next = next?.nextSibling ?? null
  while (next instanceof Text && !next.data.trim()) next = next.nextSibling
  return next instanceof HTMLBRElement
}

/** The parts of a text node on each line. Where a line ends is guessed from its width, and searched for from there. */
function* fragments(node: Text): Generator<{ rect: DOMRect; text: string }> {
  const { data } = node
  const rects = boxesOf(node).filter(({ width }) => width > 0)
  const whole = rects.reduce((sum, { width }) => sum + width, 0)
  let start = 0
  for (const [at, rect] of rects.entries()) {
    const end =
      at === rects.length - 1
        ? data.length
        : endOf(node, rects.slice(0, at + 1), start, start + (rect.width / whole) * data.length)
    yield { rect, text: data.slice(start, end) }
    start = end
  }
}

/** The first place after `start` whose character is on none of the lines. */
function endOf(node: Text, lines: readonly DOMRect[], start: number, guess: number): number {
  const isAfter = (index: number): boolean => {
    for (let at = index; at < node.data.length; at++) {
      const box = boxesOf(node, at, at + 1).find(({ width }) => width > 0)
      // White space that a line swallowed, and the second half of a rare character, have no box.
      if (!box) continue
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      return !lines.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)
    }
    return true
  }
  let [low, high] = [start, node.data.length]
  let at = Math.min(Math.max(Math.round(guess), low + 1), high)
  for (let step = 1; low < high; step *= 2) {
    if (isAfter(at)) high = at
    else low = at + 1
    const middle = (low + high) >> 1
    at = Math.min(Math.max(high === at ? at - step : at + step, low), high)
    if (step > 8 || at >= high) at = middle
  }
  return low
}
