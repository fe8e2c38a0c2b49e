import type { Locale } from '../locale.ts'
import { suggest } from '../suggest.ts'
import type { StudyTranslations, Translation } from './translations.ts'

/** Says whether a text is meant by what somebody wrote on the command line. */
export type Selector = (names: readonly string[]) => boolean

/**
 * Reads what names texts: a file or a folder, an entry (`bfs`), a field (`bfs.summary`), or a place as messages write
 * it (`projects/bfs/en.mdx:31:1`). What names a whole names each part of it.
 *
 * @example
 * selectorOf('bfs')(['bfs.summary']) // true
 */
export function selectorOf(written: string): Selector {
  const wanted = normalize(written)
  return (names) =>
    names.some((name) => name === wanted || ['/', '.', ':'].some((end) => name.startsWith(wanted + end)))
}

/** Everything that a text may be called by. */
export function namesOf(translation: Translation, locales: readonly Locale[]): string[] {
  const { address, group, field } = translation
  const places = locales.map((locale) => {
    const { file, line, column } = translation.at(locale, { rule: '', message: '', hint: '' })
    return `${file}:${line}:${column}`
  })
  return [address, `${group}:${field ?? ''}`, ...(field === undefined ? [nameOfGroup(group)] : []), ...places]
}

/** What a whole case study may be called by. */
export function namesOfStudy({ group }: StudyTranslations, locales: readonly Locale[]): string[] {
  return [nameOfGroup(group), ...locales.map((locale) => group.replace('*', locale))]
}

/** Says that nothing goes by a name, and what was probably meant. */
export function unknownName(written: string, names: readonly string[]): string {
  const wholes = names.flatMap((name) => [
    name,
    ...[...name.matchAll(/[./:]/g)].map(({ index }) => name.slice(0, index)),
  ])
  const meant = suggest(normalize(written), [...new Set(wholes)])
  const hint = meant
    ? `Did you mean "${meant}"?`
    : 'Name a file, an entry, or a field such as bfs.summary; or use --all.'
  return `No text goes by the name "${written}". ${hint}`
}

/** A file by its name, a case study as `bfs.case-study`. */
export function nameOfGroup(group: string): string {
  return group.includes('*') ? `${group.split('/')[1]}.case-study` : group
}

function normalize(written: string): string {
  return written
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .replace(/[/:]+$/, '')
}
