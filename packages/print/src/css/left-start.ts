import type { PageProblem } from '../pagination.ts'

/**
 * Runs in the page, where print styles apply: a document that wants to begin on a left page, which neither Paged.js nor the
 * browser grants. Source: CSS Paged Media 3, 4.1 (the first page is a right one where text runs left to right).
 */
export function leftStart(): PageProblem[] {
  const isShown = (element: Element) => getComputedStyle(element).display !== 'none'
  for (let box: Element | undefined = document.body; box; box = [...box.children].find(isShown)) {
    const { breakBefore } = getComputedStyle(box)
    if (breakBefore !== 'left' && breakBefore !== 'verso') continue
    const entry = box.closest<HTMLElement>('[data-entry]')?.dataset.entry
    const text = box.textContent?.trim().slice(0, 24)
    const message = `“${text}” has break-before: ${breakBefore}, but the first page is a right one. Put a cover or an empty page before it, or take the break away.`
    return [{ message, ...(entry ? { entry } : {}) }]
  }
  return []
}
