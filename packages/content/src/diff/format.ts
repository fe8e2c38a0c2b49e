import { styleText } from 'node:util'
import { count } from '../count.ts'
import { locales } from '../locale.ts'
import { printable } from '../report/printable.ts'
import { formatWords } from '../words.ts'
import type { Change, Difference } from './compare.ts'

const signs = { added: '+', removed: '-', moved: '>', changed: '~' } as const
const colours = { added: 'green', removed: 'red', moved: 'cyan', changed: 'yellow' } as const

/** Of what is the same, no more than so many characters stand beside what changed; of what is new, thrice as many. */
const context = 40

/**
 * Writes differences for people: a line says what differs, those below it how, in each language. A terminal that takes
 * colours gets them.
 *
 * @example
 * // ~ lambda/figures/services value
 * //     [-500-]{+600+}+
 * //
 * // 1 difference: 1 changed.
 */
export function formatDifferences(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'No difference.'
  const numbers = (Object.keys(signs) as Difference['kind'][])
    .map((kind) => ({ kind, number: differences.filter((difference) => difference.kind === kind).length }))
    .filter(({ number }) => number > 0)
  const summary = numbers.map(({ kind, number }) => `${number} ${kind}`).join(', ')
  return `${differences.map(formatDifference).join('\n')}\n${count(differences.length, 'difference')}: ${summary}.`
}

function formatDifference({ kind, what, field, in: changes }: Difference): string {
  const head = styleText(colours[kind], `${signs[kind]} ${what}${field ? ` ${field}` : ''}`)
  const texts = locales.flatMap((locale) => {
    const change = changes[locale]
    return change ? [{ locale, text: formatChange(kind, change) }] : []
  })
  const same = texts.length === locales.length && new Set(texts.map(({ text }) => text)).size === 1
  const lines = same ? [texts[0]?.text] : texts.map(({ locale, text }) => `${locale} ${text}`)
  return `${[head, ...lines.map((line) => `    ${line}`)].join('\n')}\n`
}

function formatChange(kind: Difference['kind'], { before = '', after = '', words }: Change): string {
  if (kind === 'moved') return `now ${place(after)}, formerly ${place(before)}`
  if (!words) return shown(abridged(`${before}${after}`, 3 * context, 0))
  return words
    .map(({ kind, text }, index) => {
      const run = { kind, text: kind === 'same' ? beside(text, index === 0, index === words.length - 1) : text }
      return kind === 'same' ? shown(run.text) : styleText(colours[kind], shown(formatWords([run])))
    })
    .join('')
}

function place(predecessor: string): string {
  return predecessor ? `after ${predecessor}` : 'first'
}

/** Of a text between two changes its ends; of one before or behind all of them, the end that is near. */
function beside(text: string, isFirst: boolean, isLast: boolean): string {
  return abridged(text, isFirst ? 0 : context, isLast ? 0 : context)
}

function abridged(text: string, head: number, tail: number): string {
  const characters = [...text]
  if (characters.length <= head + tail + 1) return text
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`
}

function shown(text: string): string {
  return printable(text.replaceAll('\n', '⏎'))
}
