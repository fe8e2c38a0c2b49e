import { SECTION } from './pagination.ts'

/** What stands in the margins, in the caller's words. */
export interface MarginText {
  /** The running head's name, at the left. */
  head?: string
  /** The page number's pattern: `{page}` and `{pages}` are filled in, e.g. `Page {page} of {pages}`. */
  folio?: string
  /** Whether the running head names the current section, at the right. Only Paged.js can; the browser leaves it out. */
  section?: boolean
  /**
   * What stands at the left of the foot of every sheet: `{address}` is filled in with the `data-address` of the
   * document's root element.
   */
  foot?: string
  /** Whether the folio stands at the outer edge of every page of a book, at the left on a left-hand page. */
  mirrored?: boolean
}

const COUNTERS = { '{page}': 'counter(page)', '{pages}': 'counter(pages)' }

const TYPE = 'font-size:8pt;line-height:1.4;color:#444;font-variant-numeric:tabular-nums'

/**
 * The CSS of running head and folio, without a space too many, for the document's own `<style>` or a file. Serves Paged.js and a browser's own printing;
 * the first page has no running head, since the title stands there.
 *
 * The words are custom properties of the root: in a facing edition the pages of each side have their own, and a page
 * that is numbered otherwise has its folio in `--diglot-folio`.
 *
 * @returns CSS text that is safe inside a `<style>` element.
 * @example
 * marginBoxes({ head: '陆羽', folio: '第 {page} 页 / 共 {pages} 页', section: true })
 */
export function marginBoxes({ head, folio, foot, section = false, mirrored = false }: MarginText): string {
  const words: string[] = []
  const boxes: string[] = []
  const rules: string[] = []
  if (head) {
    words.push(`--diglot-head:${cssString(head)}`)
    boxes.push(`@top-left{content:var(--diglot-head);${TYPE}}`)
  }
  // The browser does not know string(): it drops the declaration, and with it the box.
  if (section) boxes.push(`@top-right{content:string(${SECTION}, start);${TYPE}}`)
  if (folio) {
    words.push(`--diglot-number:${patternContent(folio, COUNTERS)}`)
    const box = `{content:var(--diglot-folio,var(--diglot-number));${TYPE}}`
    if (mirrored) rules.push(`@page :left{@bottom-left${box}}`, `@page :right{@bottom-right${box}}`)
    else boxes.push(`@bottom-right${box}`)
  }
  if (foot) {
    words.push(`--diglot-foot:${patternContent(foot, { '{address}': 'attr(data-address)' })}`)
    boxes.push(`@bottom-left{content:var(--diglot-foot);${TYPE}}`)
  }
  if (boxes.length > 0) rules.unshift(`@page{${boxes.join('')}}`)
  if (words.length > 0) rules.unshift(`:root{${words.join(';')}}`)
  if (section) rules.push(`h2{string-set:${SECTION} content(text)}`)
  if (head || section) rules.push('@page :first{@top-left{content:none}@top-right{content:none}}')
  return rules.join('\n')
}

/** A pattern as the value of `content`: its places are filled in by the browser, the words between them are strings. */
function patternContent(pattern: string, places: Record<string, string>): string {
  return pattern
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => places[part] ?? cssString(part))
    .join(' ')
}

function cssString(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`
}
