import type { Passage } from '../pagination.ts'
import { entryOf } from './conserve.ts'

/** The passages that may be left out, in the order in which they go: the highest `data-drop` first, of equals the last. */
export function droppable(root: ParentNode): HTMLElement[] {
  const rank = (element: HTMLElement) => Number(element.dataset.drop) || 0
  const marked = [...root.querySelectorAll<HTMLElement>('[data-drop]')].reverse()
  return marked.sort((one, other) => rank(other) - rank(one))
}

/** Takes passages out of the document, and lists that are empty then; returns what went. */
export function leaveOut(passages: HTMLElement[]): Passage[] {
  return passages.map((element) => {
    const passage = { ...entryOf(element), text: element.textContent.replace(/\s+/g, ' ').trim() }
    const list = element.closest('ul, ol, dl')
    element.remove()
    if (list && !list.firstElementChild) list.remove()
    return passage
  })
}
