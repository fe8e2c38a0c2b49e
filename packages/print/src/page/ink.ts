let canvas: CanvasRenderingContext2D | null | undefined

/**
 * What is drawn of a line of a text. The box that a browser gives it is as high as its font, with room above the highest
 * and below the lowest letter that is seldom used up.
 *
 * @param text as it is drawn, in capitals where the style makes them.
 * @param box of the line, in CSS px.
 */
export function inkOf(node: Text, text: string, box: DOMRect): DOMRect {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return box
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(node.parentElement as Element)
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const ink = canvas.measureText(text)
  const scale = scaleOf(node)
  const above = scale * Math.max(0, ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent)
  const below = scale * Math.max(0, ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent)
  return new DOMRect(box.left, box.top + above, box.width, Math.max(0, box.height - above - below))
}

/** How much larger than its style says a text is drawn: a drawing is scaled to its box, and `zoom` scales anything. */
export function scaleOf({ parentElement }: Text): number {
  if (parentElement instanceof SVGGraphicsElement) return parentElement.getScreenCTM()?.a || 1
  return parentElement?.currentCSSZoom ?? 1
}
