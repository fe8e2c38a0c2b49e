import type { Fault } from './rule.ts'

const halfWidth: Readonly<Record<string, string>> = {
  ...{ '，': ',', '、': ',', '。': '.', '；': ';', '：': ':', '？': '?', '！': '!' },
  ...{ '（': '(', '）': ')', '【': '[', '】': ']' },
}
const signs = /(?<!\p{Script=Han})[，、。；：？！（）【】](?!\p{Script=Han})[ \t]*/gu

/** Full-width punctuation in English text. What stands beside a Han character belongs to a word that is quoted. */
export function checkEnglish(text: string): Fault[] {
  return [...text.matchAll(signs)].map(({ 0: found, index }) => {
    const sign = found.trim()
    const ascii = halfWidth[sign] ?? sign
    const isOpening = /[（【]/.test(sign)
    const before = text[index - 1] ?? ' '
    const after = text[index + found.length] ?? ''
    const gapBefore = isOpening && !/[\s([“]/.test(before) ? ' ' : ''
    const gapAfter = !isOpening && after !== '' && !/[\s,.;:?!)\]”’]/.test(after) ? ' ' : ''
    return {
      ...{ start: index, end: index + found.length, rule: 'full-width' },
      message: `The full-width ${sign} stands in English text.`,
      hint: `Write ${ascii}`,
      replacement: `${gapBefore}${ascii}${gapAfter}`,
    }
  })
}
