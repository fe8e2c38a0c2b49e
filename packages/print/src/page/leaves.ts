import { trusted } from './trusted.ts'

/** Attributes that name elements by their ids, those that name one as the fragment of an address, and those that name a file. */
const IDS = [
  'id',
  'for',
  'headers',
  'aria-labelledby',
  'aria-describedby',
  'aria-details',
  'aria-controls',
  'aria-owns',
]
const FRAGMENTS = ['href', 'xlink:href', 'usemap']
const ADDRESSES = ['href', 'src', 'poster', 'data']
/** Attributes of CSS, in which `url(#…)` names an element. */
const STYLES = ['style', 'fill', 'stroke', 'clip-path', 'mask', 'filter', 'marker-start', 'marker-mid', 'marker-end']

/** The side of an open book. */
export type Side = 'left' | 'right'

/**
 * Makes one document of the two of a facing edition: a cover (`data-matter="cover"`; of two the one of the document that is
 * loaded), then a leaf for each language. Both share the style sheets of this document; the custom properties of a root hold on
 * the pages of its language, so that each side has its running head. The ids of the other document get its language in front.
 * Where both link the same style sheets and have the same cover, the book is the same whichever of the two is loaded: its root
 * has the language of the left-hand pages.
 *
 * @param address the other document, of the same origin.
 * @param side where its pages are.
 * @throws {Error} when it cannot be loaded.
 */
export async function face(address: string, side: Side = 'right'): Promise<void> {
  const url = new URL(address, location.href)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${decodeURI(url.pathname)} cannot be loaded (${response.status})`)
  const other = new DOMParser().parseFromString(trusted(await response.text()), 'text/html')
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

/** Two documents in one must not have one id twice, nor one name for a place or an image map. */
function rename(other: Document, prefix: string): void {
  // Without such an element these lead to the top of the document (HTML, “find a potential indicated element”).
  const isTop = (value: string) => value === '#' || (/^#top$/i.test(value) && !named.has(value.slice(1)))
  const targets = [...other.querySelectorAll('[id], a[name], map[name]')]
  const named = new Set(targets.flatMap((target) => [target.id, target.getAttribute('name')]))
  for (const element of other.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      const { name, value } = attribute
      if (IDS.includes(name)) attribute.value = value.replace(/\S+/g, (id) => prefix + id)
      else if (name === 'name' && element.matches('a, map')) attribute.value = prefix + value
      else if (FRAGMENTS.includes(name) && value.startsWith('#') && !isTop(value))
        attribute.value = `#${prefix}${value.slice(1)}`
      else if (STYLES.includes(name)) attribute.value = value.replace(/(url\(\s*["']?#)/gi, `$1${prefix}`)
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
