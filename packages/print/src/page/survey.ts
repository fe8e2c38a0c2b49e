import { leftStart } from '../css/left-start.ts'
import type { DocumentInfo, FontRun, PageProblem, Survey } from '../pagination.ts'
import { entryOf, textNodes } from './conserve.ts'
import { generated, strings } from './generated.ts'
import { deadLinks, foreignHints, nothingToPrint, shadowTrees } from './inspect.ts'
import { face } from './leaves.ts'
import { prepare } from './prepare.ts'
import { boxesOf } from './ruler.ts'
import { bare, noteApart, noteRuns } from './wanted-fonts.ts'

/**
 * Makes the document ready for paper, where print styles apply, and tells what the typesetter has to know of it.
 *
 * @param styles the default ones, for a document that brings none.
 * @param facing the address of the document for the right-hand pages of a facing edition.
 */
export async function survey(styles: string, facing?: string): Promise<Survey> {
  const addresses = styleAddresses()
  const info = { ...readInfo(), facing: facing !== undefined }
  addDefaultStyles(styles)
  if (facing !== undefined) await face(facing)
  prepare()
  const runs = fontRuns()
  noteRuns(runs)
  for (const sheet of document.styleSheets) if (isReadable(sheet)) noteApart(sheet.cssRules)
  return {
    addresses,
    info,
    problems: [nothingToPrint, leftStart, deadLinks, foreignHints, shadowTrees].flatMap((find): PageProblem[] =>
      find(),
    ),
    runs,
    brings: [...document.fonts].map(({ family }) => bare(family)),
  }
}

/** Declares fonts that the document does not bring. */
export function addFontFaces(css: string): void {
  const style = document.createElement('style')
  // Paged.js need not parse this: nothing in it depends on the page.
  style.dataset.pagedjsIgnore = ''
  style.textContent = css
  document.head.append(style)
}

function readInfo(): DocumentInfo {
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.trim()
  const [author, subject, keywords] = [meta('author'), meta('description'), meta('keywords')]
  return {
    title: document.title || document.querySelector('h1')?.textContent?.trim() || '',
    lang: document.documentElement.lang,
    ...(author ? { author } : {}),
    ...(subject ? { subject } : {}),
    ...(keywords ? { keywords } : {}),
  }
}

/** Before the document's own, so that those win; not at all where it brings them. */
function addDefaultStyles(css: string): void {
  if (getComputedStyle(document.documentElement).getPropertyValue('--diglot-styles')) return
  const style = document.createElement('style')
  style.textContent = css
  document.head.prepend(style)
}

/** The addresses of the sheets that have a part in it, and its own. */
function styleAddresses(): string[] {
  const addresses = [location.href]
  const add = (sheet: CSSStyleSheet): void => {
    const { href, media } = sheet
    if (media.length > 0 && !matchMedia(media.mediaText).matches) return
    if (!isReadable(sheet)) return
    if (href) addresses.push(href)
    for (const rule of sheet.cssRules) if (rule instanceof CSSImportRule && rule.styleSheet) add(rule.styleSheet)
  }
  for (const sheet of document.styleSheets) add(sheet)
  return addresses
}

/** Every piece of the prepared document's text with its family, for the fonts to be cut to it. */
function fontRuns(): FontRun[] {
  const runs = new Map<string, FontRun>()
  const add = (element: Element, text: string) => {
    if (!text) return
    const { fontFamily, fontStyle } = getComputedStyle(element)
    const key = `${fontFamily}\n${fontStyle}\n${entryOf(element).entry}`
    const families = () => fontFamily.split(',').map(bare)
    const run = runs.get(key) ?? { families: families(), italic: fontStyle !== 'normal', text: '', ...entryOf(element) }
    run.text = [...new Set(run.text + text)].join('')
    runs.set(key, run)
  }
  for (const node of textNodes(document.body)) {
    const { data } = node
    if (isSet(node)) add(node.parentElement as Element, data + data.toUpperCase() + data.toLowerCase())
  }
  for (const element of document.body.querySelectorAll('*')) add(element, generated(element))
  // What stands in margin boxes is in the style sheets alone, there or in a custom property.
  for (const sheet of document.styleSheets) {
    for (const rule of isReadable(sheet) ? sheet.cssRules : [])
      if (/@page|--/.test(rule.cssText)) add(document.documentElement, strings(rule.cssText))
  }
  return [...runs.values()]
}

/** Whether a style sheet may be read: one from elsewhere, which was refused, may not. */
function isReadable({ href }: CSSStyleSheet): boolean {
  return !href || new URL(href).origin === location.origin
}

/** Whether a text has a box: what `display: none` takes away needs no font. */
function isSet(node: Text): boolean {
  return boxesOf(node).length > 0
}
