import type { Reader } from './reader.ts'

/** A text of several lines, as a paragraph and the items of its list. */
export interface Told {
  summary?: string | undefined
  highlights: string[]
}

const bullet = /^\s*(?:[-*+•·]|\d+[.)])\s+/

/**
 * Reads Markdown of several lines: what stands before its list is the summary, the items are highlights. Lines that
 * go on with an item belong to it.
 */
export function readProse(reader: Reader): Told {
  const raw = reader.raw()
  if (raw === undefined) return { highlights: [] }
  const paragraphs: string[] = []
  const items: string[] = []
  for (const line of raw.split(/\r\n?|\n/)) {
    const text = line.replace(bullet, '').trim()
    if (bullet.test(line)) items.push(text)
    else if (text && items.length > 0) items.push(`${items.pop()} ${text}`)
    else if (text) paragraphs.push(text)
  }
  const summary = paragraphs.length > 0 ? reader.as(paragraphs.join(' ')).markdown() : undefined
  return { summary, highlights: items.flatMap((item) => reader.as(item).markdown() ?? []) }
}

/** The same where the facts have one paragraph and no list. */
export function readParagraph(reader: Reader): string | undefined {
  const { summary, highlights } = readProse(reader)
  if (highlights.length > 0) reader.note('changed', 'Its list became one paragraph.')
  const sentences = [summary, ...highlights].filter((text) => text !== undefined)
  if (sentences.length < 2) return sentences[0]
  return reader.joined(sentences.map((text) => (/\p{P}$/u.test(text) ? text : `${text}.`)))
}
