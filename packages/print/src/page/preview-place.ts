import type { Desk, Zoom } from './preview-desk.ts'

/** What the history keeps beside the address: where in its page the window began. */
interface Remembered {
  offset?: number
}

/**
 * Keeps the reader's page and zoom in the address (`?page=3&zoom=150`), and comes back to them after a reload or a step
 * in the history. A link into the document (`#id`) goes to its place, and stays in the address while its page is read.
 */
export function keepPlace(desk: Desk): void {
  const asked = new URLSearchParams(location.search)
  const zoom = zoomOf(asked.get('zoom'))
  if (zoom) desk.zoom = zoom
  comeBack(desk)
  desk.onChange(() => remember(desk))
  addEventListener('scrollend', () => remember(desk))
  addEventListener('popstate', () => comeBack(desk))
}

/** A zoom as it stands in an address or a choice; `undefined` where it is none. */
export function zoomOf(text: string | null): Zoom | undefined {
  if (text === 'auto' || text === 'fit') return text
  const percent = Number(text)
  return percent >= 25 && percent <= 400 ? percent : undefined
}

function comeBack(desk: Desk): void {
  const { offset } = (history.state ?? {}) as Remembered
  const target = linked()
  const page = Number(new URLSearchParams(location.search).get('page')) || 1
  if (offset === undefined && target) target.scrollIntoView()
  else if (page > 1 || offset !== undefined) desk.goTo(page, offset)
}

function remember(desk: Desk): void {
  const { page, offset } = desk.place
  const url = new URL(location.href)
  setOrDelete(url, 'page', page === 1 ? undefined : String(page))
  setOrDelete(url, 'zoom', desk.zoom === 'auto' ? undefined : String(desk.zoom))
  const linkedPage = linked()?.closest<HTMLElement>('.pagedjs_page')?.dataset.pageNumber
  if (linkedPage !== String(page)) url.hash = ''
  history.replaceState({ offset } satisfies Remembered, '', url)
}

/** The element that the address leads to. */
function linked(): HTMLElement | null {
  const id = location.hash.slice(1)
  try {
    return document.getElementById(decodeURIComponent(id))
  } catch {
    return document.getElementById(id)
  }
}

/** Sets a parameter of an address, or takes it out, so that an address says only what is not the usual. */
export function setOrDelete(url: URL, name: string, value: string | undefined): void {
  if (value === undefined) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
}
