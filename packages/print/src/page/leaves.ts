/** Attributes that name an element by its id, and those that name a file. */
const REFERENCES = [
  'for',
  'headers',
  'aria-labelledby',
  'aria-describedby',
  'aria-details',
  'aria-controls',
  'aria-owns',
]
const ADDRESSES = ['href', 'src', 'poster', 'data']

/** The side of an open book. */
export type Side = 'left' | 'right'

/**
 * Makes one document of the two of a facing edition: a cover (`data-matter="cover"`; of two the one of the document that is
 * loaded), then a leaf for each language. Both share the style sheets of this document; the custom properties of a root hold on
 * the pages of its language, so that each side has its running head. The ids of the other document get its language in front.
 * The book is the same whichever of the two is loaded: its root has the language of the left-hand pages.
 *
 * @param address the other document, of the same origin.
 * @param side where its pages are.
 * @throws {Error} when it cannot be loaded.
 */
export async function face(address: string, side: Side = 'right'): Promise<void> {
  const url = new URL(address, location.href)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${decodeURI(url.pathname)} cannot be loaded (${response.status})`)
  const other = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const element of other.querySelectorAll('script, [data-print="skip"]')) element.remove()
  rebase(other, url)
  rename(other, `${other.documentElement.lang}_`)

  const cover = document.querySelector('[data-matter="cover"]')
  cover?.remove()
  if (cover) other.querySelector('[data-matter="cover"]')?.remove()
  const [left, right] = side === 'right' ? [document, other] : [other, document]
  const leaves = [leaf('left', left), leaf('right', right)]
  document.head.append(wordsOf('left', left), wordsOf('right', right))
  document.body.append(...(cover ? [cover] : []), ...leaves)
  document.documentElement.lang = left.documentElement.lang
}

/** The body of a document in a box that has its language. */
function leaf(side: Side, { documentElement, body }: Document): HTMLElement {
  const box = document.createElement('div')
  box.dataset.leaf = side
  box.lang = documentElement.lang
  box.append(...body.childNodes)
  return box
}

/** The words for the margins of one side's pages. */
function wordsOf(side: Side, source: Document): HTMLStyleElement {
  const words: string[] = []
  for (const { textContent } of source.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(textContent ?? '')
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue
      for (const name of rule.style) {
        if (name.startsWith('--')) words.push(`${name}: ${rule.style.getPropertyValue(name)};`)
      }
    }
  }
  const style = document.createElement('style')
  style.textContent = `[data-leaf="${side}"] { ${words.join(' ')} }`
  return style
}

/** Two documents in one must not have one id twice. */
function rename(other: Document, prefix: string): void {
  for (const element of other.querySelectorAll('[id]')) element.id = prefix + element.id
  for (const link of other.querySelectorAll('[href^="#"]')) {
    link.setAttribute('href', `#${prefix}${link.getAttribute('href')?.slice(1)}`)
  }
  for (const name of REFERENCES) {
    for (const element of other.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name)?.split(/\s+/).filter(Boolean) ?? []
      element.setAttribute(name, ids.map((id) => prefix + id).join(' '))
    }
  }
}

function rebase(other: Document, url: URL): void {
  for (const name of ADDRESSES) {
    for (const element of other.body.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name) ?? ''
      if (!value.startsWith('#') && URL.canParse(value, url)) element.setAttribute(name, new URL(value, url).href)
    }
  }
}
