import type { Cell, Frame } from './explainer.ts'

/** What is drawn, whoever draws it: Astro when the site is built, the browser while it plays. */
export interface Element {
  readonly tag: 'tbody' | 'tr' | 'th' | 'td' | 'span'
  readonly class?: string | undefined
  readonly span?: number | undefined
  /** What a heading is the heading of. */
  readonly scope?: 'col' | 'rowgroup' | undefined
  readonly children: readonly (Element | string)[]
}

/** The sentences of an explainer in one language, by their names; `note` stands behind each of them. */
export type Sentences = Readonly<Record<string, string>>

/**
 * A step as a part of a table: a line of words, and below it the strip.
 *
 * @param columns how many the strip has
 */
export function drawStep(frame: Frame, columns: number, sentences: Sentences): Element {
  const words: Element = {
    tag: 'th',
    scope: 'rowgroup',
    span: columns,
    children: [sayStep(frame, sentences), ' ', note(frame, sentences)],
  }
  return {
    tag: 'tbody',
    children: [
      { tag: 'tr', children: [words] },
      { tag: 'tr', children: frame.cells.map((cell) => drawCell('td', cell)) },
    ],
  }
}

export function drawCell(tag: 'td' | 'th', { text, span, marks }: Cell): Element {
  return { tag, span, scope: tag === 'th' ? 'col' : undefined, class: marks?.join(' ') || undefined, children: [text] }
}

/** The step as a sentence. */
export function sayStep({ says, blanks }: Frame, sentences: Sentences): string {
  return fill(sentences[says] ?? '', blanks)
}

function note({ blanks }: Frame, sentences: Sentences): Element {
  return { tag: 'span', children: [fill(sentences.note ?? '', blanks)] }
}

/**
 * A sentence with its blanks filled.
 *
 * @example
 * fill('Key {key} hops.', { key: 7 }) // 'Key 7 hops.'
 */
export function fill(sentence: string, blanks: Frame['blanks']): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(blanks[name]))
}
