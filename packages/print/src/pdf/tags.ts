import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { type Element, isElement, type Kid, newElement, textOf } from './tree.ts'

/** Structure types that stand within a line. */
const INLINE = new Set(['Span', 'Em', 'Strong', 'Link', 'Code', 'Quote', 'Reference', 'Note', 'Sub'])
/** Those that hold lines of text, and no blocks. */
const LINES = new Set([...INLINE, 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'Caption'])
/** Those that mean something without holding anything. */
const MAY_BE_EMPTY = new Set(['TD', 'TH', 'LI', 'Document'])
/** Structure types of PDF 2.0 that Chromium uses, and what a reader of 1.7 may take them for. */
const ROLES = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  Title: 'P',
  FENote: 'Note',
  DocumentFragment: 'Div',
}

/**
 * Makes Chromium's tags those that the document meant: no boxes without meaning, a paragraph for a line of text that
 * stands by itself, `Lbl` and `LBody` in every list item, a scope for every head of a table, one figure for an image with
 * its caption.
 *
 * Source: ISO 32000-1, 14.8.4 (standard structure types).
 */
export function tidyTags(document: PDFDocument, tree: Element): void {
  tidy(document, tree)
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  root.set(PDFName.of('RoleMap'), document.context.obj(ROLES))
}

function tidy(document: PDFDocument, element: Element): void {
  const boxes = new Set<Kid>()
  const kids = element.kids.filter((kid) => {
    if (!isElement(kid)) return true
    if (kid.kids.some(isElement)) boxes.add(kid)
    tidy(document, kid)
    // The number of a footnote labels no item.
    if (kid.tag === 'Lbl' && element.tag !== 'LI') kid.tag = 'Span'
    return kid.kids.length > 0 || MAY_BE_EMPTY.has(kid.tag)
  })
  // A box beside text is part of its line.
  const inLine = LINES.has(element.tag) || kids.some((kid) => isInline(kid) || isRun(kid, boxes))
  element.kids = kids.flatMap((kid) => {
    if (!isElement(kid) || kid.tag !== 'NonStruct') return kid
    const line = kid.kids.every(isInline)
    if (kid.lang) kid.tag = line ? 'Span' : 'Div'
    else if (line && !inLine) kid.tag = 'P'
    else return kid.kids
    return kid
  })
  if (element.tag === 'L') element.kids = element.kids.map((kid) => asItem(document, kid))
  if (element.tag === 'LI') element.kids = withBody(document, element.kids)
  if (element.tag === 'Table') scopeHeads(document, element)
  if (element.tag === 'TD' || element.tag === 'TH') tidyCell(document, element)
  if (element.tag === 'Figure') tidyFigure(element)
}

/** Within a line; a figure may be anywhere. */
function isInline(kid: Kid): boolean {
  return !isElement(kid) || INLINE.has(kid.tag)
}

/** Whether a box without meaning is no more than the text of one node. */
function isRun(kid: Kid, boxes: ReadonlySet<Kid>): boolean {
  return isElement(kid) && kid.tag === 'NonStruct' && !boxes.has(kid)
}

function asItem(document: PDFDocument, kid: Kid): Kid {
  if (isElement(kid) && /^(LI|L|Caption)$/.test(kid.tag)) return kid
  return newElement(document, 'LI', [newElement(document, 'LBody', [kid])])
}

function withBody(document: PDFDocument, kids: Kid[]): Kid[] {
  const label = (kid: Kid) => isElement(kid) && kid.tag === 'Lbl'
  return [
    ...kids.filter(label),
    newElement(
      document,
      'LBody',
      kids.filter((kid) => !label(kid)),
    ),
  ]
}

/** In a row of heads each heads its column; elsewhere its row. */
function scopeHeads(document: PDFDocument, table: Element): void {
  const rows = table.kids.flatMap((kid) =>
    !isElement(kid) ? [] : kid.tag === 'TR' ? [kid] : kid.kids.filter(isElement),
  )
  for (const row of rows) {
    const cells = row.kids.filter(isElement)
    const scope = cells.every(({ tag }) => tag === 'TH') ? 'Column' : 'Row'
    for (const cell of cells) {
      if (cell.tag !== 'TH' || attribute(cell, 'Scope')) continue
      const list = cell.dict.lookupMaybe(PDFName.of('A'), PDFArray) ?? document.context.obj([])
      list.push(document.context.obj({ O: 'Table', Scope: scope }))
      cell.dict.set(PDFName.of('A'), list)
    }
  }
}

/** Chromium lists the heads of a cell as far as they are on the cell's page; the scope of the heads says it for all pages. */
function tidyCell(document: PDFDocument, cell: Element): void {
  cell.dict.delete(PDFName.of('ID'))
  const list = cell.dict.lookupMaybe(PDFName.of('A'), PDFArray)
  if (!list) return
  const kept = list.asArray().filter((item) => {
    const entry = item instanceof PDFDict ? item : undefined
    const span = entry?.get(PDFName.of('RowSpan')) ?? entry?.get(PDFName.of('ColSpan'))
    return !entry?.has(PDFName.of('Headers')) && span?.toString() !== '1'
  })
  if (kept.length > 0) cell.dict.set(PDFName.of('A'), document.context.obj(kept))
  else cell.dict.delete(PDFName.of('A'))
}

/** A `<figure>` is a figure by what it holds: its one image lends it the description; with several it is their frame. */
function tidyFigure(figure: Element): void {
  const images = figure.kids.filter(isElement).filter(({ tag }) => tag === 'Figure')
  const [image] = images
  if (textOf(figure.dict, 'Alt') || !figure.kids.some(isElement)) return
  const description = image && images.length === 1 ? image.dict.get(PDFName.of('Alt')) : undefined
  if (image && description) {
    figure.dict.set(PDFName.of('Alt'), description)
    figure.kids = figure.kids.flatMap((kid) => (kid === image ? image.kids : [kid]))
    return
  }
  figure.tag = 'Div'
  for (const kid of figure.kids) if (isElement(kid) && kid.tag === 'Caption') kid.tag = 'P'
}

/** An attribute of an element, e.g. `Scope` (ISO 32000-1, 14.7.5). */
export function attribute(element: Element, key: string): string | undefined {
  const value = element.dict.lookup(PDFName.of('A'))
  const list = value instanceof PDFArray ? value.asArray() : [value]
  for (const item of list) {
    const found = item instanceof PDFDict ? item.get(PDFName.of(key)) : undefined
    if (found) return found.toString().replace(/^\//, '')
  }
  return undefined
}
