/** How well something can be told from what it stands on. */
export interface Contrast {
  /** The element, and what is read in it. */
  text: string
  /** By WCAG: from 1, which nobody sees, to 21. */
  ratio: number
}

/**
 * Measures, in the page, the colour that each of some elements is drawn in against the nearest background behind it.
 * Of a shape that is the colour of its line, or where it has none, of its area.
 */
export function contrasts(selectors: string[]): Contrast[] {
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  return selectors
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .map((element) => {
      const [a, b] = [luminance(inkOf(element)), luminance(paperOf(element))].sort((one, other) => other - one)
      const text = `<${element.tagName.toLowerCase()}> ${element.textContent?.trim().slice(0, 40)}`
      return { text, ratio: Math.round((((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)) * 100) / 100 }
    })

  function inkOf(element: Element): string {
    const { color, fill, stroke } = getComputedStyle(element)
    if (!(element instanceof SVGElement)) return color
    return stroke !== 'none' ? stroke : fill
  }

  function paperOf(element: Element | null): string {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!/^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor)) return backgroundColor
    }
    return 'Canvas'
  }

  function luminance(color: string): number {
    if (!pixel) return 0
    pixel.fillStyle = color
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...pixel.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
}
