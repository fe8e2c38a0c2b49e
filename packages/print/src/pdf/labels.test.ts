import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { labelPages } from './labels.ts'

test.each([
  ['numbers', ['1', '2', '3']],
  ['front matter', ['i', 'ii', 'iii', 'iv', '1', '2', '3']],
  ['an appendix', ['9', '10', 'A-1', 'A-2', 'B-1']],
  ['capitals and words', ['IX', 'X', 'Index', 'XI', '']],
])('a viewer calls the pages what they are called on paper: %s', async (_, labels) => {
  const document = await PDFDocument.create()
  for (const _label of labels) document.addPage()
  labelPages(document, labels)
  const pdf = await getDocument({ data: Uint8Array.from(await document.save()), verbosity: 0 }).promise
  expect(await pdf.getPageLabels()).toEqual(labels)
  await pdf.loadingTask.destroy()
})
