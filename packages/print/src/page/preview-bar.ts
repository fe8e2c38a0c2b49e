import { askedPaper } from './paginate.ts'
import type { Desk } from './preview-desk.ts'
import { setOrDelete, zoomOf } from './preview-place.ts'

/** Lays the bar over the desk, with what needs script in it. */
export function mount(bar: HTMLElement): void {
  for (const template of bar.querySelectorAll<HTMLTemplateElement>('template[data-preview="tools"]')) {
    template.replaceWith(template.content)
  }
  document.body.prepend(bar)
  // The desk makes room for the bar, however many lines it has; in a narrow window it does not lie over the desk.
  const measure = () => {
    const height = getComputedStyle(bar).position === 'fixed' ? bar.offsetHeight : 0
    document.documentElement.style.setProperty('--bar-size', `${height}px`)
  }
  new ResizeObserver(measure).observe(bar)
  measure()
}

/**
 * Gets the controls of a bar working. Each is an element of the document's own, found by its `data-preview`, and each may
 * be missing:
 *
 * - `tools`, a `<template>`: what needs script, and stands in the bar only where there is some;
 * - `page`, an `<input>`, and `pages`: the page that is read, and how many there are;
 * - `previous` and `next`, `print`: buttons;
 * - `zoom`, a `<select>` of `auto`, `fit` and percentages;
 * - `links`: links to other documents, which take the paper and the zoom along;
 * - `papers`: links to the document on other papers (`?paper=letter`), which take the zoom along;
 * - `files`: links to the PDFs, each with its `data-paper`; those for other papers are taken away;
 * - `note`: shown while the typesetter's setting is not known, and the pages may differ from the PDF's.
 */
export function connect(bar: HTMLElement, desk: Desk): void {
  const find = <T extends HTMLElement>(name: string) => bar.querySelector<T>(`[data-preview="${name}"]`)
  const linksIn = (name: string) => [...bar.querySelectorAll<HTMLAnchorElement>(`[data-preview="${name}"] a[href]`)]
  const paper = askedPaper()
  const isOf = (link: HTMLAnchorElement) => new URL(link.href).searchParams.get('paper') === paper

  const [page, zoom] = [find<HTMLInputElement>('page'), find<HTMLSelectElement>('zoom')]
  const [previous, next] = [find('previous'), find('next')]
  page?.addEventListener('change', () => desk.goTo(Number.parseInt(page.value, 10) || desk.place.page))
  zoom?.addEventListener('change', () => {
    desk.zoom = zoomOf(zoom.value) ?? 'auto'
  })
  previous?.addEventListener('click', () => desk.step(-1))
  next?.addEventListener('click', () => desk.step(1))
  find('print')?.addEventListener('click', () => print())

  const pages = find('pages')
  if (pages) pages.textContent = String(desk.pages)
  for (const link of linksIn('papers')) if (isOf(link)) link.ariaCurrent = 'true'
  for (const link of linksIn('files')) if (link.dataset.paper !== paper) link.remove()

  desk.onChange(() => {
    const { first, last } = desk.row
    if (page) page.value = first === last ? String(first) : `${first}–${last}`
    // Not `disabled`, which would take the focus from under a reader's finger.
    if (previous) previous.ariaDisabled = String(first <= 1)
    if (next) next.ariaDisabled = String(last >= desk.pages)
    if (zoom) zoom.value = String(desk.zoom)
    for (const link of linksIn('links')) takeAlong(link, { paper: paper === 'a4' ? undefined : paper })
    for (const link of [...linksIn('links'), ...linksIn('papers')]) {
      takeAlong(link, { zoom: desk.zoom === 'auto' ? undefined : String(desk.zoom) })
    }
  })
}

function takeAlong(link: HTMLAnchorElement, parameters: Record<string, string | undefined>): void {
  const url = new URL(link.href)
  for (const [name, value] of Object.entries(parameters)) setOrDelete(url, name, value)
  link.href = url.href
}
