import { createHash } from 'node:crypto'
import { PDFDict, PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { DocumentInfo, PaginatedPage, Pagination } from '../pagination.ts'
import { describeLinks } from './annotations.ts'
import { checkConformance } from './conformance.ts'
import { drawingsOf, inkOf, markArtifacts, writeDrawing } from './content.ts'
import { joinFragments } from './join.ts'
import { labelPages } from './labels.ts'
import { claimLooseText, ownersIn } from './loose.ts'
import { writeMetadata } from './metadata.ts'
import { sweep } from './sweep.ts'
import { tidyTags } from './tags.ts'
import { type Content, type Element, isContent, isElement, readTree, writeTree } from './tree.ts'
import { writeXmp } from './xmp.ts'

/** CSS px to PDF units. */
const PT = 72 / 96

/** A PDF as it will be written, not yet read back. */
export interface Finished {
  bytes: Uint8Array
  /** The same, taken apart. */
  document: PDFDocument
  /** What keeps it from being called PDF/UA-1; empty when nothing does. */
  failures: string[]
}

/**
 * Makes of the PDF that the browser wrote the one that is published: tags that mirror the document, artifacts, page
 * labels, links that say where they lead, and what the document says about itself. The same input gives the same bytes.
 *
 * @param pdf the bytes that the browser wrote.
 * @param date the moment for its dates.
 */
export async function finish(
  pdf: Uint8Array,
  pagination: Pagination,
  info: DocumentInfo,
  date: Date,
): Promise<Finished> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  // Object streams came with 1.5, and PDF/UA-1 is written upon 1.7.
  document.context.header = PDFHeader.forVersion(1, 7)
  writeMetadata(document, info, date)
  labelPages(
    document,
    document.getPages().map((_, index) => pagination.pages[index]?.label),
  )
  finishTags(document, pagination)
  const failures = checkConformance(document)
  writeXmp(document, info, date, failures.length === 0)
  sweep(document)
  return { bytes: await save(document), document, failures }
}

function finishTags(document: PDFDocument, { pages }: Pagination): void {
  const drawings = drawingsOf(document)
  const tree = readTree(document)
  describeLinks(document, tree, pages)
  const claimed = new Map<PDFRef, Set<number>>()
  if (tree) {
    const owners = ownersIn(tree)
    for (const [index, { node }] of document.getPages().entries()) {
      const [drawing, area, height] = [drawings[index], pages[index]?.area, node.MediaBox().asRectangle().height]
      if (drawing && area) claimLooseText(drawing, owners, (x, y) => isWithin(area, x / PT, (height - y) / PT))
    }
    const inks = new Map(drawings.map((drawing) => [drawing.ref, inkOf(drawing)]))
    joinFragments(tree)
    dropLines(tree, ({ page, group, mcid }) => {
      const ink = inks.get(group ?? page)?.get(mcid)
      return ink !== undefined && (ink.has('text') || ink.has('image'))
    })
    tidyTags(document, tree)
    writeTree(document, tree)
    const claim = ({ kids }: Element): void => {
      for (const kid of kids) {
        if (isElement(kid)) claim(kid)
        if (!isContent(kid)) continue
        const drawing = kid.group ?? kid.page
        claimed.set(drawing, (claimed.get(drawing) ?? new Set()).add(kid.mcid))
      }
    }
    claim(tree)
  }
  for (const drawing of drawings) {
    markArtifacts(drawing, claimed.get(drawing.ref) ?? new Set())
    writeDrawing(document, drawing)
  }
  tidyOutline(document)
}

/** A full-width mark at the beginning of a line stands half in the margin. */
function isWithin({ left, top, right, bottom }: PaginatedPage['area'], x: number, y: number): boolean {
  return x >= left - 16 && x <= right && y >= top && y <= bottom
}

/** Rules, borders and grounds say nothing; a drawing does, and so does the dot before an item. */
function dropLines(element: Element, says: (content: Content) => boolean): void {
  if (element.tag === 'Figure' || element.tag === 'Lbl') return
  element.kids = element.kids.filter((kid) => !isContent(kid) || says(kid))
  for (const kid of element.kids) if (isElement(kid)) dropLines(kid, says)
}

/** An entry of the outline may point to an element that is no more, and the browser ends some of the titles with a space. */
function tidyOutline(document: PDFDocument): void {
  const [element, title] = [PDFName.of('SE'), PDFName.of('Title')]
  for (const [, entry] of document.context.enumerateIndirectObjects()) {
    if (!(entry instanceof PDFDict) || !entry.has(element)) continue
    if (!entry.lookup(element)) entry.delete(element)
    const text = entry.lookupMaybe(title, PDFString, PDFHexString)?.decodeText()
    if (text) entry.set(title, PDFHexString.fromText(text.trim()))
  }
}

const NO_ID = '0'.repeat(32)

/** Writes the file, and into it the digest of its own bytes as identifier (ISO 32000-1, 14.4). */
async function save(document: PDFDocument): Promise<Uint8Array> {
  const { context } = document
  context.trailerInfo.ID = context.obj([PDFHexString.of(NO_ID), PDFHexString.of(NO_ID)])
  const bytes = Buffer.from(await document.save({ objectsPerTick: Number.POSITIVE_INFINITY, addDefaultPage: false }))
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, NO_ID.length)
  for (let at = bytes.lastIndexOf(NO_ID); at >= 0; at = bytes.lastIndexOf(NO_ID)) bytes.write(id, at, 'latin1')
  return bytes
}
