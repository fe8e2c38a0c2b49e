import { defineCommand } from 'citty'
import { compose } from '../compose.ts'
import { count } from '../count.ts'
import { readDataSet } from '../data-set.ts'
import { ContentError, formatDiagnostic } from '../diagnostics.ts'
import { compareSubjects, type Difference } from '../diff/compare.ts'
import { formatDifferences } from '../diff/format.ts'
import { withRevision } from '../diff/revision.ts'
import { subjectsOfContent, subjectsOfEdition } from '../diff/subjects.ts'
import { audience, dataFolder, loadContent } from '../load.ts'
import { type Locale, locales } from '../locale.ts'
import { printable } from '../report/printable.ts'
import { didYouMean } from '../suggest.ts'

/** What was compared, and how it differs. */
interface Comparison {
  before: string
  after: string
  differences: Difference[]
}

/**
 * Compares what two editions show, or the facts with those of a revision. Two words are editions, one is a revision,
 * whatever it is called. Exit codes as `diff` has them: 0 no difference, 1 differences, 2 it could not compare.
 */
export const diff = defineCommand({
  meta: {
    name: 'diglot-content diff',
    description: 'Compare two editions, or the facts with a revision of Git (exit code 1: they differ)',
  },
  args: {
    before: { type: 'positional', required: true, description: 'an edition; alone, a revision of Git like HEAD~3' },
    after: { type: 'positional', required: false, description: 'the other edition' },
    json: { type: 'boolean', description: 'for programs' },
  },
  async run({ args: { before, after, json } }) {
    const comparison = await (after ? compareEditions(before, after) : compareRevision(before))
    if (!comparison) return
    if (comparison.differences.length > 0) process.exitCode = 1
    const heading = `From ${comparison.before} to ${comparison.after}`
    if (json) console.log(JSON.stringify(comparison, null, 2))
    else console.log(`${printable(heading)}\n\n${formatDifferences(comparison.differences)}`)
  },
})

async function compareEditions(before: string, after: string): Promise<Comparison | undefined> {
  const content = await loadContent(dataFolder()).catch(refuse('The facts'))
  if (!content) return undefined
  const subjects = (id: string) => {
    const edition = content.editions.find((one) => one.id === id)
    if (edition) return (locale: Locale) => subjectsOfEdition(compose(content, edition, locale), locale)
    const ids = content.editions.map((one) => one.id)
    const more = audience() === 'public' ? ' A private one is there with DIGLOT_AUDIENCE=private.' : ''
    throw new Error(`There is no edition "${id}". ${didYouMean(id, ids)}${more} A revision is compared alone.`)
  }
  const differences = compareSubjects(content.locales, subjects(before), subjects(after))
  return { before: `edition ${before}`, after: `edition ${after}`, differences }
}

async function compareRevision(revision: string): Promise<Comparison | undefined> {
  const now = await readFacts(dataFolder()).catch(refuse('The facts'))
  if (!now) return undefined
  return withRevision(dataFolder(), revision, async (folder, commit) => {
    const old = await readFacts(folder).catch(refuse(`Revision ${revision}`))
    if (!old) return undefined
    const written = locales.filter((locale) => [old, now].some(({ content }) => content.locales.includes(locale)))
    const differences = compareSubjects(written, old.subjects, now.subjects)
    return { before: `revision ${revision} (${commit.slice(0, 7)})`, after: 'the files as they are', differences }
  }).catch((error: Error) => {
    const isEdition = now.content.editions.some(({ id }) => id === revision)
    throw isEdition ? new Error(`${error.message} It is an edition: name another one to compare it with.`) : error
  })
}

/** The facts of a folder, and the case studies as they are written. */
async function readFacts(folder: string) {
  const content = await loadContent(folder)
  const { caseStudies } = await readDataSet(folder, 'public')
  const subjects = (locale: Locale) => {
    const ofLocale = caseStudies.filter((study) => study.locale === locale)
    return subjectsOfContent(content, new Map(ofLocale.map(({ project, source }) => [project, source])), locale)
  }
  return { content, subjects }
}

/** Tells why facts cannot be compared. */
function refuse(name: string) {
  return (error: unknown): undefined => {
    if (!(error instanceof ContentError)) throw error
    const { diagnostics } = error
    const lines = diagnostics.map((diagnostic) => printable(formatDiagnostic(diagnostic)))
    console.error(
      `${lines.join('\n')}\n\n${printable(name)} cannot be compared: ${count(diagnostics.length, 'problem')}.`,
    )
    process.exitCode = 2
  }
}
