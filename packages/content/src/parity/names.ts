import { localeInfo } from '../locale.ts'
import type { Prose, Vocabulary } from './vocabulary.ts'

/** Words with a capital that are no names of things: another language writes them in its own words. */
const months = 'January February March April May June July August September October November December'
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'
const ordinaryCapitals = new Set(`I Chinese English ${months} ${days}`.split(' '))

/** A word in Latin letters; what joins two of them belongs to neither: `Content-Type` is two. */
const latinWord = /\p{Script=Latin}[\p{Script=Latin}\d]*[+#]*/gu

/**
 * The names of one text that another lacks. In Chinese every word in Latin letters is taken for a name; in English,
 * what has a capital where no sentence begins, and what the facts call a name.
 *
 * @example
 * missingNames({ locale: 'zh', prose: '以HBase存储' }, { locale: 'en', prose: 'stored in a database' }, vocabulary)
 * // ['HBase']
 */
export function missingNames(one: Prose, other: Prose, vocabulary: Vocabulary): string[] {
  const there = new Set((other.prose.match(latinWord) ?? []).map(stem))
  const names =
    localeInfo[one.locale].script === 'Latin'
      ? namesIn(one.prose, vocabulary)
      : (one.prose.match(/\p{Script=Latin}[\p{Script=Latin}\d+#]+/gu) ?? [])
  return [...new Set(names)].filter((name) => !there.has(stem(name)))
}

/** Mixed case, two capitals and digits make a name anywhere; a single capital only where no sentence or title begins. */
function namesIn(prose: string, { isName }: Vocabulary): string[] {
  const words = [...prose.matchAll(latinWord)]
  const isTitle = words.every(([word]) => word.length < 4 || /^\p{Lu}/u.test(word))
  return words.flatMap(({ 0: word, index }) => {
    if (isName(word) || /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(word)) return [word]
    const before = prose.slice(0, index).replace(/[\s“”‘’"'(*_[-]+$/u, '')
    const beginsSentence = before === '' || /[.:;?!|·]$/u.test(before)
    const isCapital = /^\p{Lu}\p{Ll}/u.test(word) && !ordinaryCapitals.has(word)
    return isCapital && !isTitle && !beginsSentence ? [word] : []
  })
}

/** In lower case and in the singular: `callbacks` and `callback` are one name. */
function stem(word: string): string {
  return word.toLowerCase().replace(/(?<=[a-z\d]{2})s$/, '')
}
