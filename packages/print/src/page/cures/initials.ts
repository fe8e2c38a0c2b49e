/**
 * Paged.js takes an initial letter's style away wherever a paragraph goes on, by a `::first-letter` rule of its own. So
 * the first letter of every page has a box, and Chromium leaves out of the PDF's tags a text that is all first letter,
 * as “看” before a link is. Instead, the initials of the document are not asked for where a paragraph goes on.
 *
 * Source: CSS Pseudo-Elements 4, 2.2 (punctuation beside the first letter belongs to it).
 */
export function limitInitials(): void {
  for (const sheet of document.styleSheets) {
    const own = [...sheet.cssRules].findIndex((rule) => selector(rule).startsWith('.pagedjs_') && hasInitial(rule))
    if (own >= 0) sheet.deleteRule(own)
    limit(sheet.cssRules)
  }
}

function limit(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && hasInitial(rule))
      rule.selectorText = rule.selectorText.replaceAll(/::?first-letter/g, ':where(:not([data-split-from]))$&')
    if ('cssRules' in rule) limit(rule.cssRules as CSSRuleList)
  }
}

const selector = (rule: CSSRule) => (rule instanceof CSSStyleRule ? rule.selectorText : '')

const hasInitial = (rule: CSSRule) => selector(rule).includes(':first-letter')
