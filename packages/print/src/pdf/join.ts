import { type Element, isElement, type Kid } from './tree.ts'

/** What `page/fragments.ts` writes behind the language of every piece of a split element. */
const MARK = /^(.*?)-?x-f(\d+)$/

/**
 * Puts the pieces of elements that were split across pages together again, whatever they are nested in: each piece
 * hands what it holds to the first one, and the languages are again what the document said.
 */
export function joinFragments(tree: Element): void {
  const firsts = new Map<string, Element>()
  const take = (kids: Kid[], into: Element, language: string | undefined) => {
    for (const kid of kids) {
      if (!isElement(kid)) {
        into.kids.push(kid)
        continue
      }
      const [, real, mark] = MARK.exec(kid.lang ?? '') ?? [undefined, kid.lang, undefined]
      const key = `${mark} ${kid.tag}`
      const first = mark === undefined ? undefined : firsts.get(key)
      const own = kid.kids
      kid.lang = real && real !== language ? real : undefined
      kid.kids = []
      if (!first) into.kids.push(kid)
      if (!first && mark !== undefined) firsts.set(key, kid)
      take(own, first ?? kid, kid.lang ?? language)
    }
  }
  const kids = tree.kids
  tree.kids = []
  take(kids, tree, tree.lang)
}
