import type { Chunker } from 'pagedjs'
import type { FontRun } from '../pagination.ts'

/** The runs of the document's text; not known where nobody surveyed it. */
let inText: readonly FontRun[] | undefined

/** What Paged.js reads of the style sheets: margin boxes and footnotes have fonts that no text of the document tells of. */
let read = ''

/** Those that the browser has taken already, to lay out the document as it was surveyed: nobody knows better which. */
const taken = new Set<string>()

export function noteRuns(runs: readonly FontRun[]): void {
  inText = runs
  for (const face of document.fonts) if (face.status !== 'unloaded') taken.add(keyOf(face))
}

/** Paged.js puts the style sheets in anew, and the faces with them. */
function keyOf({ family, style, weight, stretch, unicodeRange }: FontFace): string {
  return [bare(family), style, weight, stretch, unicodeRange].join('|').toLowerCase()
}

/** @param css rules that Paged.js has to read. */
export function noteRules(css: string): void {
  const root = getComputedStyle(document.documentElement)
  const whole = css.replace(/var\(\s*(--[\w-]+)/g, (use, name: string) => `${use} ${root.getPropertyValue(name)}`)
  read += whole.toLowerCase()
}

/** What else an element's own style does not tell of: the fonts of pseudo-elements, and of what Paged.js marks. */
const APART = /:(:|before|after|first-l)|pagedjs|data-(split|footnote)/

/** @param rules of a style sheet, before Paged.js takes it away. */
export function noteApart(rules: Iterable<CSSRule>): void {
  for (const rule of rules) {
    // Of margin boxes too: once Paged.js reads them, the properties that they refer to are taken away.
    const isApart = rule instanceof CSSPageRule || (rule instanceof CSSStyleRule && APART.test(rule.selectorText))
    if (isApart) noteRules(rule.cssText)
    else if (rule instanceof CSSImportRule) noteApart(rule.styleSheet?.cssRules ?? [])
    else if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) noteApart(rule.cssRules)
  }
}

/**
 * Has Paged.js 0.4.3 wait for the fonts that are wanted, where it loads every font that a style sheet declares: six of
 * eleven, for a short document in the styles of this package.
 */
export function loadWantedFonts(chunker: Chunker): void {
  chunker.loadFonts = () => {
    const wanted = [...document.fonts].filter((face) => face.status !== 'loaded' && isWanted(face))
    // Whoever watches the window names the file that does not load.
    return Promise.all(
      wanted.map((face) => face.load().catch(() => console.warn('Failed to preload font', face.family))),
    )
  }
}

function isWanted(face: FontFace): boolean {
  const { family, style } = face
  const name = bare(family).toLowerCase()
  const isSetIn = ({ families, italic }: FontRun) =>
    (italic || style === 'normal') && families.some((one) => one.toLowerCase() === name)
  return !inText || taken.has(keyOf(face)) || inText.some(isSetIn) || read.includes(name)
}

/** A family without the quotes that a style sheet may write it with. */
export function bare(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '')
}
