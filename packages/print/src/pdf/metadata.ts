import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream, PDFString } from '@cantoo/pdf-lib'

/** What a document says about itself. */
export interface DocumentInfo {
  title: string
  lang: string
  author?: string
  subject?: string
  keywords?: string
}

/**
 * Writes what the document says about itself into its PDF, pins the dates, and writes the file anew, so that the
 * same document always gives the same bytes.
 *
 * @param pdf the bytes that the browser wrote.
 * @param date the moment for CreationDate and ModDate.
 */
export async function withMetadata(pdf: Uint8Array, info: DocumentInfo, date: Date): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  document.setTitle(info.title, { showInWindowTitleBar: true })
  if (info.author) document.setAuthor(info.author)
  if (info.subject) document.setSubject(info.subject)
  if (info.keywords) document.setKeywords(info.keywords.split(/\s*[,，、]\s*/))
  document.setCreator('Diglot')
  document.setProducer('Chromium, Paged.js, pdf-lib')
  document.setCreationDate(date)
  document.setModificationDate(date)
  if (info.lang) document.catalog.set(PDFName.of('Lang'), PDFString.of(info.lang))
  renumberNodes(document)
  return document.save()
}

/** Chromium names structure elements after its own DOM node numbers, which differ from run to run. */
function renumberNodes(document: PDFDocument): void {
  const nodes: { text: string; replace: (by: PDFString) => void }[] = []
  const visit = (object: PDFObject) => {
    const each = (value: PDFObject, replace: (by: PDFString) => void) => {
      if (!(value instanceof PDFString)) return visit(value)
      const text = value.asString()
      if (/^node\d+$/.test(text)) nodes.push({ text, replace })
    }
    if (object instanceof PDFStream) visit(object.dict)
    if (object instanceof PDFDict) for (const [key, value] of object.entries()) each(value, (by) => object.set(key, by))
    if (object instanceof PDFArray)
      object.asArray().forEach((value, index) => void each(value, (by) => object.set(index, by)))
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) visit(object)
  // In their own order, which the tree of names relies on.
  const order = [...new Set(nodes.map(({ text }) => text))].sort()
  const names = new Map(order.map((text, index) => [text, `node${String(index + 1).padStart(8, '0')}`]))
  for (const { text, replace } of nodes) replace(PDFString.of(names.get(text) ?? text))
}
