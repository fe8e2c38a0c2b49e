import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { DocumentInfo } from '../pagination.ts'

/** Writes what the document says about itself into its PDF, and pins the dates. */
export function writeMetadata(document: PDFDocument, info: DocumentInfo, date: Date): void {
  document.setTitle(info.title, { showInWindowTitleBar: true })
  if (info.author) document.setAuthor(info.author)
  if (info.subject) document.setSubject(info.subject)
  if (info.keywords) document.setKeywords(info.keywords.split(/\s*[,，、]\s*/))
  document.setCreator('Diglot')
  document.setProducer('Chromium, Paged.js, pdf-lib')
  document.setCreationDate(date)
  document.setModificationDate(date)
  if (info.lang) document.catalog.set(PDFName.of('Lang'), PDFString.of(info.lang))
  if (info.facing) document.catalog.set(PDFName.of('PageLayout'), PDFName.of('TwoPageRight'))
}
