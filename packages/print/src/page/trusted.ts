/** What of the browser's Trusted Types is used here; there are none in Firefox, nor in the types of TypeScript. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string }
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

let documents: { createHTML(html: string): string } | undefined

/**
 * Lets a page whose policy asks for Trusted Types become a preview: `require-trusted-types-for 'script'; trusted-types
 * default diglot`. Of what is written as HTML, only the template of Paged.js is let through, and markup without a word.
 *
 * Source: W3C Trusted Types, 3.3 (default policy).
 */
export function trustTemplate(): void {
  trustedTypes?.createPolicy('default', {
    createHTML(html) {
      if (html === '' || /^\s*<div class="pagedjs_page"/.test(html)) return html
      throw new TypeError('only the page template of Paged.js is written as HTML')
    },
  })
  documents = trustedTypes?.createPolicy('diglot', { createHTML: (html) => html })
}

/** The markup of a document of the same origin, to be parsed. */
export function trusted(html: string): string {
  return documents?.createHTML(html) ?? html
}
