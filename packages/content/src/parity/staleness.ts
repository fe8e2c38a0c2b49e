import type { DataSet } from '../data-set.ts'
import { type Diagnostic, diagnosticAt } from '../diagnostics.ts'
import type { Locale } from '../locale.ts'
import { program } from '../program.ts'
import { compareWords, formatWords, type WordRun } from '../words.ts'
import { type Comparison, compareWithLock, groupsOf } from './agreement.ts'
import { oneLine } from './blocks.ts'
import { languageList } from './language-names.ts'
import { lockName, readLock } from './lock.ts'
import { nameOfGroup } from './selector.ts'
import { allTranslations, studyTranslations, type Translation } from './translations.ts'

/**
 * Says which texts have changed since all their languages were last agreed to say the same.
 *
 * One language that changed alone makes the others stale. Where all have changed, somebody has to agree as well:
 * otherwise the next change of one alone could not be told from it.
 */
export async function checkAgreement(data: DataSet): Promise<Diagnostic[]> {
  const translations = allTranslations(data, studyTranslations(data))
  if (translations.length === 0) return []
  const lock = await readLock(data.folder)
  if (Array.isArray(lock)) return lock
  if (!lock) return [nothingAgreed(translations.length)]
  const comparisons = compareWithLock(translations, lock.groups, data.locales)
  return groupsOf(translations).flatMap(([name, members]) => {
    const compared = comparisons.filter(({ translation }) => members.includes(translation))
    if (compared.every(({ agreed }) => !agreed)) return newGroup(name, members, data.locales)
    return compared.flatMap((comparison) => explain(comparison, data.locales))
  })
}

function nothingAgreed(count: number): Diagnostic {
  const message = `There is no such file, so a translation that grows old goes unseen: ${count} texts are not agreed.`
  const hint = `Read both languages, then agree and commit the file: ${program} confirm --all`
  return diagnosticAt(
    { file: lockName, line: 1, column: 1 },
    { rule: 'translation-unlocked', severity: 'warning', message, hint },
  )
}

/** A file that is new says so once. */
function newGroup(name: string, members: readonly Translation[], locales: readonly Locale[]): Diagnostic[] {
  const texts = members.length === 1 ? 'Its text has' : `Its ${members.length} texts have`
  const message = `${texts} never been agreed to say the same in ${languageList(locales)}.`
  const hint = `Read them side by side, then agree: ${program} confirm ${nameOfGroup(name)}`
  const first = locales[0] as Locale
  return members.slice(0, 1).map(({ at }) => at(first, { rule: 'translation-new', message, hint }))
}

function explain({ translation, agreed, changed }: Comparison, locales: readonly Locale[]): Diagnostic[] {
  if (changed.length === 0) return []
  const { address, field, texts, at } = translation
  const name = field === undefined ? 'The passage' : address
  const confirm = `${program} confirm ${address}`
  const first = locales[0] as Locale
  if (!agreed) {
    const message = `${name} has never been agreed to say the same in ${languageList(locales)}.`
    return [at(first, { rule: 'translation-new', message, hint: `Read them side by side, then agree: ${confirm}` })]
  }
  const differences = changed.map((locale) => difference(agreed[locale] ?? '', texts[locale] ?? '', locale))
  if (changed.length === locales.length) {
    const message = `${name} has changed in ${languageList(changed)}: ${differences.join(' / ')}.`
    return [at(first, { rule: 'translation-changed', message, hint: `Read them side by side, then agree: ${confirm}` })]
  }
  const stale = locales.filter((locale) => !changed.includes(locale))
  return stale.map((locale) => {
    const message = `${name} may be stale in ${languageList([locale])}: the ${languageList(changed)} has changed, ${differences.join(' / ')}.`
    const hint = `Change it too, or leave it if it still says the same; then agree: ${confirm}`
    return at(locale, { rule: 'translation-stale', message, hint })
  })
}

/** How far a run of words that did not change is shown, in characters. */
const context = 16

/** How much of a text is compared, in characters: what is longer is no text of a person. */
const maxLength = 10_000

/** The words that have changed, with a little of what stands around them. */
function difference(before: string, after: string, locale: Locale): string {
  const [old, now] = [before, after].map((text) => oneLine(text).slice(0, maxLength))
  const runs = compareWords(old ?? '', now ?? '', locale)
  return `“${formatWords(runs.map((run, index) => shorten(run, index === 0, index === runs.length - 1)))}”`
}

function shorten({ kind, text }: WordRun, isFirst: boolean, isLast: boolean): WordRun {
  if (kind !== 'same') return { kind, text }
  const before = isFirst ? '' : text.slice(0, context)
  const after = isLast ? '' : text.slice(-context)
  return { kind, text: text.length <= before.length + after.length ? text : `${before}…${after}` }
}
