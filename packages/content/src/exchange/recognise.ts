import type { Locale } from '../locale.ts'
import { isMapping } from './match.ts'

export type Format = 'JSON Resume' | 'YAMLResume' | 'RenderCV'

/** The keys of a JSON Resume that a file with none of the others has to show. */
const jsonResumeKeys = ['basics', 'work', 'volunteer', 'education', 'awards', 'skills', 'projects', 'publications']

/** The format of a résumé, from what it holds. */
export function recogniseFormat(value: unknown): Format | undefined {
  if (!isMapping(value)) return undefined
  if (isMapping(value.cv)) return 'RenderCV'
  if (isMapping(value.content) && isMapping(value.content.basics)) return 'YAMLResume'
  return jsonResumeKeys.some((key) => Object.hasOwn(value, key)) ? 'JSON Resume' : undefined
}

/**
 * The language of a résumé: what the file says of itself, or else its letters. A résumé in Chinese is full of Latin
 * names, so a tenth of Han characters makes it Chinese.
 */
export function recogniseLocale(value: unknown): { locale: Locale; why: string } {
  const named = isMapping(value) && isMapping(value.locale) ? value.locale.language : undefined
  if (typeof named === 'string') {
    const locale: Locale | undefined = /^(zh-hans|mandarin|chinese)/i.test(named)
      ? 'zh'
      : /^en/i.test(named)
        ? 'en'
        : undefined
    if (locale) return { locale, why: `the file says ${named.slice(0, 40)}` }
  }
  const text = (JSON.stringify(value) ?? '').replace(/"[^"\\]*":/g, '') // Without the keys, which are English.
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const share = Math.round((100 * han) / Math.max(letters, 1))
  return { locale: share >= 10 ? 'zh' : 'en', why: `${share} % of its letters are Chinese` }
}
