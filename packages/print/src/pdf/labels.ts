import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'

interface Label {
  prefix: string
  /** `D` decimal, `r` and `R` Roman numerals; none when the whole label is the prefix. */
  style?: 'D' | 'r' | 'R'
  number: number
}

/**
 * Has a viewer call the pages what they are called on paper.
 *
 * @param labels what the folio of each page shows: `i`, `12`, `A-3`; the number of the page where it shows none.
 * Source: ISO 32000-1, 12.4.2 (page labels).
 */
export function labelPages(document: PDFDocument, labels: readonly (string | undefined)[]): void {
  const { context } = document
  const ranges: unknown[] = []
  let previous: Label | undefined
  labels.forEach((text, index) => {
    const label = parse(text ?? String(index + 1))
    const follows =
      label.style &&
      previous?.style === label.style &&
      previous.prefix === label.prefix &&
      label.number === previous.number + 1
    previous = label
    if (follows) return
    const { prefix, style, number } = label
    ranges.push(
      index,
      context.obj({
        ...(style ? { S: style } : {}),
        ...(style && number !== 1 ? { St: number } : {}),
        ...(prefix || !style ? { P: PDFHexString.fromText(prefix) } : {}),
      }),
    )
  })
  document.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges as never }))
}

function parse(text: string): Label {
  const decimal = /^(.*?)([1-9]\d*)$/.exec(text)
  if (decimal) return { prefix: decimal[1] ?? '', style: 'D', number: Number(decimal[2]) }
  for (const style of ['r', 'R'] as const) {
    const number = /^[ivxlcdm]+$/i.test(text) ? roman(text.toLowerCase()) : 0
    const written = style === 'r' ? text.toLowerCase() : text.toUpperCase()
    if (number > 0 && written === text) return { prefix: '', style, number }
  }
  return { prefix: text, number: 0 }
}

const VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function roman(text: string): number {
  const values = [...text].map((letter) => VALUES[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
