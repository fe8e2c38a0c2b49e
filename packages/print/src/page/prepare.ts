import { bindHan } from './bind.ts'

/** Makes of the screen's document the paper's. Does no more when called again. */
export function prepare(): void {
  for (const element of document.querySelectorAll('[data-print="skip"]')) element.remove()
  for (const details of document.querySelectorAll('details')) details.open = true
  // Pagination waits for every image, and one that waits to be scrolled to never comes.
  for (const image of document.images) image.loading = 'eager'
  bindHan(document.body)
}
