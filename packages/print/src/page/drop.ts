import type { Passage } from '../pagination.ts'
import { entryOf } from './conserve.ts'

/** What is left out at once: a passage with all its pieces, in a facing edition the one of each language. */
export type Droppable = HTMLElement[]

/**
 * What may be left out, in the order in which it goes: the highest `data-drop` first, of equals the last. In a facing
 * edition two passages go together that have the same number in the same entry; one that has no other stays, as its spread
 * would say more in one language.
 */
export function droppable(root: ParentNode): Droppable[] {
  // A passage that is split has a piece on each of its pages.
  const pieces = Map.groupBy(root.querySelectorAll<HTMLElement>('[data-drop]'), (piece) =>
    piece.closest('.pagedjs_page') ? piece.dataset.ref : piece,
  )
  const sides = Map.groupBy(pieces.values(), ([piece]) => piece?.closest<HTMLElement>('[data-leaf]')?.dataset.leaf)
  const others = byName(sides.get('right') ?? [])
  const pairs = [...byName(sides.get('left') ?? [])].flatMap(([name, passage]): Droppable[] => {
    const other = others.get(name)
    return other ? [[...passage, ...other]] : []
  })
  return [...(sides.get(undefined) ?? []), ...pairs].reverse().sort((one, other) => rank(other) - rank(one))
}

/** Passages by what they share with those of the other language: entry, number, and which they are of several. */
function byName(passages: readonly Droppable[]): Map<string, Droppable> {
  const alike = Map.groupBy(passages, (passage) => `${passage[0] && entryOf(passage[0]).entry} ${rank(passage)}`)
  return new Map(
    [...alike].flatMap(([name, all]) => all.map((passage, index) => [`${name} ${index}`, passage] as const)),
  )
}

const rank = ([piece]: Droppable) => Number(piece?.dataset.drop) || 0

/** Takes passages out of the document, and lists that are empty then; returns what went. */
export function leaveOut(passages: readonly Droppable[]): Passage[] {
  return passages.flat().map((element) => {
    const passage = { ...entryOf(element), text: element.textContent.replace(/\s+/g, ' ').trim() }
    const list = element.closest('ul, ol, dl')
    element.remove()
    if (list && !list.firstElementChild) list.remove()
    return passage
  })
}
