let canvas: CanvasRenderingContext2D | null | undefined

/**
 * What is drawn of a line of a text. The box that a browser gives it is as high as its font, with room above the highest
 * and below the lowest letter that is seldom used up.
 *
 * @param box of the line, in CSS px.
 */
export function inkOf(node: Text, box: DOMRect): DOMRect {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return box
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(node.parentElement as Element)
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const ink = canvas.measureText(node.data)
  const above = Math.max(0, ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent)
  const below = Math.max(0, ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent)
  return new DOMRect(box.left, box.top + above, box.width, Math.max(0, box.height - above - below))
}
