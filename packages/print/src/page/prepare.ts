import { bindHan } from './bind.ts'

/** Makes of the screen's document the paper's. Does no more when called again. */
export function prepare(): void {
  for (const element of document.querySelectorAll('[data-print="skip"]')) element.remove()
  for (const details of document.querySelectorAll('details')) details.open = true
  // Pagination waits for every image, and one that waits to be scrolled to never comes.
  for (const image of document.images) image.loading = 'eager'
  for (const canvas of document.querySelectorAll('canvas')) canvas.replaceWith(drawing(canvas))
  bindHan(document.body)
}

/** A picture of what a script has drawn: a copy of the canvas itself would be blank. */
function drawing(canvas: HTMLCanvasElement): HTMLImageElement {
  const image = new Image(canvas.width, canvas.height)
  for (const { name, value } of canvas.attributes) image.setAttribute(name, value)
  image.alt = canvas.getAttribute('aria-label') ?? canvas.textContent.trim()
  image.src = canvas.toDataURL()
  return image
}
