import type { YAMLError } from 'yaml'
import type { Finding } from './diagnostics.ts'

/** A mistake, and where it is in the file. */
export type Mistake = readonly [offset: number, finding: Finding]

/** A line is looked at no further than this, so that a hostile one takes no time. */
const maxLine = 200

const quoteTexts = 'If it is a text, put it in quotes.'

function syntax(message: string, hint: string): Finding {
  return { rule: 'yaml-syntax', message, hint }
}

export const noAnchor = syntax('This begins with an asterisk, which YAML takes for the alias of an anchor.', quoteTexts)
export const insideItself = syntax('This alias stands inside its own anchor.', 'Write the values out.')
export const forbiddenKey: Finding = {
  rule: 'forbidden-key',
  message: 'The key "__proto__" is not allowed.',
  hint: 'Remove it.',
}
export const openQuote = syntax('A quotation mark is never closed.', 'Close it where the text ends.')
export const duplicateKey: Finding = {
  rule: 'duplicate-key',
  message: 'This key stands twice in its mapping.',
  hint: 'Keep one of the two.',
}
export const bomb: Finding = {
  rule: 'yaml-bomb',
  message: 'The file repeats its anchors too often.',
  hint: 'Write the values out.',
}
export const tooManySigns = (count: number, limit: number): Finding => ({
  rule: 'yaml-signs',
  message: `The file holds ${count} signs such as [ , : - and ".`,
  hint: `Keep them under ${limit}.`,
})
export const tooDeep: Finding = {
  rule: 'yaml-depth',
  message: 'The file is nested too deeply.',
  hint: 'Write it flatter.',
}

/** The mistakes that owners make, in their words rather than YAML's. */
const mistakes: Partial<Record<YAMLError['code'], Finding>> = {
  BAD_SCALAR_START: syntax('A text cannot begin with this sign.', 'Put it in quotes.'),
  MULTIPLE_DOCS: syntax('A second document begins here.', 'Remove the line ---.'),
  NON_STRING_KEY: syntax('This key is not a text.', 'Write a word before the colon.'),
  RESOURCE_EXHAUSTION: tooDeep,
  TAB_AS_INDENT: syntax('This line is indented with a tab.', 'Use spaces.'),
  TAG_RESOLVE_FAILED: syntax('This begins with an exclamation mark, which YAML takes for a tag.', quoteTexts),
  UNEXPECTED_TOKEN: syntax(
    'The value ends before this sign or word.',
    'Put the whole text in quotes, or correct the line.',
  ),
}

/** The library writes: Missing closing "quote */
export function isOpenQuote({ message }: YAMLError): boolean {
  return /^Missing closing .quote$/m.test(message)
}

/** Mistakes that leave no doubt what the rest of the file says: of a key that stands twice, the last counts until then. */
export const hidesNothing = new Set([duplicateKey, noAnchor, mistakes.BAD_SCALAR_START])

const secondColon = syntax('A second colon stands on this line.', quoteTexts)
const deeperBelow = syntax(
  'The line below is indented further than this one, although this one is complete.',
  'Let keys that belong together begin in the same column.',
)
const fullWidthColon = syntax('The colon after this key is full-width (：).', 'Write a colon and a space: `key: text`.')
const tightColon = syntax('No space follows the colon of this key.', 'Write one: `key: text`.')
const noKey = syntax(
  'This line has no key of its own.',
  'Write `key: text`, or indent it further if it continues a text.',
)
const conflict: Finding = {
  rule: 'merge-conflict',
  message: 'Git could not merge what stands between this line and >>>>>>>.',
  hint: 'Keep one of the two versions, and remove the lines of signs.',
}

/** Where Git left both sides of a merge in the file. YAML would complain about each of its lines. */
export function conflictsIn(source: string): Mistake[] {
  if (!/^={7}\r?$/m.test(source) || !/^>{7} /m.test(source)) return []
  return Array.from(source.matchAll(/^<{7} /gm), ({ index }) => [index, conflict] as const)
}

/** What the library found, as what the owner did. */
export function explainAll(errors: readonly YAMLError[], source: string): Mistake[] {
  const found = errors.map((error): Mistake => [error.pos[0], explain(error, source)])
  // A text that runs on into the next line is most often the consequence of another mistake.
  const others = found.filter(([, finding]) => finding !== deeperBelow)
  return others.length > 0 ? others : found
}

function explain({ code, message, pos }: YAMLError, source: string): Finding {
  if (message.startsWith('Implicit ')) {
    const before =
      source
        .slice(Math.max(0, pos[0] - maxLine), pos[0])
        .split('\n')
        .at(-1) ?? ''
    if (/:\s/.test(before)) return deeperBelow
    const line = before + lineFrom(source, pos[0])
    if (/^[^"':]*：/.test(line)) return fullWidthColon
    return /^\s*(?:- )?[\w-]+:\S/.test(line) ? tightColon : noKey
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return /:(?=\s|$)/.test(lineFrom(source, pos[0])) ? secondColon : deeperBelow
  const closing = / end with a (.)$/.exec(message)?.[1]
  if (closing)
    return syntax(
      'A bracket that was opened before is still open here.',
      `Close it with ${closing}, or put a text in quotes.`,
    )
  const sentence = (message.split('\n')[0] ?? '').replace(/\.?$/, '.')
  return mistakes[code] ?? syntax(sentence, 'Correct the line; a text with signs such as [ * " or : needs quotes.')
}

function lineFrom(source: string, start: number): string {
  return source.slice(start, start + maxLine).split('\n', 1)[0] ?? ''
}
