import { isWebAddress } from '../address.ts'
import { maxLength, parseInline, plainText } from '../inline.ts'
import { parseYearMonth } from '../period.ts'

// Whatever comes in from another program is only text here: no control character, no mark that turns the direction of
// the writing, nothing that Markdown or HTML would read.

const lineEnds = /\r\n?|[\u2028\u2029\v\f]/g
const invisible = /(?![\n\t])\p{Cc}|\p{Cs}|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** A value as it can stand in the facts, and what was done to it. */
export interface Cleaned {
  text: string
  reason?: string
}

/** One paragraph without anything invisible, or `undefined` where that is too long to be one. */
export function cleanLine(raw: string): Cleaned | undefined {
  const visible = raw.replace(lineEnds, '\n').replace(invisible, '')
  const text = visible
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ')
  if (text.length > maxLength) return undefined
  if (text === raw) return { text }
  if (visible !== raw.replace(lineEnds, '\n')) return { text, reason: 'Invisible characters were removed.' }
  const reason = visible.trim().includes('\n')
    ? 'Its lines were joined: a text is one paragraph.'
    : 'White space at its ends was removed.'
  return { text, reason }
}

/**
 * Plain text as inline Markdown that shows it unchanged.
 *
 * @example
 * literal('__init__.py') // '\\_\\_init\\_\\_.py'
 * literal('C++ and Go') // 'C++ and Go'
 */
export function literal(text: string): string {
  const { problems } = parseInline(text)
  return problems.length === 0 && plainText(text) === text ? text : text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** A web address, absolute; one without its scheme gets `https://`. */
export function cleanUrl(raw: string): Cleaned | undefined {
  const text = raw.trim()
  if (isWebAddress(text)) return { text }
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(text)
  if (isBare && isWebAddress(`https://${text}`))
    return { text: `https://${text}`, reason: 'It was given the scheme https://.' }
  return undefined
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month or a year from `2014-06-29`, `2014-06`, `2014`, `Jun 2014` or `June 29, 2014`. */
export function cleanMonth(raw: string): Cleaned | undefined {
  const text = raw.trim()
  if (parseYearMonth(text)) return { text }
  const iso = /^(\d{4}-\d{2})-\d{2}(?:T\S*)?$/.exec(text)?.[1]
  if (iso && parseYearMonth(iso)) return { text: iso, reason: `It became ${iso}: periods and dates hold a month.` }
  const [, name = '', day, year] = /^([A-Za-z]{3,9})\.? (?:(\d{1,2}), )?(\d{4})$/.exec(text) ?? []
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const written = `${year}-${String(month).padStart(2, '0')}`
  if (month === 0 || !parseYearMonth(written)) return undefined
  return {
    text: written,
    reason: day ? `It became ${written}: periods and dates hold a month.` : `It became ${written}.`,
  }
}

/** Whether a date says that something goes on. */
export function isPresent(value: unknown): boolean {
  return typeof value === 'string' && /^(present|now|current|ongoing|至今|现在)$/i.test(value.trim())
}
