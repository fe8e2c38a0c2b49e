import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

/** What a piece of a page's content puts on the paper. */
type Ink = 'text' | 'image' | 'lines'

/** The content of a page, or of a group that is drawn apart from it (for instance because it is half transparent). */
export interface Drawing {
  /** The page, or the stream of the group. */
  readonly ref: PDFRef
  /** The groups drawn here that have marked content of their own, by the names that they are called by. */
  readonly groups: ReadonlySet<string>
  /** Operator by operator: Skia writes one a line, and what belongs to it before it. */
  lines: string[]
}

/** All that is drawn in a PDF and may be marked. */
export function drawingsOf(document: PDFDocument): Drawing[] {
  const pages = document.getPages().map(({ ref, node }) => {
    const value = node.Contents()
    const streams = value instanceof PDFArray ? value.asArray().map((part) => document.context.lookup(part)) : [value]
    const parts = streams.flatMap((stream) => (stream instanceof PDFRawStream ? [inflate(stream)] : []))
    return { ref, groups: groupsIn(node.Resources()), lines: parts.join('\n').split('\n') }
  })
  const groups = document.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    if (!isGroup(object)) return []
    const resources = object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
    return { ref, groups: groupsIn(resources), lines: inflate(object).split('\n') }
  })
  return [...pages, ...groups]
}

function isGroup(object: unknown): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.has(PDFName.of('StructParents'))
}

function groupsIn(resources: PDFDict | undefined): Set<string> {
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const names = objects?.keys().filter((key) => isGroup(objects.lookup(key)))
  return new Set(names?.map((key) => key.toString()))
}

/** What each marked piece of a drawing, by its number, puts on the paper. */
export function inkOf({ lines }: Drawing): Map<number, Set<Ink>> {
  const found = new Map<number, Set<Ink>>()
  const open: (number | undefined)[] = []
  for (const line of lines) {
    const operator = operatorOf(line)
    if (BEGINS.test(operator)) open.push(mcidOf(line) ?? open.at(-1))
    else if (operator === 'EMC') open.pop()
    const ink = inkBy(operator)
    const mcid = open.at(-1)
    if (!ink || mcid === undefined) continue
    const all = found.get(mcid) ?? new Set()
    found.set(mcid, all.add(ink))
  }
  return found
}

/**
 * Marks as artifact what no element of the structure tree claims: the text in the margins, rules and grounds.
 *
 * @param claimed the marked pieces that the tree holds.
 * Source: ISO 32000-1, 14.8.2.2 (real content and artifacts); ISO 14289-1, 7.1.
 */
export function markArtifacts(drawing: Drawing, claimed: ReadonlySet<number>): void {
  const out: string[] = []
  let depth = 0
  // Where the path or the text begins that is being written outside every mark.
  let start: number | undefined
  const wrap = () => {
    out.splice(start ?? out.length - 1, 0, '/Artifact BMC')
    out.push('EMC')
    start = undefined
  }
  for (const line of drawing.lines) {
    const operator = operatorOf(line)
    if (BEGINS.test(operator)) {
      depth++
      const mcid = mcidOf(line)
      out.push(mcid === undefined || claimed.has(mcid) ? line : '/Artifact BMC')
      continue
    }
    if (operator === 'EMC') depth--
    out.push(line)
    if (depth > 0) continue
    if (operator === 'BT' || CONSTRUCTS.has(operator)) start ??= out.length - 1
    else if (operator === 'ET' || PAINTS.has(operator) || drawsApart(line, drawing) || operator === 'sh') wrap()
    else if (operator === 'n') start = undefined
  }
  drawing.lines = out
}

/** Puts a drawing back into the file. */
export function writeDrawing({ context }: PDFDocument, { ref, lines }: Drawing): void {
  const data = deflateSync(Buffer.from(lines.join('\n'), 'latin1'))
  const owner = context.lookup(ref)
  if (owner instanceof PDFRawStream) {
    owner.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
    context.assign(ref, PDFRawStream.of(owner.dict, data))
    return
  }
  const page = context.lookup(ref, PDFDict)
  const former = page.get(PDFName.of('Contents'))
  for (const part of former instanceof PDFArray ? former.asArray() : [former]) {
    if (part instanceof PDFRef) context.delete(part)
  }
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: data.length }), data)
  page.set(PDFName.of('Contents'), context.register(stream))
}

/** How many operators put ink on the paper outside every mark. */
export function unmarked(drawing: Drawing): number {
  let depth = 0
  let count = 0
  for (const line of drawing.lines) {
    const operator = operatorOf(line)
    if (BEGINS.test(operator)) depth++
    else if (operator === 'EMC') depth--
    else if (depth === 0 && inkBy(operator) && (operator !== 'Do' || drawsApart(line, drawing))) count++
  }
  return count
}

export const BEGINS = /(BDC|BMC)$/
const CONSTRUCTS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])

/** Whether a line draws an image or a group that has no marks of its own. */
function drawsApart(line: string, { groups }: Drawing): boolean {
  return operatorOf(line) === 'Do' && !groups.has(line.slice(0, line.lastIndexOf(' ')).trim())
}

function inkBy(operator: string): Ink | undefined {
  if (SHOWS.has(operator)) return 'text'
  if (operator === 'Do' || operator === 'sh') return 'image'
  return PAINTS.has(operator) ? 'lines' : undefined
}

export function operatorOf(line: string): string {
  return line.slice(line.lastIndexOf(' ') + 1)
}

export function mcidOf(line: string): number | undefined {
  const number = /\/MCID (\d+)/.exec(line)?.[1]
  return number === undefined ? undefined : Number(number)
}

function inflate(stream: PDFRawStream): string {
  const plain = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
  return Buffer.from(plain ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode()).toString('latin1')
}
