import type { Fault } from './rule.ts'

const doubles = /(?<!\d)"/g
const apostrophe = /(?<=\p{L}|\d0)'(?=\p{L})|(?<=s)'(?=[\s.,;]|$)/gu
const singles = /(?<!\d)'/g

/** Straight quotation marks and apostrophes. Where it is not plain which of the two curly ones is meant, a person decides. */
export function checkQuotes(text: string): Fault[] {
  const marks = [...text.matchAll(doubles)]
  const isPaired = marks.length % 2 === 0
  const quotes = marks.map(({ index }, position) => {
    const curly = position % 2 === 0 ? '“' : '”'
    return fault(index, '"', 'Write “ or ”.', isPaired ? curly : undefined)
  })
  const isQuoted = /(?<!\p{L})'(?=\p{L})/u.test(text)
  const apostrophes = new Set([...text.matchAll(apostrophe)].map(({ index }) => index))
  const others = [...text.matchAll(singles)].map(({ index }) => {
    const isApostrophe = apostrophes.has(index) && (!isQuoted || /\p{L}/u.test(text[index + 1] ?? ''))
    return fault(index, "'", 'Write ‘ or ’.', isApostrophe ? '’' : undefined)
  })
  return [...quotes, ...others]
}

function fault(start: number, found: string, hint: string, replacement: string | undefined): Fault {
  const message = `The quotation mark ${found} is straight.`
  return {
    start,
    end: start + 1,
    rule: 'straight-quote',
    message,
    hint,
    ...(replacement !== undefined && { replacement }),
  }
}
