import { factChecks } from '../check.ts'
import { type DataSet, problemsOf } from '../data-set.ts'
import { ContentError } from '../diagnostics.ts'
import type { Comparison } from './agreement.ts'
import { readLock } from './lock.ts'
import { namesOf, namesOfStudy, selectorOf, unknownName } from './selector.ts'
import { allTranslations, studyTranslations } from './translations.ts'
import { writeAgreement } from './write-agreement.ts'

/**
 * Writes down that texts say the same in every language, as they stand now.
 *
 * @param selector what to agree: a file, an entry, a field, or a line (`projects/bfs/en.mdx:31`); all without it
 * @returns what was not agreed before, and is now
 * @throws ContentError where the facts or the lock have problems: nothing is agreed that cannot be read
 * @throws Error where nothing goes by that name
 * @example
 * await confirm(data, 'bfs.summary')
 */
export async function confirm(data: DataSet, selector?: string): Promise<Comparison[]> {
  const { folder, locales } = data
  const problems = await problemsOf(data, factChecks)
  if (problems.length > 0) throw new ContentError(problems, folder)
  const studies = studyTranslations(data)
  const translations = allTranslations(data, studies)
  const isMeant = selector === undefined ? () => true : selectorOf(selector)
  const meant = studies.filter((study) => isMeant(namesOfStudy(study, locales)))
  const unlike = meant.flatMap(({ problems }) => problems)
  if (unlike.length > 0) throw new ContentError(unlike, folder)
  const names = new Map(translations.map((translation) => [translation, namesOf(translation, locales)]))
  const chosen = new Set(translations.filter((translation) => isMeant(names.get(translation) ?? [])))
  if (chosen.size === 0) {
    if (selector !== undefined) throw new Error(unknownName(selector, [...names.values()].flat()))
    throw new Error('There is nothing to agree: no text is written in two languages.')
  }

  const lock = await readLock(folder)
  if (Array.isArray(lock)) throw new ContentError(lock, folder)
  return writeAgreement(data, lock, translations, chosen, selector === undefined)
}
