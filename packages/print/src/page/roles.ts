/** Has Chromium tag what it leaves out of a PDF's structure by itself. To be called before printing. */
export function addRoles(): void {
  // The language of an element that means nothing by itself is dropped; that of marked text is not.
  for (const element of document.querySelectorAll(
    'span[lang], i[lang], b[lang], small[lang], bdi[lang], u[lang], q[lang], abbr[lang]',
  )) {
    if (!element.hasAttribute('role')) element.setAttribute('role', 'mark')
  }
  // A drawing with a title is an image with a name; without one it is decoration.
  for (const drawing of document.querySelectorAll('svg')) {
    const name = drawing.getAttribute('aria-label') ?? drawing.querySelector(':scope > title')?.textContent?.trim()
    if (!name || drawing.hasAttribute('role')) continue
    drawing.setAttribute('role', 'img')
    drawing.setAttribute('aria-label', name)
  }
}
