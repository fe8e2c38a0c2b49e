import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

/** An element of the structure tree (ISO 32000-1, 14.7.2), taken out of the file for the while that it is worked on. */
export interface Element {
  readonly ref: PDFRef
  /** What else the file says of it: attributes, alternative text. */
  readonly dict: PDFDict
  /** The structure type, e.g. `H1`. */
  tag: string
  lang: string | undefined
  kids: Kid[]
}

/** A marked piece of a page's content, or of a group that is drawn apart from it. */
export interface Content {
  readonly page: PDFRef
  readonly mcid: number
  /** The stream of the group. */
  readonly group?: PDFRef
}

/** An annotation of a page. */
interface Annotation {
  readonly page: PDFRef
  readonly object: PDFRef
}

export type Kid = Element | Content | Annotation

export const isElement = (kid: Kid): kid is Element => 'kids' in kid
export const isContent = (kid: Kid): kid is Content => 'mcid' in kid
export const isAnnotation = (kid: Kid): kid is Annotation => 'object' in kid

const name = (text: string) => PDFName.of(text)

/** Reads the structure tree; none in a document without tags. */
export function readTree(document: PDFDocument): Element | undefined {
  const { context, catalog } = document
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root) return undefined
  const read = (value: unknown, page: PDFRef | undefined): Kid[] => {
    const object = value instanceof PDFRef ? context.lookup(value) : value
    if (object instanceof PDFArray) return object.asArray().flatMap((kid) => read(kid, page))
    if (object instanceof PDFNumber) return page ? [{ page, mcid: object.asNumber() }] : []
    if (!(object instanceof PDFDict)) return []
    const own = object.get(name('Pg'))
    const at = own instanceof PDFRef ? own : page
    const mcid = object.get(name('MCID'))
    if (mcid instanceof PDFNumber) {
      const group = object.get(name('Stm'))
      return at ? [{ page: at, mcid: mcid.asNumber(), ...(group instanceof PDFRef ? { group } : {}) }] : []
    }
    const target = object.get(name('Obj'))
    if (target instanceof PDFRef) return at ? [{ page: at, object: target }] : []
    if (!(value instanceof PDFRef)) return []
    const tag = object.lookupMaybe(name('S'), PDFName)?.decodeText() ?? ''
    return [{ ref: value, dict: object, tag, lang: textOf(object, 'Lang'), kids: read(object.get(name('K')), at) }]
  }
  return read(root.get(name('K')), undefined).find(isElement)
}

/** Puts a tree in the place of the file's own, with the two tables that lead from content to its element. */
export function writeTree(document: PDFDocument, tree: Element): void {
  const { context, catalog } = document
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict)
  const rootRef = catalog.get(name('StructTreeRoot')) as PDFRef
  const kept = new Set<PDFRef>()
  const owners = new Map<PDFRef, PDFRef[]>()
  const write = (element: Element, parent: PDFRef) => {
    const { ref, dict, tag, lang, kids } = element
    kept.add(ref)
    context.assign(ref, dict)
    dict.set(name('S'), name(tag))
    dict.set(name('P'), parent)
    set(dict, 'Lang', lang && PDFString.of(lang))
    const page = kids.find(isContent)?.page
    set(dict, 'Pg', page)
    const entries = kids.map((kid) => {
      if (isElement(kid)) return kid.ref
      if (!isContent(kid)) {
        own(kid.object, 0, ref)
        return context.obj({ Type: 'OBJR', Pg: kid.page, Obj: kid.object })
      }
      own(kid.group ?? kid.page, kid.mcid, ref)
      if (kid.page === page && !kid.group) return PDFNumber.of(kid.mcid)
      return context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid, ...(kid.group ? { Stm: kid.group } : {}) })
    })
    set(dict, 'K', entries.length > 1 ? context.obj(entries) : entries[0])
    for (const kid of kids) if (isElement(kid)) write(kid, ref)
  }
  const own = (object: PDFRef, index: number, owner: PDFRef) => {
    const list = owners.get(object) ?? []
    list[index] = owner
    owners.set(object, list)
  }
  write(tree, rootRef)
  root.set(name('K'), tree.ref)
  root.delete(name('IDTree'))

  const numbers: [key: number, value: PDFRef | PDFArray][] = []
  for (const [object, list] of owners) {
    const target = context.lookup(object)
    const dict = target instanceof PDFStream ? target.dict : context.lookup(object, PDFDict)
    const page = dict.get(name('StructParents'))
    const annotation = dict.get(name('StructParent'))
    if (page instanceof PDFNumber) {
      numbers.push([page.asNumber(), context.obj(Array.from(list, (owner) => owner ?? PDFNull))])
    } else if (annotation instanceof PDFNumber && list[0]) numbers.push([annotation.asNumber(), list[0]])
  }
  numbers.sort(([one], [other]) => one - other)
  const former = root.get(name('ParentTree'))
  const table = context.obj({ Nums: numbers.flat() })
  if (former instanceof PDFRef) context.assign(former, table)
  else root.set(name('ParentTree'), table)

  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(name('Type')) === name('StructElem') && !kept.has(ref))
      context.delete(ref)
  }
}

/** A new element, to be put among the kids of another. */
export function newElement(document: PDFDocument, tag: string, kids: Kid[]): Element {
  const { context } = document
  return { ref: context.nextRef(), dict: context.obj({ Type: 'StructElem' }), tag, lang: undefined, kids }
}

/** A text in a dictionary. */
export function textOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

function set(dict: PDFDict, key: string, value: Parameters<PDFDict['set']>[1] | '' | undefined): void {
  if (value) dict.set(name(key), value)
  else dict.delete(name(key))
}
