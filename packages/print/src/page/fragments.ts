/**
 * Chromium's tags know nothing of pages: a list that was split is two lists to it. This marks the pieces of every split
 * element alike, so that `pdf/join.ts` can put them together again. To be called when the pages are set and measured.
 *
 * The mark is a private-use subtag of the language (`zh-CN-x-f12`; BCP 47, 2.2.7), the one thing that Chromium hands on
 * into the PDF unchanged. `:lang(zh-CN)` still holds.
 */
export function markFragments(sheets: readonly Element[]): void {
  const split = [...pieces(sheets).values()].filter((list) => list.length > 1)
  if (split.length === 0) return
  shieldSelectors()
  for (const [index, list] of split.entries()) {
    // A table's head is said once; where it stands again at the top of a page, it is there for the eye.
    const repeated = list[0]?.matches('thead, thead *')
    for (const piece of repeated ? list.slice(1) : list) {
      if (repeated) piece.setAttribute('aria-hidden', 'true')
      else piece.setAttribute('lang', `${languageOf(piece)}-x-f${index + 1}`.replace(/^-/, ''))
    }
  }
}

/** The renditions of each element of the source, in the order of the pages. */
function pieces(sheets: readonly Element[]): Map<string, Element[]> {
  const all = new Map<string, Element[]>()
  for (const sheet of sheets) {
    for (const element of sheet.querySelectorAll('.pagedjs_area [data-ref]')) {
      const ref = element.getAttribute('data-ref') ?? ''
      const known = all.get(ref)
      if (known) known.push(element)
      else all.set(ref, [element])
    }
  }
  return all
}

/** Where the language stands once `lang` holds marks. */
const SHIELD = 'data-diglot-lang'

/** Has the style sheets look for the attribute `lang` elsewhere, so that an element which gets one looks as before. */
function shieldSelectors(): void {
  for (const element of document.querySelectorAll('[lang]'))
    element.setAttribute(SHIELD, element.getAttribute('lang') ?? '')
  const visit = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.includes('[lang')) {
        rule.selectorText = rule.selectorText.replaceAll('[lang', `[${SHIELD}`)
      }
      if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList)
    }
  }
  for (const { cssRules } of document.styleSheets) visit(cssRules)
}

function languageOf(element: Element): string {
  return element.closest(`[${SHIELD}]`)?.getAttribute(SHIELD) ?? ''
}
