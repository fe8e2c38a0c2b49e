import type { Locale } from '../locale.ts'

/** Words with a capital that are no names of things: another language writes them in its own words. */
const months = 'January February March April May June July August September October November December'
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'
const ordinaryCapitals = new Set(`I Chinese English ${months} ${days}`.split(' '))

/** A word in Latin letters; what joins two of them belongs to neither: `Content-Type` is two. */
const latinWord = /\p{Script=Latin}[\p{Script=Latin}\d]*[+#]*/gu

interface Text {
  locale: Locale
  prose: string
}

/**
 * The names of one text that another lacks. In Chinese every word in Latin letters is taken for a name; in English,
 * what has a capital where no sentence begins.
 *
 * @example
 * missingNames({ locale: 'zh', prose: '以HBase存储' }, { locale: 'en', prose: 'stored in a database' }) // ['HBase']
 */
export function missingNames(one: Text, other: Text): string[] {
  const there = new Set((other.prose.match(latinWord) ?? []).map(stem))
  const names =
    one.locale === 'en' ? capitalNames(one.prose) : (one.prose.match(/\p{Script=Latin}[\p{Script=Latin}\d+#]+/gu) ?? [])
  return [...new Set(names)].filter((name) => !there.has(stem(name)))
}

/** Mixed case, two capitals and digits make a name anywhere; a single capital only where no sentence or title begins. */
function capitalNames(prose: string): string[] {
  const words = [...prose.matchAll(latinWord)]
  const isTitle = words.every(([word]) => word.length < 4 || /^\p{Lu}/u.test(word))
  return words.flatMap(({ 0: word, index }) => {
    if (/\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(word)) return [word]
    const before = prose.slice(0, index).replace(/[\s“”‘’"'(*_[-]+$/u, '')
    const beginsSentence = before === '' || /[.:;?!|·]$/u.test(before)
    const isName = /^\p{Lu}\p{Ll}/u.test(word) && !ordinaryCapitals.has(word)
    return isName && !isTitle && !beginsSentence ? [word] : []
  })
}

/** In lower case and in the singular: `callbacks` and `callback` are one name. */
function stem(word: string): string {
  return word.toLowerCase().replace(/(?<=[a-z\d]{2})s$/, '')
}
