import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import type { PaginatedPage } from '../pagination.ts'
import { type Element, isAnnotation, isElement, textOf } from './tree.ts'

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
export function describeLinks(document: PDFDocument, tree: Element | undefined, pages: readonly PaginatedPage[]): void {
  document.getPages().forEach((page, index) => {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const links = [...(pages[index]?.links ?? [])]
    // A link that takes several lines has an annotation for each of them.
    for (const annotations of tree ? linksOn(tree, page) : []) {
      const [place, address] = annotations[0] ? [placeOf(annotations[0]), addressOf(annotations[0])] : []
      const at = links.findIndex(({ to, href }) => (place === undefined ? href === address : to === place))
      // Taken once each: several may lead to one place, in words of their own.
      const [link] = at < 0 ? [] : links.splice(at, 1)
      for (const annotation of annotations) describe(annotation, link?.text || address || place)
    }
    // What the structure does not know is described by where it leads.
    for (const annotation of annotationsOf(page)) {
      if (!annotation.has(PDFName.of('Contents'))) describe(annotation, addressOf(annotation) ?? placeOf(annotation))
    }
  })
}

function describe(annotation: PDFDict, words: string | undefined): void {
  if (words) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words))
}

/** The annotations of each link on a page, in the order of the text. */
function linksOn(element: Element, page: PDFPage): PDFDict[][] {
  const own = element.kids.flatMap((kid) =>
    isAnnotation(kid) && kid.page === page.ref ? (page.doc.context.lookupMaybe(kid.object, PDFDict) ?? []) : [],
  )
  const inside = element.kids.flatMap((kid) => (isElement(kid) ? linksOn(kid, page) : []))
  return [...(own.length > 0 ? [own] : []), ...inside]
}
