import { type Locale, localeInfo, locales } from '@diglot/content'
import type { Diagnostic } from '@diglot/content/load'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'

/** The language that the others are held to: pages are typed by its words. */
const MODEL: Locale = 'en'

/** `{{name}}` is filled in by the site, `{page}` by the typesetter. */
const BLANK = /\{\{[^}]*\}\}|\{[^}]*\}/g
const PLURAL = /^(.+)_(?:zero|one|two|few|many|other)$/

type Path = readonly string[]

/** A file of interface words that can say where each of them stands. */
interface WordFile {
  locale: Locale
  texts: ReadonlyMap<string, string>
  problem(path: Path, message: string, hint: string): Diagnostic
  syntax: Diagnostic[]
}

/**
 * What is wrong with the interface words: one that a language lacks or nobody knows, an empty one, one with other blanks to
 * fill in than its model, and a plural without the forms that its language has.
 *
 * @param sources the file of each language; a language without one lacks it
 */
export function checkWords(sources: Readonly<Partial<Record<Locale, string>>>): Diagnostic[] {
  const files = locales.map((locale) => readWords(locale, sources[locale] ?? ''))
  const model = files.find(({ locale }) => locale === MODEL)
  const broken = files.flatMap(({ syntax }) => syntax)
  if (!model || model.syntax.length > 0) return broken
  const plurals = new Set([...model.texts.keys()].flatMap((key) => PLURAL.exec(key)?.[1] ?? []))
  const wanted = new Set([...model.texts.keys()].map((key) => baseOf(key, plurals)))
  return [...broken, ...files.filter(({ syntax }) => syntax.length === 0).flatMap(check)]

  function check({ locale, texts, problem }: WordFile): Diagnostic[] {
    const forms = new Intl.PluralRules(localeInfo[locale].tag).resolvedOptions().pluralCategories
    const keys = [...wanted].flatMap((key) => (plurals.has(key) ? forms.map((form) => `${key}_${form}`) : [key]))
    const missing = keys
      .filter((key) => !texts.has(key))
      .map((key) => problem(key.split('.'), `${key} is missing.`, `Add it${meaning(key)}.`))
    const wrong = [...texts].flatMap(([key, text]) => {
      const say = (message: string, hint: string) => [problem(key.split('.'), message, hint)]
      if (!keys.includes(key)) return say(`${key} is a word that no page knows.`, 'Remove it, or correct its name.')
      if (text.trim() === '') return say(`${key} is empty.`, `Fill it in${meaning(key)}.`)
      const [own, others] = [blanksIn(text), blanksIn(inModel(key))]
      // “One year” need not have a figure.
      const differ = [...new Set([...own, ...others])]
        .filter((blank) => own.has(blank) !== others.has(blank))
        .filter((blank) => blank !== '{{count}}')
      return differ.length === 0 ? [] : say(`${key} differs from its English in ${differ.join(', ')}.`, 'Use the same.')
    })
    return [...missing, ...wrong]

    function meaning(key: string): string {
      return locale === MODEL ? '' : `; in English it is “${inModel(key)}”`
    }
  }

  function inModel(key: string): string {
    const base = baseOf(key, plurals)
    return model?.texts.get(key) ?? model?.texts.get(`${base}_other`) ?? ''
  }
}

const baseOf = (key: string, plurals: ReadonlySet<string>) => {
  const base = PLURAL.exec(key)?.[1]
  return base && plurals.has(base) ? base : key
}

const blanksIn = (text: string) => new Set([...text.matchAll(BLANK)].map(([blank]) => blank))

/** JSON is YAML, whose parser knows where everything stands. */
function readWords(locale: Locale, source: string): WordFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, message: string, hint: string): Diagnostic => {
    const { line, col } = lines.linePos(offset)
    const file = `apps/site/src/locales/${locale}.json`
    return { file, line, column: col, severity: 'error', rule: 'interface-word', message, hint }
  }
  const texts = new Map<string, string>()
  collect(document.contents, [])
  const syntax = document.errors.map(({ pos, message }) => at(pos[0], `This is no JSON: ${message}.`, 'Correct it.'))
  if (source.trim() === '') syntax.push(at(0, 'The file is missing or empty.', `Copy ${MODEL}.json and translate it.`))
  else if (syntax.length === 0) syntax.push(...strictly())
  return { locale, texts, problem: (path, ...said) => at(placeOf(path), ...said), syntax }

  /** What YAML allows and JSON does not: comments, texts without quotation marks, a comma too many. */
  function strictly(): Diagnostic[] {
    try {
      JSON.parse(source)
      return []
    } catch (error) {
      const { message } = error as SyntaxError
      const [, said = message, position = '0'] = /^(.*?)(?: in JSON)? at position (\d+)/.exec(message) ?? []
      return [at(Number(position), `This is no JSON: ${said}.`, 'Correct it.')]
    }
  }

  function collect(node: unknown, path: Path): void {
    if (isScalar(node)) texts.set(path.join('.'), String(node.value ?? ''))
    if (isMap(node)) for (const { key, value } of node.items) collect(value, [...path, String(key)])
  }

  /** Where a word stands, or else the nearest group that it belongs to. */
  function placeOf(path: Path): number {
    let [node, place]: [unknown, number] = [document.contents, 0]
    for (const name of path) {
      const pair = isMap(node) ? node.items.find(({ key }) => String(key) === name) : undefined
      if (!pair) break
      if (isScalar(pair.key)) place = pair.key.range?.[0] ?? place
      node = pair.value
    }
    return place
  }
}
