import { plainText } from '../inline.ts'
import { headings } from './headings.ts'
import type { Block, Outline, Row } from './outline.ts'
import { wrapLine } from './wrap-line.ts'

/**
 * A document as plain text, to be pasted into forms: no marks, ASCII bullets, one line for each paragraph.
 *
 * @param width lines are broken to this many columns, of which a Chinese character takes two
 */
export function toText(
  { locale, name, headline, contacts, sections }: Outline,
  width = Number.POSITIVE_INFINITY,
): string {
  const { colon } = headings[locale]
  const head = [name, ...(headline ? [plainText(headline)] : []), ...contacts.map(contactLine)]
  const parts = sections.map(({ title, blocks }) => [title.toUpperCase(), ...together(blocks)].join('\n\n'))
  return `${[head.map((line) => wrap(line)).join('\n'), ...parts].join('\n\n')}\n`

  /** Rows stand on lines of one paragraph. */
  function together(blocks: Block[]): string[] {
    const rows = blocks.filter((block) => block.kind === 'row').map(blockText)
    const others = blocks.filter((block) => block.kind !== 'row').map(blockText)
    return rows.length > 0 ? [...others, rows.join('\n')] : others
  }

  function contactLine({ label, text }: Outline['contacts'][number]): string {
    return label ? `${label}${colon}${text}` : text
  }

  function blockText(block: Block): string {
    if (block.kind === 'paragraph') return wrap(plainText(block.text))
    if (block.kind === 'row') return wrap(rowText(block))
    const { title, url, labels, text, bullets, rows } = block
    return [
      wrap(url ? `${title} (${url})` : title),
      ...(labels.length > 0 ? [wrap(labels.map(plainText).join(' | '))] : []),
      ...(text ? [wrap(plainText(text))] : []),
      ...bullets.map((bullet) => wrap(`- ${plainText(bullet)}`, '  ')),
      ...rows.map((row) => wrap(rowText(row))),
    ].join('\n')
  }

  function rowText({ label, text }: Row): string {
    return text ? `${plainText(label)}${colon}${plainText(text)}` : plainText(label)
  }

  function wrap(text: string, indent = ''): string {
    return wrapLine(text, width, indent)
  }
}
