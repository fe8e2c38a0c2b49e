/** What the counter styles of CSS write; letters and digits for those that are not named here. */
const NUMERALS: [style: RegExp, characters: string][] = [
  [
    /cjk|chinese/,
    '零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥、0123456789',
  ],
  [/decimal/, '0123456789.'],
  [/greek/, 'αβγδεζηθικλμνξοπρστυφχψω.'],
  [/./, '0123456789.,()abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
]
const QUOTES = '“”‘’„‚«»‹›「」『』"\''

/** The characters that CSS may write for an element: `::before`, `::after`, markers, quotes, hyphens, emphasis dots. */
export function generated(element: Element): string {
  const style = getComputedStyle(element)
  let text = ''
  for (const pseudo of ['::before', '::after', '::marker']) {
    const { content, quotes } = getComputedStyle(element, pseudo)
    if (/counters?\(/.test(content))
      text += numerals(/counters?\([^)]*?,\s*([a-z-]+)\)/.exec(content)?.[1] ?? 'decimal')
    if (content.includes('-quote')) text += quotes === 'auto' ? QUOTES : quotes
    text += strings(content)
  }
  if (style.display === 'list-item' && !/^(none|disc|circle|square|disclosure-.*)$/.test(style.listStyleType)) {
    text += strings(style.listStyleType) || numerals(style.listStyleType)
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) text += element.value
  if (style.textEmphasisStyle !== 'none') text += '•●◦○◉◎▲△'
  if (style.hyphens === 'auto' || hasSoftHyphen(element)) text += '-‐'
  return text
}

/** The strings in a piece of CSS. */
export function strings(css: string): string {
  return [...css.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, string = '']) => string.replace(/\\(["\\])/g, '$1')).join('')
}

function numerals(style: string): string {
  return NUMERALS.find(([pattern]) => pattern.test(style))?.[1] ?? ''
}

function hasSoftHyphen(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.includes('\u00ad'))
}
