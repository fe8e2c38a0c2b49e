import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isContent, isElement, type Kid, readTree } from '../src/pdf/tree.ts'

/** A PDF's text in the order of its tags: the text of each page, and that of the whole, over the pages' ends. */
export interface TaggedText {
  pages: string[]
  whole: string
  /** What stands on the pages without a tag. */
  untagged: string
}

/** Reads a PDF as who follows its tags does, a screen reader or a careful parser (ISO 32000-1, 14.8.2.3). */
export async function readTagged(data: Uint8Array): Promise<TaggedText> {
  const document = await PDFDocument.load(data, { updateMetadata: false })
  const refs = document.getPages().map(({ ref }) => ref)
  const { marked, untagged } = await readMarked(data)
  const pages = refs.map(() => '')
  let whole = ''
  const follow = (kid: Kid) => {
    if (isElement(kid)) for (const inner of kid.kids) follow(inner)
    if (!isContent(kid)) return
    const text = marked.get(`p${kid.page.objectNumber}R_mc${kid.mcid}`) ?? ''
    pages[refs.indexOf(kid.page)] += text
    whole += text
  }
  const tree = readTree(document)
  if (tree) follow(tree)
  return { pages, whole, untagged }
}

/** The text of each marked piece of content, by the name that pdf.js gives it. */
async function readMarked(data: Uint8Array): Promise<{ marked: Map<string, string>; untagged: string }> {
  const task = getDocument({ data: new Uint8Array(data), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await task.promise
  const marked = new Map<string, string>()
  let untagged = ''
  for (let number = 1; number <= document.numPages; number++) {
    const options = { disableNormalization: true, includeMarkedContent: true }
    const { items } = await (await document.getPage(number)).getTextContent(options)
    const around: (string | null)[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = around.findLast((name) => name !== null)
        if (id) marked.set(id, (marked.get(id) ?? '') + item.str)
        else untagged += item.str
      } else if (item.type === 'endMarkedContent') around.pop()
      else around.push(item.id ?? null)
    }
  }
  await task.destroy()
  return { marked, untagged }
}
