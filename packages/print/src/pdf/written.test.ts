import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readWritten } from './written.ts'

test('reads the pages, and whatever is written beside them', async () => {
  const document = await PDFDocument.create()
  document.setTitle('a title: 标题')
  document.setKeywords(['a keyword'])
  document.addPage().drawText('a first line\na second line', { x: 50, y: 700 })
  const page = document.addPage()
  page.drawText('another page', { x: 50, y: 700 })
  const action = document.context.obj({ S: 'URI', URI: PDFString.of('https://a.link.example/') })
  page.node.set(PDFName.of('Annots'), document.context.obj([{ Subtype: 'Link', A: action }]))
  await document.attach(new TextEncoder().encode('an attachment'), 'an attached file.txt', { description: 'described' })

  for (const useObjectStreams of [true, false]) {
    const { pages, strings, streams } = await readWritten(await document.save({ useObjectStreams }))
    expect(pages).toEqual(['a first line\na second line', 'another page'])
    for (const said of ['a title: 标题', 'a keyword', 'https://a.link.example/', 'an attached file.txt', 'described']) {
      expect(strings).toContain(said)
    }
    expect(streams.map((bytes) => new TextDecoder().decode(bytes))).toContain('an attachment')
  }
})

test('leaves the bytes as they are, and says of a file that it is none', async () => {
  const bytes = await (await PDFDocument.create()).save()
  const copy = Uint8Array.from(bytes)
  await readWritten(bytes)
  expect(bytes).toEqual(copy)
  await expect(readWritten(new TextEncoder().encode('%PDF-1.7 but not really'))).rejects.toThrow()
})
