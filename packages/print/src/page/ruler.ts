let ruler: Range | undefined

/**
 * The boxes of a text, or of a part of it, one for each line that it stands on.
 *
 * @param from where the part begins, and `to` where it ends, in UTF-16 units.
 */
export function boxesOf(node: Text, from = 0, to = node.length): DOMRect[] {
  return measured(node, from, to, (range) => [...range.getClientRects()])
}

/** The box around a part of a text; of no size where it has none. */
export function boxAround(node: Text, from: number, to: number): DOMRect {
  return measured(node, from, to, (range) => range.getBoundingClientRect())
}

/**
 * All is measured with one range: whenever the document changes, its browser goes through every range that was ever made
 * on it and is not forgotten yet.
 */
function measured<T>(node: Text, from: number, to: number, measure: (range: Range) => T): T {
  ruler ??= document.createRange()
  ruler.setStart(node, from)
  ruler.setEnd(node, to)
  const result = measure(ruler)
  // Off the text, which may be moved next.
  ruler.setEnd(document, 0)
  return result
}
