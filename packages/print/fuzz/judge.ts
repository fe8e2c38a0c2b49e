import type { Sheet } from './oracle.ts'
import type { Proof } from './press.ts'
import { readTagged } from './tagged.ts'

/** What a reader of the pages, or a parser of the PDF, would miss; empty when nothing. */
export async function judge(proof: Proof): Promise<string[]> {
  const { source, sheets, complaints, pdf, native } = proof
  const faults = [...complaints]
  faults.push(...inOrder(source.text, sheets))
  faults.push(...sheets.flatMap((sheet, index) => sheet.faults.map((fault) => `page ${index + 1}: ${fault}`)))
  faults.push(
    ...same(
      'images',
      source.images,
      sheets.flatMap((sheet) => sheet.images),
    ),
  )
  faults.push(
    ...same(
      'ids',
      source.ids,
      sheets.flatMap((sheet) => sheet.ids),
    ),
  )
  if (pdf && native) faults.push(...(await printed(pdf, native, proof)))
  return faults
}

/** The text of the pages one after another is the text of the source. Only between two pages may a space go. */
function inOrder(source: string, sheets: Sheet[]): string[] {
  let at = 0
  for (const [index, { text }] of sheets.entries()) {
    while (/[ ⏎]/.test(source.charAt(at))) at++
    const page = text.replace(/^[ ⏎]+|[ ⏎]+$/g, '')
    if (!source.startsWith(page, at)) return [`page ${index + 1}: ${parting(source.slice(at), page)}`]
    at += page.length
  }
  const rest = source.slice(at).replaceAll(/[ ⏎]/g, '')
  return rest ? [`after the last page: “${rest.slice(0, 30)}” is missing`] : []
}

/**
 * Who follows the tags reads of each page what stands on it, and of the whole what the browser alone would have printed:
 * in the order of the source, also where text is painted in another, or runs side by side.
 */
async function printed(pdf: Uint8Array, native: Uint8Array, { source, sheets }: Proof): Promise<string[]> {
  const { pages, whole, untagged } = await readTagged(pdf)
  if (pages.length !== sheets.length) return [`the PDF has ${pages.length} pages instead of ${sheets.length}`]
  const faults = pages.flatMap((text, index) => beside(`page ${index + 1} of the PDF`, text, sheets[index]?.raw ?? ''))
  if (/[^\d.•◦▪]/.test(bare(untagged))) faults.push(`without a tag in the PDF: ${bare(untagged).slice(0, 30)}`)
  const plain = await readTagged(native)
  faults.push(...beside('printed by the browser', plain.whole, marksAsSpaces(source.text)))
  // Notes stand elsewhere and are numbered; without any, both are the same to the letter, list numbers included.
  const notes = sheets.some(({ raw, text }) => bare(raw) !== bare(marksAsSpaces(text)))
  if (!notes && bare(plain.whole) !== bare(whole))
    faults.push(`against native printing: ${parting(bare(plain.whole), bare(whole))}`)
  return faults
}

/** What is amiss with a text that should have the characters of another in their order, and only markers beside. */
function beside(what: string, actual: string, expected: string): string[] {
  const rest = without(bare(actual), bare(expected))
  return rest === undefined || /[^\d.•◦▪]/.test(rest) ? [`${what}: ${parting(bare(expected), bare(actual))}`] : []
}

const marksAsSpaces = (text: string) => text.replaceAll(/[⏎␣]/g, ' ')

/** Without what is not drawn, and without hyphens, which soft ones become. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff‐-]/g, '')
}

/** What a text has beside the characters of another in their order; nothing where it lacks one of them. */
function without(text: string, part: string): string | undefined {
  let at = 0
  let rest = ''
  for (let index = 0; index < text.length; index++) {
    if (text[index] === part[at]) at++
    else rest += text[index]
  }
  return at === part.length ? rest : undefined
}

function same(what: string, expected: string[], actual: string[]): string[] {
  if (expected.join('\n') === actual.join('\n')) return []
  const lost = expected.filter((name) => !actual.includes(name))
  const doubled = actual.filter((name, index) => actual.indexOf(name) !== index)
  return [`${what}: lost ${lost.slice(0, 5).join(' ') || 'none'}, doubled ${doubled.slice(0, 5).join(' ') || 'none'}`]
}

function parting(expected: string, actual: string): string {
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  const around = (text: string) => `${text.slice(Math.max(0, at - 12), at)}|${text.slice(at, at + 16)}`
  return `“${around(actual)}” instead of “${around(expected)}”`
}
