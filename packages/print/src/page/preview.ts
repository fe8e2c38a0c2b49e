/**
 * Shows a document as its pages, the same pages that its PDF has. A document becomes a preview by loading this script;
 * the typesetter, which lays the document out itself, keeps it from starting.
 *
 * On the root element `data-fonts` names the style sheet with the typesetter's fonts, and `data-setting` the setting
 * that the typesetter found to keep the page budget (`{paper}` stands for the paper). In a facing edition `data-facing` names the
 * other document, and `data-facing-side` says where its pages are, `left` or else `right`. An element with
 * `data-preview="bar"` is kept off the pages and gets its controls working, see `preview-bar.ts`.
 *
 * @example
 * <script type="module">import '@diglot/print/preview'</script>
 */
import type { Setting } from '../pagination.ts'
import { face } from './leaves.ts'
import { askedPaper, paginate } from './paginate.ts'
import { connect, mount } from './preview-bar.ts'
import { Desk } from './preview-desk.ts'
import { keepPlace } from './preview-place.ts'
import { trustTemplate } from './trusted.ts'

if (!window.diglotHeld) {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => void preview())
  else void preview()
}

async function preview(): Promise<void> {
  const { body } = document
  // Nobody should see the document torn down and built up again; it is measured all the same.
  // The style sheet, which hides it for a while in case no script comes, need not any more.
  Object.assign(body.style, { opacity: '0', animation: 'none' })
  // The reader's place on the pages is none in the document as it loads.
  history.scrollRestoration = 'manual'
  const bar = document.querySelector<HTMLElement>('[data-preview="bar"]')
  bar?.remove()
  try {
    trustTemplate()
    await layPages(bar)
  } catch (error) {
    // What is there can still be read, and the bar leads to the other documents and to the PDF.
    body.prepend(alertOf(error instanceof Error ? error.message : String(error)), ...(bar ? [bar] : []))
  } finally {
    body.style.opacity = ''
  }
}

async function layPages(bar: HTMLElement | null): Promise<void> {
  const { body, documentElement: root } = document
  const [setting] = await Promise.all([foundSetting(root.dataset.setting), addFonts(root.dataset.fonts)])
  // The bar keeps its language, whichever the book's is.
  if (bar) bar.lang = root.lang
  const { facing, facingSide } = root.dataset
  if (facing) await face(facing, facingSide === 'left' ? 'left' : 'right')
  const { problems } = await paginate(setting)
  mergeMain()
  if (bar) mount(bar)
  for (const note of document.querySelectorAll('[data-preview="note"]'))
    note.toggleAttribute('hidden', setting !== undefined)
  if (problems.length > 0) body.prepend(alertOf(root.dataset.diglotError ?? ''))
  const desk = new Desk()
  if (bar) connect(bar, desk)
  keepPlace(desk)
}

/** Puts one `<main>` around all pages, in the place of the one that was split among them, which is a `<div>` on each then. */
function mergeMain(): void {
  for (const piece of document.querySelectorAll('.pagedjs_pages main')) {
    const box = document.createElement('div')
    for (const { name, value } of piece.attributes) box.setAttribute(name, value)
    box.append(...piece.childNodes)
    piece.replaceWith(box)
  }
  const pages = document.querySelector('.pagedjs_pages')
  const main = document.createElement('main')
  pages?.replaceWith(main)
  if (pages) main.append(pages)
}

/** What the typesetter did to keep the page budget; `undefined` where it has not been at work, or its file cannot be read. */
async function foundSetting(pattern: string | undefined): Promise<Setting | undefined> {
  if (!pattern) return undefined
  const response = await fetch(pattern.replaceAll('{paper}', askedPaper())).catch(() => undefined)
  const found: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined
  return typeof found === 'object' && found ? (found as Setting) : undefined
}

/** Loads the style sheet that declares the fonts; pagination waits for the fonts in it. */
async function addFonts(href: string | undefined): Promise<void> {
  if (!href) return
  const link = document.createElement('link')
  Object.assign(link, { rel: 'stylesheet', href })
  // Paged.js need not parse this: nothing in it depends on the page.
  link.dataset.pagedjsIgnore = ''
  await new Promise((done) => {
    link.onload = link.onerror = done
    document.head.append(link)
  })
}

function alertOf(text: string): HTMLElement {
  const alert = document.createElement('p')
  alert.dataset.preview = 'problems'
  alert.dataset.print = 'skip'
  alert.role = 'alert'
  alert.textContent = text
  return alert
}
