import type { Tightening } from '../pagination.ts'
import { textNodes } from './conserve.ts'

const POINTS = 0.75 // of a CSS px

/**
 * Has the styles set everything tighter or looser: `--tightness` on the root, from which `tokens.css` derives gaps, leading
 * and type with their limits. A document on styles of its own takes part as far as these use its properties.
 */
export function tighten(tightness: number): void {
  document.documentElement.style.setProperty('--tightness', String(tightness))
}

/** What `tightness` has made of the finished pages: their text beside what it would be as designed. */
export function readTightening(tightness: number): Tightening | undefined {
  if (tightness === 0) return undefined
  const text = commonest(document.querySelectorAll('.pagedjs_page_content'))
  const now = measure(text)
  tighten(0)
  const designed = measure(text)
  tighten(tightness)
  return {
    type: { from: designed.type, to: now.type },
    leading: { from: designed.leading, to: now.leading },
    gaps: now.gaps / designed.gaps,
  }
}

/** An element that is set as most of the text is. */
function commonest(roots: Iterable<Element>): Element {
  const sizes = new Map<string, { element: Element; characters: number }>()
  for (const root of roots) {
    for (const node of textNodes(root)) {
      const element = node.parentElement as Element
      const { fontSize, lineHeight } = getComputedStyle(element)
      const size = sizes.get(`${fontSize}/${lineHeight}`) ?? { element, characters: 0 }
      size.characters += node.data.trim().length
      sizes.set(`${fontSize}/${lineHeight}`, size)
    }
  }
  const [most] = [...sizes.values()].sort((one, other) => other.characters - one.characters)
  return most?.element ?? document.documentElement
}

function measure(text: Element): { type: number; leading: number; gaps: number } {
  const points = (length: string) => Math.round(Number.parseFloat(length) * POINTS * 100) / 100
  const { fontSize, lineHeight } = getComputedStyle(text)
  const probe = document.createElement('div')
  probe.style.cssText = 'position: absolute; inline-size: calc(100px * var(--fit-gaps, 1))'
  document.body.append(probe)
  const gaps = probe.getBoundingClientRect().width
  probe.remove()
  return { type: points(fontSize), leading: points(lineHeight), gaps }
}
