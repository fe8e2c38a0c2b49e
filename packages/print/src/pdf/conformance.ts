import { PDFBool, PDFDict, type PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { annotationsOf } from './annotations.ts'
import { drawingsOf, unmarked } from './content.ts'
import { fontFaults } from './fonts.ts'
import { attribute } from './tags.ts'
import { type Element, isContent, isElement, type Kid, readTree, textOf } from './tree.ts'

/** The structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** What may stand in an element directly, where that is laid down. */
const HOLDS: Record<string, RegExp> = {
  L: /^(LI|L|Caption)$/,
  LI: /^(Lbl|LBody)$/,
  Table: /^(TR|THead|TBody|TFoot|Caption)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TFoot: /^TR$/,
  TR: /^(TH|TD)$/,
}
/** What an element must stand in, where that is laid down. */
const HELD: Record<string, RegExp> = {
  LI: /^L$/,
  Lbl: /^LI$/,
  LBody: /^LI$/,
  TR: /^(Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
}

/**
 * Checks a finished PDF against those clauses of ISO 14289-1 (PDF/UA-1) that a program can judge;
 * `docs/checks.md` lists them, and those that are left to people.
 *
 * @returns what is wrong, each with the number of its clause; empty when the document may be called PDF/UA-1.
 */
export function checkConformance(document: PDFDocument): string[] {
  const failures = [...checkDocument(document), ...fontFaults(document).map((fault) => `7.21 ${fault}`)]
  const tree = readTree(document)
  if (!tree) return [...failures, '7.1 The document has no structure tree.']
  return [...new Set([...failures, ...checkTree(document, tree), ...checkPages(document, tree)])]
}

function* checkDocument({ catalog, context }: PDFDocument): Generator<string> {
  const mark = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  if (mark?.get(PDFName.of('Marked')) !== PDFBool.True) yield '7.1 The document is not marked as tagged.'
  if (mark?.get(PDFName.of('Suspects')) === PDFBool.True) yield '7.1 The tags are marked as suspect.'
  const viewer = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
  if (viewer?.get(PDFName.of('DisplayDocTitle')) !== PDFBool.True)
    yield '7.1 A viewer would show the file name, not the title.'
  const info = context.lookupMaybe(context.trailerInfo.Info as never, PDFDict)
  if (!(info && textOf(info, 'Title')?.trim())) yield '7.1 The document has no title. Give it a <title>.'
  if (!isLanguage(textOf(catalog, 'Lang'))) yield '7.2 The document has no language. Give <html> a lang.'
  for (const [key, clause] of [
    ['AcroForm', '7.15'],
    ['OCProperties', '7.10'],
    ['AF', '7.11'],
  ] as const) {
    if (catalog.has(PDFName.of(key))) yield `${clause} The document has a ${key}, which is not checked.`
  }
  if (context.trailerInfo.Encrypt) yield '7.16 The document is encrypted.'
}

function* checkTree(document: PDFDocument, tree: Element): Generator<string> {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const roles = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
  let level = 0
  for (const { element, parent } of walk(tree)) {
    const { tag, kids, lang } = element
    const role = STANDARD.has(tag) ? tag : roles?.lookupMaybe(PDFName.of(tag), PDFName)?.decodeText()
    if (!role || !STANDARD.has(role)) yield `7.1 The structure type ${tag} is not mapped to a standard one.`
    if (lang !== undefined && !isLanguage(lang)) yield `7.2 “${lang}” is not a language.`
    const holds = HOLDS[tag]
    if (holds)
      for (const kid of kids) if (!isElement(kid) || !holds.test(kid.tag)) yield `7.2 ${tag} holds ${tagOf(kid)}.`
    if (HELD[tag] && !(parent && HELD[tag].test(parent.tag))) yield `7.2 ${tag} stands in ${parent?.tag ?? 'nothing'}.`
    if (tag === 'Table' && !isEven(element)) yield '7.2 A table has rows of different lengths.'
    if (tag === 'LI' && !kids.some((kid) => isElement(kid) && kid.tag === 'LBody')) yield '7.2 LI has no LBody.'
    if (tag === 'Figure' && !textOf(element.dict, 'Alt')?.trim())
      yield '7.3 An image has no description. Give it an alt.'
    if (tag === 'Formula' && !textOf(element.dict, 'Alt')?.trim()) yield '7.7 A formula has no description.'
    if (tag === 'TH' && !attribute(element, 'Scope')) yield '7.5 A head of a table has no scope.'
    if (tag === 'Note' && !textOf(element.dict, 'ID')) yield '7.9 A note has no identifier.'
    const heading = /^H([1-6])$/.exec(tag)?.[1]
    if (heading) {
      if (Number(heading) > level + 1) yield `7.4.2 A heading of level ${heading} follows one of level ${level}.`
      level = Number(heading)
    }
    if (tag === 'H') yield '7.4 A heading has no level.'
    if (tag === 'Link' && !kids.some((kid) => 'object' in kid))
      yield '7.18.5 A link in the structure has no annotation.'
  }
}

function* checkPages(document: PDFDocument, tree: Element): Generator<string> {
  const owners = new Map<object, string>()
  for (const { element } of walk(tree)) {
    for (const kid of element.kids) {
      if (isContent(kid)) continue
      if ('object' in kid) owners.set(document.context.lookup(kid.object) ?? kid, element.tag)
    }
  }
  const loose = drawingsOf(document).reduce((sum, drawing) => sum + unmarked(drawing), 0)
  if (loose > 0) yield `7.1 Content is neither tagged nor an artifact (${loose} operators).`
  for (const [index, page] of document.getPages().entries()) {
    const where = `page ${index + 1}`
    if (!(page.node.get(PDFName.of('StructParents')) instanceof PDFNumber)) {
      if ([...walk(tree)].some(({ element }) => element.kids.some((kid) => isContent(kid) && kid.page === page.ref)))
        yield `7.1 The content does not lead to its tags (${where}).`
    }
    const annotations = annotationsOf(page)
    if (annotations.length > 0 && page.node.get(PDFName.of('Tabs')) !== PDFName.of('S'))
      yield `7.18.3 The tab order is not that of the structure (${where}).`
    for (const annotation of annotations) {
      const kind = annotation.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText()
      if (!owners.has(annotation) || !annotation.has(PDFName.of('StructParent')))
        yield `7.18.1 A ${kind} annotation is not in the structure (${where}).`
      else if (kind === 'Link' && owners.get(annotation) !== 'Link')
        yield `7.18.5 A link is not tagged as one (${where}).`
      if (!textOf(annotation, 'Contents')?.trim())
        yield `7.18.1 A ${kind} annotation does not say what it is (${where}).`
    }
  }
}

/** Every element of the tree, in the order of reading. */
function* walk(element: Element, parent?: Element): Generator<{ element: Element; parent: Element | undefined }> {
  yield { element, parent }
  for (const kid of element.kids) if (isElement(kid)) yield* walk(kid, element)
}

function tagOf(kid: Kid): string {
  return isElement(kid) ? kid.tag : 'content'
}

/** Whether all rows of a table fill the same number of columns. */
function isEven(table: Element): boolean {
  const rows = [...walk(table)].filter(
    ({ element, parent }) =>
      element.tag === 'TR' && (parent === table || /^T(Head|Body|Foot)$/.test(parent?.tag ?? '')),
  )
  const widths = new Array<number>(rows.length).fill(0)
  rows.forEach(({ element }, row) => {
    for (const cell of element.kids.filter(isElement)) {
      const high = Number(attribute(cell, 'RowSpan') ?? 1)
      const wide = Number(attribute(cell, 'ColSpan') ?? 1)
      for (let at = row; at < Math.min(row + high, rows.length); at++) widths[at] = (widths[at] ?? 0) + wide
    }
  })
  return new Set(widths).size <= 1
}

function isLanguage(tag: string | undefined): boolean {
  try {
    return tag !== undefined && tag !== '' && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
