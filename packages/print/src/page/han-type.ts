import { HAN } from './blocks.ts'
import { scaleOf } from './ink.ts'
import { boxesOf } from './ruler.ts'

/** Pairs of full-width marks of which one is mostly white: set together, they take less than two squares. */
const PAIR = /[、。，．）」』】〕》〉][（「『【〔《〈、。，．）」』】〕》〉]|[（「『【〔《〈][（「『【〔《〈]/gu
const MIXED = /\p{Script=Han}[A-Za-z0-9]/gu
const CODE = 'code, kbd, samp, pre'
/** Beyond the square of a character, in em: an eighth is what CSS Text 4 sets. */
const GAP = 0.06

/** What is said of a style, and what it is said of: on the first page that has it, once is enough. */
export interface TypeRemark {
  message: string
  once: string
}

/**
 * Names what the type of Chinese passages lacks: squeezed marks, a gap before Latin, upright and true weights. What depends
 * on the style is looked at once for each style of a page.
 *
 * Source: CLREQ 3.1.6 (punctuation width adjustment), 3.2 (mixed text), 3.3.1 (emphasis).
 *
 * @param known the styles of the page that were looked at; added to.
 */
export function* typeRemarks(nodes: readonly Text[], known: Set<string>): Generator<TypeRemark> {
  for (const node of nodes) {
    const { data } = node
    if (!HAN.test(data)) continue
    const style = getComputedStyle(node.parentElement as Element)
    const { fontFamily, fontWeight, fontStyle } = style
    const spacing = `${style.getPropertyValue('text-spacing-trim')}|${style.textAutospace}`
    const key = (what: string) => [what, fontFamily, fontWeight, fontStyle, spacing].join('|')
    const isNew = (what: string) => !known.has(key(what)) && Boolean(known.add(key(what)))
    const remark = (what: string, message: string): TypeRemark => ({ message, once: key(what) })
    const sample = data.trim().slice(0, 12)
    if (fontStyle !== 'normal' && isNew('slant'))
      yield remark('slant', `Han is slanted: “${sample}”. Set font-style: normal, and emphasise by dots or weight.`)
    if (isFaked(style) && isNew('weight'))
      yield remark(
        'weight',
        `Han is faked bold: “${sample}”. Give the font a file of that weight, or set font-synthesis: none.`,
      )
    const size = Number.parseFloat(style.fontSize) * scaleOf(node)
    const pair = known.has(key('squeeze')) ? undefined : onOneLine(node, PAIR)
    if (pair && isNew('squeeze') && widthAt(node, pair.index, 2) > 1.95 * size)
      yield remark(
        'squeeze',
        `“${pair[0]}” takes two whole squares. Set text-spacing-trim: normal, and use a font that can squeeze marks.`,
      )
    const mixed = known.has(key('gap')) || node.parentElement?.closest(CODE) ? undefined : onOneLine(node, MIXED)
    if (mixed && isNew('gap') && widthAt(node, mixed.index, 1) < (1 + GAP) * size)
      yield remark(
        'gap',
        `no gap between Han and Latin in “${data.slice(mixed.index, mixed.index + 8)}”. Set text-autospace: normal.`,
      )
  }
}

/** The first match, of two characters, that no line ends within. */
function onOneLine(node: Text, pattern: RegExp): RegExpExecArray | undefined {
  return [...node.data.matchAll(pattern)].find(({ index }) => boxesOf(node, index, index + 2).length === 1)
}

/** The width of some characters in px. */
function widthAt(node: Text, index: number, count: number): number {
  return boxesOf(node, index, index + count)[0]?.width ?? 0
}

/** Whether a weight is asked for that none of the family's loaded files has, and the browser may thicken one itself. */
function isFaked({ fontFamily, fontWeight, fontSynthesisWeight }: CSSStyleDeclaration): boolean {
  if (fontSynthesisWeight === 'none' || Number(fontWeight) < 600) return false
  const family = fontFamily.split(',')[0]?.trim()
  const faces = [...document.fonts].filter((face) => face.family === family)
  return faces.length > 0 && !faces.some(({ weight }) => Number(weight) >= 600 || weight === 'bold')
}
