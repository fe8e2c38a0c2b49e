import type { Locale } from '../locale.ts'

/** What a language writes around its numbers. */
interface Lexicon {
  /** A bound from below, before the number: 500 or more. */
  atLeastBefore: RegExp
  /** The same behind the number. */
  atLeastAfter: RegExp
  /** Words that multiply the number before them; 千万 is two of them. */
  multipliers: Readonly<Record<string, number>>
  /** A month of a year, with named groups `year` and `month`. */
  months: RegExp
  /** Numbers that are written as words. `counted` ones are surely meant as numbers. */
  words(text: string): { value: number; counted: boolean }[]
}

const hanDigits = '零一二三四五六七八九'
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
const hanNumeral =
  /(?<numeral>[零一二两三四五六七八九十百千万亿]+|双)(?<measure>[个类种次项条步台名件份家层级倍组章节处])?/gu
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const cardinals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const otherWords: Readonly<Record<string, number>> = {
  ...{ once: 1, single: 1, twice: 2, both: 2, pair: 2, double: 2, dual: 2, triple: 3, dozen: 12 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100, thousand: 1000, million: 1_000_000 },
}

const lexicons: Record<Locale, Lexicon> = {
  zh: {
    atLeastBefore: /(?:超过|逾|至少|不少于|不低于)[\p{Script=Han}]{0,2}\s*$/u,
    atLeastAfter: /^\s*(?:\+|多|余|[\p{Script=Han}]?以上)/u,
    multipliers: { ...hanUnits, w: 10_000 },
    months: /(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月/g,
    words: (text) =>
      [...text.matchAll(hanNumeral)].map(({ groups }) => ({
        value: hanNumber(groups?.numeral ?? ''),
        counted: groups?.measure !== undefined,
      })),
  },
  en: {
    atLeastBefore: /\b(?:more than|over|above|at least|upwards? of|exceeding|no fewer than)\s*$/i,
    atLeastAfter: /^(?:\+| or more\b)/,
    multipliers: { k: 1000, K: 1000, thousand: 1000, million: 1_000_000, billion: 1_000_000_000 },
    months: new RegExp(`\\b(?<month>${monthNames.join('|')})[a-z]*\\.? (?<year>\\d{4})\\b`, 'g'),
    words: (text) =>
      [...text.toLowerCase().matchAll(/[a-z]+/g)].flatMap(([word]) => {
        const value = [cardinals, ordinals].map((list) => list.indexOf(word)).find((index) => index >= 0)
        const known = value ?? (Object.hasOwn(otherWords, word) ? otherWords[word] : undefined)
        return known === undefined ? [] : [{ value: known, counted: cardinals.includes(word) }]
      }),
  },
}

/** The numbers of a text: in digits, each with what was written, and in words. */
export interface Numbers {
  /** By value: `13000` for `1.3万` and for `13,000`; a date by its month, `2021-06`; a version as it stands. */
  digits: Map<string, { written: string; atLeast: boolean }>
  words: Set<string>
  counted: Set<string>
}

/**
 * Reads the numbers of a text, in the way of its language.
 *
 * A digit that belongs to a name is none: S3, k8s.
 *
 * @example
 * numbersOf('1.3万多个Pod', 'zh').digits // Map { '13000' → { written: '1.3万多', atLeast: true } }
 */
export function numbersOf(text: string, locale: Locale): Numbers {
  const { atLeastBefore, atLeastAfter, multipliers, months, words } = lexicons[locale]
  const digits: Numbers['digits'] = new Map()
  const withoutMonths = text.replace(months, (written, ...rest) => {
    const { year, month } = rest.at(-1) as Record<string, string>
    const number = monthNames.indexOf(month ?? '') + 1 || Number(month)
    digits.set(`${year}-${String(number).padStart(2, '0')}`, { written, atLeast: false })
    return ' '.repeat(written.length)
  })
  const multiplier = Object.keys(multipliers).join('|')
  const start = String.raw`(?:(?<![\p{Script=Latin}\d_.,])|(?<=(?<![\p{Script=Latin}])v))`
  const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)`
  const pattern = new RegExp(String.raw`${start}${number}(?:\s?((?:${multiplier})+)(?![a-z]))?\s?(%|％)?`, 'gu')
  for (const match of withoutMonths.matchAll(pattern)) {
    const [written, digitsOfIt = '', unit, percent] = match
    const before = atLeastBefore.exec(withoutMonths.slice(0, match.index))?.[0] ?? ''
    const after = atLeastAfter.exec(withoutMonths.slice(match.index + written.length))?.[0] ?? ''
    const factors = unit?.match(new RegExp(multiplier, 'g')) ?? []
    const factor = factors.reduce((product, word) => product * (multipliers[word] ?? 1), 1)
    const value = `${numericValue(digitsOfIt, factor)}${percent ? '%' : ''}`
    const earlier = digits.get(value)
    if (earlier?.atLeast) continue
    digits.set(value, { written: `${before}${written}${after}`.trim(), atLeast: before !== '' || after !== '' })
  }
  const spelled = words(withoutMonths)
  const setOf = (list: typeof spelled) => new Set(list.map(({ value }) => String(value)))
  return { digits, words: setOf(spelled), counted: setOf(spelled.filter(({ counted }) => counted)) }
}

/** What one text says with numbers, and another does not. */
export interface NumberDifference {
  /** As the one writes it. */
  written: string
  /** As the other writes it, where it has the value in another way: 500 for 500+. */
  instead?: string | undefined
}

/** The numbers of `one` that `other` lacks. Whether a small number is a digit or a word is a matter of style. */
export function missingNumbers(one: Numbers, other: Numbers): NumberDifference[] {
  const missing: NumberDifference[] = []
  for (const [value, { written, atLeast }] of one.digits) {
    const counterpart = other.digits.get(value)
    if (counterpart && atLeast && !counterpart.atLeast) missing.push({ written, instead: counterpart.written })
    if (!counterpart && !other.words.has(value)) missing.push({ written })
  }
  return missing
}

/** Small numbers in words that contradict each other: 三个 against four. A word that only one has may be an idiom. */
export function contradictingWords(one: Numbers, other: Numbers): [string, string] | undefined {
  const alone = (numbers: Numbers, opposite: Numbers) =>
    [...numbers.counted].find((value) => Number(value) > 2 && !opposite.words.has(value) && !opposite.digits.has(value))
  const [left, right] = [alone(one, other), alone(other, one)]
  return left !== undefined && right !== undefined ? [left, right] : undefined
}

function numericValue(number: string, multiplier: number): string {
  // More than one point makes a version, which is no number.
  if (number.split('.').length > 2) return number
  return String(Number((Number(number.replaceAll(',', '')) * multiplier).toPrecision(12)))
}

function hanNumber(written: string): number {
  if (written === '双') return 2
  let [total, section, digit] = [0, 0, 0]
  for (const character of written.replaceAll('两', '二')) {
    const unit = hanUnits[character]
    if (unit === undefined) digit = hanDigits.indexOf(character)
    else if (unit >= 10_000) [total, section, digit] = [total + (section + digit) * unit, 0, 0]
    else [section, digit] = [section + (digit || 1) * unit, 0]
  }
  return total + section + digit
}
