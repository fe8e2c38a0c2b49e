import type { PDFRef } from '@cantoo/pdf-lib'
import { BEGINS, type Drawing, mcidOf, operatorOf } from './content.ts'
import { type Element, isContent, isElement } from './tree.ts'

/** The six numbers of a transformation. */
type Matrix = readonly number[]

/** The element that each marked piece belongs to, page by page. */
type Owners = Map<PDFRef, Map<number, Element>>

export function ownersIn(element: Element, owners: Owners = new Map()): Owners {
  for (const kid of element.kids) {
    if (isElement(kid)) ownersIn(kid, owners)
    else if (isContent(kid) && !kid.group) {
      owners.set(kid.page, (owners.get(kid.page) ?? new Map()).set(kid.mcid, element))
    }
  }
  return owners
}

/**
 * Gives the text in the page area that the browser left without a mark to the element whose text is painted before it,
 * or at the beginning of a line or a page to the one after: quotation marks of `<q>`, page numbers in a table of contents. A mark
 * that no element claims stays as it is, since so text is hidden on purpose.
 *
 * @param isBody whether a point of the sheet is in the page area; in PDF units from the lower left corner.
 */
export function claimLooseText(page: Drawing, owners: Owners, isBody: (x: number, y: number) => boolean): void {
  const loose = looseText(page.lines).filter(({ x, y }) => isBody(x, y))
  const owned = owners.get(page.ref)
  if (loose.length === 0 || !owned) return
  const marks = page.lines.flatMap((line, at) => (line.endsWith('BDC') ? [{ at, mcid: mcidOf(line) ?? -1 }] : []))
  const claimed = marks.filter(({ mcid }) => owned.has(mcid))
  const free = 1 + Math.max(...marks.map(({ mcid }) => mcid))
  const lines: string[] = []
  let done = 0
  for (const [index, { from, to }] of loose.entries()) {
    const mcid = free + index
    lines.push(...page.lines.slice(done, from), `/Span <</MCID ${mcid} >>BDC`, ...page.lines.slice(from, to), 'EMC')
    done = to
    const before = claimed.findLastIndex(({ at }) => at < from)
    const [above, own, below] = [
      page.lines.slice(0, from).findLast(isPlace),
      page.lines.slice(from).find(isPlace),
      page.lines.slice(to).find(isPlace),
    ].map((line) => line && operands(line)[5])
    const opens = before < 0 || (own === below && own !== above && before + 1 < claimed.length)
    const beside = claimed[opens ? before + 1 : before]
    const owner = beside && owned.get(beside.mcid)
    if (!owner) continue
    const place = owner.kids.findIndex((kid) => isContent(kid) && kid.page === page.ref && kid.mcid === beside.mcid)
    owner.kids.splice(opens ? place : place + 1, 0, { page: page.ref, mcid })
    owned.set(mcid, owner)
    claimed.splice(before + 1, 0, { at: from, mcid })
  }
  page.lines = [...lines, ...page.lines.slice(done)]
}

/** The text objects outside every mark: from which line to which, and where on the sheet they begin. */
function looseText(lines: string[]): { from: number; to: number; x: number; y: number }[] {
  const found: ReturnType<typeof looseText> = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let depth = 0
  let from: number | undefined
  let place: Matrix | undefined
  for (const [at, line] of lines.entries()) {
    const operator = operatorOf(line)
    if (BEGINS.test(operator)) depth++
    else if (operator === 'EMC') depth--
    else if (operator === 'q') kept.push(matrix)
    else if (operator === 'Q') matrix = kept.pop() ?? matrix
    else if (operator === 'cm') matrix = multiply(operands(line), matrix)
    else if (operator === 'BT' && depth === 0) from = at
    else if (operator === 'Tm' && from !== undefined) place ??= multiply(operands(line), matrix)
    else if (operator === 'ET' && from !== undefined) {
      const [, , , , x = 0, y = 0] = place ?? matrix
      found.push({ from, to: at + 1, x, y })
      from = place = undefined
    }
  }
  return found
}

/** The line of a text object that says where it begins. */
function isPlace(line: string): boolean {
  return line.endsWith(' Tm')
}

function operands(line: string): number[] {
  return line.trim().split(/\s+/).slice(0, 6).map(Number)
}

/** What the first does within the other (ISO 32000-1, 8.3.4). */
function multiply([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, outer: Matrix): Matrix {
  const [m = 1, n = 0, o = 0, p = 1, x = 0, y = 0] = outer
  return [a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + x, e * n + f * p + y]
}
