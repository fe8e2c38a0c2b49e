import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import type { PaginatedPage } from '../pagination.ts'
import { textOf } from './tree.ts'

/** The annotations of a page. */
export function annotationsOf(page: PDFPage): PDFDict[] {
  const list = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  return list ? list.asArray().map((_, index) => list.lookup(index, PDFDict)) : []
}

/** The place in the document that a link leads to: the name of a destination, which is the `id` there. */
function placeOf(annotation: PDFDict): string | undefined {
  const place = annotation.lookup(PDFName.of('Dest'))
  return place instanceof PDFName ? place.decodeText() : undefined
}

/** The address that a link leads to. */
function addressOf(annotation: PDFDict): string | undefined {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  return action && textOf(action, 'URI')
}

/**
 * Says of each link in words where it leads, and has the keyboard go through them in the order of the structure.
 *
 * Source: ISO 14289-1, 7.18.3 and 7.18.5.
 */
export function describeLinks(document: PDFDocument, pages: readonly PaginatedPage[]): void {
  document.getPages().forEach((page, index) => {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    for (const annotation of annotationsOf(page)) {
      const place = placeOf(annotation)
      const address = addressOf(annotation)
      const link = pages[index]?.links.find(({ to, href }) => (place === undefined ? href === address : to === place))
      const words = link?.text || address || place
      if (words) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words))
    }
  })
}
