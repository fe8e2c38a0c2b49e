import { type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { DocumentInfo } from '../pagination.ts'

/**
 * Writes what the document says about itself a second time, in XML, for programs that look for it there.
 *
 * @param accessible whether it may be called PDF/UA-1: only what passed `conformance.ts` may.
 * Source: ISO 16684-1 (XMP); ISO 14289-1, 5 (the identification of PDF/UA).
 */
export function writeXmp(document: PDFDocument, info: DocumentInfo, date: Date, accessible: boolean): void {
  const { context, catalog } = document
  const moment = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const lines = [
    alternative('dc:title', info.title),
    info.author && `<dc:creator><rdf:Seq><rdf:li>${quoted(info.author)}</rdf:li></rdf:Seq></dc:creator>`,
    info.subject && alternative('dc:description', info.subject),
    info.lang && `<dc:language><rdf:Bag><rdf:li>${quoted(info.lang)}</rdf:li></rdf:Bag></dc:language>`,
    info.keywords && `<pdf:Keywords>${quoted(info.keywords)}</pdf:Keywords>`,
    `<pdf:Producer>${quoted(document.getProducer() ?? '')}</pdf:Producer>`,
    `<xmp:CreatorTool>${quoted(document.getCreator() ?? '')}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${moment}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${moment}</xmp:ModifyDate>`,
    accessible && '<pdfuaid:part>1</pdfuaid:part>',
  ]
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
  const stream = context.stream(Buffer.from(packet, 'utf8'), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(stream))
}

function alternative(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${quoted(text)}</rdf:li></rdf:Alt></${name}>`
}

function quoted(text: string): string {
  // XML 1.0 has no place for control characters, escaped or not.
  const plain = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  return plain.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
}
