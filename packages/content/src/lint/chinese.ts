import { codeMark, markupMark } from './mask.ts'
import type { Fault } from './rule.ts'

const m = `${markupMark}*`
const han = String.raw`[\p{Script=Han}]`
const afterHan = `(?<=[\\p{Script=Han}）】》”’]${m})`
const latinStart = String.raw`[\p{Script=Latin}\d${codeMark}$#@]`
const latinEnd = String.raw`[\p{Script=Latin}\d${codeMark}%+#°]`

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' }

/** Half-width signs beside a Han character. */
const besideHan = new RegExp(`${afterHan}(?<sign>[,;:?!])[ \\t]*|(?<sign2>[,;:?!])[ \\t]*(?=${m}${han})`, 'gu')
/** A full stop behind a Han character, or behind the last word of a Chinese text. */
const stop = new RegExp(
  `${afterHan}\\.(?=${m}(?:[ \\t]|$|[”’）》]|${han}))|(?<=[\\p{Script=Latin}\\d${codeMark}）)])\\.(?=${m}$)`,
  'gu',
)
const abbreviation = /(?:\b(?:etc|al|Inc|Ltd|Corp|Co|No|vs|\p{L})|\.)$/u
const brackets = /\((?<inner>[^()（）]*)\)/gu
const listComma = /(?<=[\p{Script=Latin}\d+#]),(?= ?[\p{Script=Latin}])(?! ?(?:Inc|Ltd|LLC|Corp)\b)/gu
/** Beside Latin letters, digits, quotation marks, and the marks of Markdown. */
const spaces = new RegExp(
  [
    `(?<=${han}${m})[ \\t]+(?=${m}(?:${latinStart}|[“‘]))`,
    `(?<=(?:${latinEnd}|[”’])${m})[ \\t]+(?=${m}${han})`,
    `(?<=${han})[ \\t]+(?=${markupMark}+${han})`,
    `(?<=${han}${markupMark}+)[ \\t]+(?=${han})`,
  ].join('|'),
  'gu',
)
/** A line break is read as a space. */
const spacesInHan = /(?<=\p{Script=Han})(?:[ \t]*\r?\n[ \t]*|[ \t]+)(?=\p{Script=Han})/gu
const fullWidthSign = '[，。；：？！、（）《》【】]'
const spacesBesidePunctuation = new RegExp(`[ \\t]+(?=${m}${fullWidthSign})|(?<=${fullWidthSign}${m})[ \\t]+`, 'gu')

/**
 * What is not written so in Chinese: half-width punctuation beside Han characters (GB/T 15834), and spaces between Han and
 * Latin, which the style sheet sets by itself (CLREQ, mixed text composition).
 *
 * @param text in which everything that is not prose is masked
 */
export function checkChinese(text: string): Fault[] {
  if (!/\p{Script=Han}/u.test(text)) return []
  return [...halfWidth(text), ...halfWidthBrackets(text), ...listCommas(text), ...typedSpaces(text)]
}

function halfWidth(text: string): Fault[] {
  const signs = [...text.matchAll(besideHan)].filter(
    ({ 0: found, index }) => !isInsideNumber(text, index, found.length),
  )
  const stops = [...text.matchAll(stop)].filter(({ index }) => !abbreviation.test(text.slice(0, index)))
  return [...signs, ...stops].map(({ 0: found, index }) => {
    const sign = found.trim()
    const replacement = fullWidth[sign] ?? sign
    return fault(
      index,
      found,
      'half-width',
      `The half-width ${sign} stands in Chinese text.`,
      `Write ${replacement}`,
      replacement,
    )
  })
}

/** 3:1 and 10:30 keep their colon, 1,500 its comma. */
function isInsideNumber(text: string, index: number, length: number): boolean {
  return /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + length] ?? '')
}

/** Brackets that hold Chinese, or stand behind it; those of `f(x)` do neither. */
function halfWidthBrackets(text: string): Fault[] {
  return [...text.matchAll(brackets)].flatMap(({ 0: found, index, groups }) => {
    const inner = groups?.inner ?? ''
    const [before, after] = [text.slice(0, index), text.slice(index + found.length)]
    const isBehindHan = new RegExp(`${han}${m}[ \\t]*$`, 'u').test(before)
    const isPhrase = /[ \t]/.test(inner) && new RegExp(`^${m}${han}`, 'u').test(after)
    if (!isBehindHan && !isPhrase && !/\p{Script=Han}/u.test(inner)) return []
    const message = 'Half-width brackets stand in Chinese text.'
    const hint = 'Write （ and ）.'
    return [
      fault(index, '(', 'half-width', message, hint, '（'),
      fault(index + found.length - 1, ')', 'half-width', message, hint, '）'),
    ]
  })
}

/** Whether a list of names takes 、 or ， is for a person to say. */
function listCommas(text: string): Fault[] {
  const outside = text.replaceAll(/“[^”]*”|（[^）]*）|\([^)]*\)|《[^》]*》/g, (part) => codeMark.repeat(part.length))
  const message = 'A half-width comma stands in Chinese text.'
  return [...outside.matchAll(listComma)].map(({ index }) => fault(index, ',', 'half-width', message, 'Write 、 or ，'))
}

function typedSpaces(text: string): Fault[] {
  const hint = 'Remove it: the style sheet sets the gap.'
  const told = (pattern: RegExp, message: string, hint: string, replacement?: string) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) =>
      fault(index, found, 'typed-space', message, hint, replacement),
    )
  return [
    ...told(spaces, 'A space is typed between Chinese and other characters.', hint, ''),
    ...told(spacesBesidePunctuation, 'A space is typed beside full-width punctuation.', 'Remove it.', ''),
    // It may stand for a comma.
    ...told(
      spacesInHan,
      'A space or a line break stands between Chinese characters.',
      'Write 、 or ， for it, or remove it.',
    ),
  ]
}

function fault(start: number, found: string, rule: string, message: string, hint: string, replacement?: string): Fault {
  return { start, end: start + found.length, rule, message, hint, ...(replacement !== undefined && { replacement }) }
}
