/**
 * What keeps the browser from work for a screen at which nobody looks: a fifth of what a short document takes. An adopted
 * sheet is no part of the document, and Paged.js does not read it; a script sees it only where it asks what is at a point,
 * or for the root's clip path.
 */
const curtain = new CSSStyleSheet()

const UNPAINTED = 'html { clip-path: inset(50%) !important }'
const NOT_ON_SCREEN = '@media screen { html { display: none !important } }'

/** Has the document laid out, for it to be measured, but not painted. */
export function veil(): void {
  if (!document.adoptedStyleSheets.includes(curtain)) document.adoptedStyleSheets.push(curtain)
  curtain.replaceSync(UNPAINTED)
}

/** Has nothing laid out for a screen while the document waits, and nothing painted. */
export function conceal(): void {
  curtain.replaceSync(UNPAINTED + NOT_ON_SCREEN)
}

/** Leaves the document to be printed. */
export function release(): void {
  curtain.replaceSync(NOT_ON_SCREEN)
}
