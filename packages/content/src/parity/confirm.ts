import { factChecks } from '../check.ts'
import { type DataSet, problemsOf } from '../data-set.ts'
import { ContentError } from '../diagnostics.ts'
import { type Comparison, compareWithLock, groupsOf } from './agreement.ts'
import { type Agreements, readLock, writeLock } from './lock.ts'
import { namesOf, namesOfStudy, selectorOf, unknownName } from './selector.ts'
import { allTranslations, studyTranslations, type Translation } from './translations.ts'

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
  const unlike = studies.filter((study) => study.problems.length > 0 && isMeant(namesOfStudy(study, locales)))
  if (unlike.length > 0)
    throw new ContentError(
      unlike.flatMap(({ problems }) => problems),
      folder,
    )
  const names = new Map(translations.map((translation) => [translation, namesOf(translation, locales)]))
  const chosen = new Set(translations.filter((translation) => isMeant(names.get(translation) ?? [])))
  if (chosen.size === 0) {
    if (selector !== undefined) throw new Error(unknownName(selector, [...names.values()].flat()))
    throw new Error('There is nothing to agree: no text is written in two languages.')
  }

  const lock = await readLock(folder)
  if (Array.isArray(lock)) throw new ContentError(lock, folder)
  const before = lock?.groups ?? {}
  const comparisons = compareWithLock(translations, before, locales)
  // A group without anything to agree stays as it is. With all of them, what is not there any more is forgotten.
  const groups: Agreements = selector === undefined ? {} : { ...before }
  for (const [name, members] of groupsOf(translations)) {
    if (!members.some((translation) => chosen.has(translation))) continue
    groups[name] = agree(
      comparisons.filter(({ translation }) => translation.group === name),
      chosen,
    )
  }
  await writeLock(folder, lock, groups)
  return comparisons.filter(({ translation, changed }) => chosen.has(translation) && changed.length > 0)
}

/** A group of the lock as it is to be: the chosen texts as they are now, the others as they were. */
function agree(members: readonly Comparison[], chosen: ReadonlySet<Translation>): Agreements[string] {
  const kept = members.flatMap(({ translation, agreed }) => {
    const texts = chosen.has(translation) ? { ...agreed, ...translation.texts } : agreed
    return texts ? [{ field: translation.field, texts }] : []
  })
  const isStudy = kept.some(({ field }) => field === undefined)
  if (isStudy) return kept.map(({ texts }) => texts)
  return Object.fromEntries(kept.map(({ field, texts }) => [field ?? '', texts]))
}
