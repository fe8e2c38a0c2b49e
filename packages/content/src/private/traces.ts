import { type Folded, fold, LEAST, weight } from './fold.ts'

/** Says whether a text shows a private value, or enough of it. */
export type Trace = (text: Folded) => boolean

/**
 * What to look for to find a private detail, however it is written: a telephone number by its digits, an e-mail address
 * by its parts, a postal address by its letters and digits, in whole or where it has a number.
 *
 * @returns nothing where the value is too short to be told from chance, as an extension is, or the name of a town
 * @example
 * detailTraces('+86 139 1234 5678').some((shows) => shows(fold('Tel. 139-1234-5678'))) // true
 */
export function detailTraces(value: string): Trace[] {
  const { loose, bare } = fold(value)
  const mail = mailPattern(loose)
  if (mail) return [matching(mail)]
  const numbers = telephonePatterns(loose)
  if (numbers.length > 0 && !/\p{L}/u.test(loose)) return numbers.map(matching)
  const isNumbered = /\d/.test(bare)
  // Street and house tell where it is. The town alone does not, and may well stand in the headline.
  const places = isNumbered ? loose.split(/[,、\n]|(?<=[省市区县镇乡号])/).map((part) => fold(part).bare) : []
  const parts = [...windows(bare).filter(tells), ...places.filter((part) => weight(part) >= LEAST - 1)]
  return [...numbers.map(matching), ...parts.filter((part) => !isNumbered || /\d/.test(part)).map(including)]
}

/**
 * What to look for to find a remark, or a part of it: each sentence, and of a long one any passage.
 *
 * @param published the letters and digits that the public may read: where a remark says the same it is no secret
 */
export function remarkTraces(value: string, published: string): Trace[] {
  const { loose, bare } = fold(value)
  const sentences = loose.split(/[。！？!?;\n]|\.\s/).map((sentence) => fold(sentence).bare)
  const parts = new Set([...sentences, bare].flatMap(windows))
  return [...parts].filter((part) => tells(part) && !published.includes(part)).map(including)
}

const matching =
  (pattern: RegExp): Trace =>
  (text) =>
    pattern.test(text.loose)

const including =
  (part: string): Trace =>
  (text) =>
    text.bare.includes(part)

const tells = (part: string) => weight(part) >= LEAST

/** How many letters and digits of a long text are looked for at once. */
const WINDOW = 24

/** A long text in pieces, each begun in the middle of the one before: a copy that was cut off somewhere holds one of them. */
function windows(bare: string): string[] {
  const last = Math.max(0, bare.length - WINDOW)
  const starts = Array.from({ length: Math.ceil(last / (WINDOW / 2)) }, (_, index) => index * (WINDOW / 2))
  return [...starts, last].map((start) => bare.slice(start, start + WINDOW))
}

/** The code of a country: one digit, two, or else three. Source: ITU-T E.164, list of assigned country codes. */
const countryCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

/** Fewer digits than this are an extension, a month of a year, or a figure. */
const leastDigits = 7

/** How many digits of a number are looked for, from its end, where it may begin with the code of a country. */
const mostDigits = 10

/** Digits, and what stands between those of one number. */
const telephone = /(?:\+|\(\+?)?\d(?:[\s().\-–·]{0,3}\d)+/g

/**
 * The numbers in a text, each as it is dialled within its country, whatever stands between the digits and around them.
 * `139 1234 5678 (WeChat)` holds one; a stroke may stand in a number (`030/1234567`) or between two.
 */
function telephonePatterns(value: string): RegExp[] {
  const written = [value, value.replaceAll('/', '')].flatMap((text) => text.match(telephone) ?? [])
  return [...new Set(written)].flatMap((number) => telephonePattern(number) ?? [])
}

function telephonePattern(number: string): RegExp | undefined {
  const all = number.replace(/\D/g, '').replace(/^00/, '')
  const isFromAbroad = /^\(?(?:\+|00)/.test(number) || /^861\d{10}$/.test(all)
  const national = isFromAbroad ? all.replace(countryCode, '') : all.slice(-mostDigits)
  const digits = national.replace(/^0+/, '')
  if (digits.length < leastDigits) return undefined
  const pattern = [...digits].join('[^\\p{L}\\p{N}]{0,3}')
  // Eight digits stand in a longer number by chance.
  return new RegExp(digits.length < 9 ? `(?<!\\d)${pattern}(?!\\d)` : pattern, 'u')
}

/** Source: RFC 5321, 4.5.3.1.3, without the brackets of a path. What is longer is no address, and takes long to look for. */
const LONGEST_MAIL = 254

const between = '[^\\p{L}\\p{N}]{1,3}'
const spellings: Record<string, string> = {
  '@': `(?:@|${between}at${between})`,
  '.': `(?:\\.|${between}dot${between})`,
}

/** An address as programs and people write it: `me@mail.example`, `me (at) mail [dot] example`, `me at mail dot example`. */
function mailPattern(value: string): RegExp | undefined {
  if (value.length > LONGEST_MAIL || !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)) return undefined
  const literal = (char: string) => `\\u{${char.codePointAt(0)?.toString(16)}}`
  return new RegExp([...value].map((char) => spellings[char] ?? literal(char)).join('\\s{0,2}'), 'u')
}
