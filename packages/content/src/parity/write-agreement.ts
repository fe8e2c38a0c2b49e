import type { DataSet } from '../data-set.ts'
import { type Comparison, compareWithLock, groupsOf } from './agreement.ts'
import { type Agreements, type Lock, readLock, writeLock } from './lock.ts'
import { allTranslations, studyTranslations, type Translation } from './translations.ts'

/**
 * Writes into the lock that the chosen texts are agreed as they stand now.
 *
 * @param forgetsOthers whether files that hold none of the chosen texts leave the lock; otherwise they stay as they are
 * @returns what was not agreed before, and is now
 */
export async function writeAgreement(
  { folder, locales }: DataSet,
  lock: Lock | undefined,
  translations: readonly Translation[],
  chosen: ReadonlySet<Translation>,
  forgetsOthers: boolean,
): Promise<Comparison[]> {
  const before = lock?.groups ?? {}
  const comparisons = compareWithLock(translations, before, locales)
  const groups: Agreements = forgetsOthers ? {} : { ...before }
  for (const [name, members] of groupsOf(translations)) {
    if (!members.some((translation) => chosen.has(translation))) continue
    const ofGroup = comparisons.filter(({ translation }) => translation.group === name)
    groups[name] = agree(ofGroup, chosen)
  }
  await writeLock(folder, lock, groups)
  return comparisons.filter(({ translation, changed }) => chosen.has(translation) && changed.length > 0)
}

/** What is agreed at this moment, by address; nothing where there is no lock that can be read. */
export async function agreedAddresses(data: DataSet): Promise<Set<string>> {
  const lock = await readLock(data.folder)
  if (!lock || Array.isArray(lock)) return new Set()
  const comparisons = compareWithLock(allTranslations(data, studyTranslations(data)), lock.groups, data.locales)
  const agreed = comparisons.filter(({ changed }) => changed.length === 0)
  return new Set(agreed.map(({ translation }) => translation.address))
}

/** Agrees again what was agreed before a change that has left the words alone. */
export async function keepAgreed(data: DataSet, addresses: ReadonlySet<string>): Promise<void> {
  const lock = await readLock(data.folder)
  if (!lock || Array.isArray(lock)) return
  const translations = allTranslations(data, studyTranslations(data))
  const chosen = new Set(translations.filter(({ address }) => addresses.has(address)))
  await writeAgreement(data, lock, translations, chosen, false)
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
