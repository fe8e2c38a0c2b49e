import { flowOf, HAN, textBlocks } from './blocks.ts'

/** Holds its text on one line; in `document.css`. A name of its own, so that no style of a document is meant by it. */
const BOND = 'diglot-bind'

/**
 * Marks that Chromium lets begin a line: interpunct, dash, ellipsis, connectors. Source: CLREQ 3.1.4.1 (prohibition
 * rules for line start), GB/T 15834-2011 5.1.
 */
const NOT_FIRST = '[·•—―～〜~–…‥⋯]+'
/** A number in figures and what multiplies it, which are read as one: 1.3万, 2亿. */
const NUMBER = String.raw`\d[\d.,]*\s?[万亿]+`
/** What is kept together within a line. */
const BOUND = new RegExp(String.raw`(?:${NUMBER}|\S)${NOT_FIRST}|${NUMBER}`, 'gu')
/** How much a last line is to hold at least, where a Han character is one and a letter or figure is half of one. */
const LEAST = 3
/** The longest word, in characters, that is kept whole with the end of its paragraph. */
const LONGEST = 16

/**
 * Keeps together in Chinese paragraphs what a line may not end between: a mark and the character before it, a number and
 * its 万, and the last three characters, so that no last line holds one or two. The text stays as it is. Does no more when
 * called again.
 */
export function bindHan(root: Element): void {
  // One for all: at each bond the browser goes through every range that there is.
  const range = document.createRange()
  for (const [block, nodes] of textBlocks(root)) {
    // A drawing breaks no line, and shows no element of HTML.
    if (!(block instanceof HTMLElement) || block.querySelector(BOND) || !collapses(block)) continue
    // A bond takes part of its text node away: the paragraph's end first, then each node from its end backwards.
    if (takeTail(range, nodes)) bind(range)
    for (const node of nodes) {
      for (const { index, 0: text } of [...node.data.matchAll(BOUND)].reverse()) {
        range.setStart(node, index)
        range.setEnd(node, index + text.length)
        bind(range)
      }
    }
  }
}

/** Takes the end of a paragraph that may not be taken apart; none where the paragraph is hardly longer, or ends in a long word. */
function takeTail(range: Range, nodes: readonly Text[]): boolean {
  const written = nodes.filter(({ data }) => data.trim())
  const last = written.at(-1)
  if (!last || flowOf(nodes).trim().length < 2 * LEAST) return false
  range.setEnd(last, last.data.trimEnd().length)
  let weight = 0
  for (const node of written.reverse()) {
    let at = node.data.trimEnd().length
    while (at > 0 && weight < LEAST) weight += weightOf(node.data[--at] ?? '')
    range.setStart(node, at)
    if (weight >= LEAST) break
  }
  // Into an element of its own, such as code, an end does not reach halfway.
  let { startContainer: start } = range
  while (start.parentElement && !start.parentElement.contains(last)) start = start.parentElement
  if (start !== range.startContainer) range.setStartBefore(start)
  return range.toString().length <= LONGEST
}

function weightOf(char: string): number {
  return HAN.test(char) ? 1 : /[\p{L}\p{N}]/u.test(char) ? 0.5 : 0
}

/** Leaves out what reaches out of an element that it ends in, which no bond can hold. */
function bind(range: Range): void {
  const { startContainer, endContainer } = range
  const parent = (node: Node) => (node instanceof Text ? node.parentElement : node)
  if (parent(startContainer) === parent(endContainer)) range.surroundContents(document.createElement(BOND))
}

/** Whether its lines are broken anywhere: not as typed. */
function collapses(block: Element): boolean {
  return getComputedStyle(block).whiteSpaceCollapse === 'collapse'
}
