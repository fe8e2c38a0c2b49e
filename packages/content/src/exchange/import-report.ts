import { resolve } from 'node:path'
import { factChecks } from '../check.ts'
import { count } from '../count.ts'
import { problemsOf, readDataSet } from '../data-set.ts'
import { languageName } from '../parity/language-names.ts'
import { program } from '../program.ts'
import { printable } from '../report/printable.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { Import } from './import-resume.ts'
import { formatPath, shorten } from './report.ts'

/** What an import did, for whoever started it: what was written, what was joined by what, and each value that is not as it was. */
export async function formatImport(done: Import, folder: string): Promise<string> {
  const { source, format, locale, why } = done
  const head = printable(`${source.name} is a ${format} in ${languageName(locale)} (${why}).`)
  const sections = [written(done, folder), joined(done), conflicts(done), notes(done, 'lost'), notes(done, 'changed')]
  return [head, ...sections.filter(Boolean), await state(folder)].join('\n\n')
}

function written({ edits, before }: Import, folder: string): string {
  if (edits.length === 0) return 'Nothing was written: the facts have all of it already.'
  const files = [...new Set(edits.map(({ file }) => file))]
  const lines = files.map((file) => {
    const changes = edits.filter((edit) => edit.file === file)
    if (!before.sources.has(file)) return `  ${file} is new`
    return [
      `  ${file}: ${count(changes.length, 'change')}`,
      ...changes.map(({ path }) => `    ${formatPath(path)}`),
    ].join('\n')
  })
  return [`Written into ${folder}:`, ...lines].join('\n')
}

function joined({ joined }: Import): string {
  if (joined.length === 0) return ''
  const lines = joined.map(({ file, path, by }) => `  ${[file, formatPath(path)].filter(Boolean).join(' ')} by ${by}`)
  return ['Found in the facts, and joined:', ...lines].join('\n')
}

function conflicts({ conflicts, before }: Import): string {
  if (conflicts.length === 0) return ''
  const lines = conflicts.map(({ file, path, kept, refused }) => {
    const place = before.files.get(file)?.at(path, { rule: 'conflict', message: '', hint: '' })
    return `  ${place?.file}:${place?.line}:${place?.column} ${formatPath(path)} is ${quote(kept)}; the résumé says ${quote(refused)}.`
  })
  return ['Two values for one fact. What was there stays; change it by hand where the résumé is right:', ...lines].join(
    '\n',
  )
}

function notes({ notes, source }: Import, kind: 'lost' | 'changed'): string {
  const found = notes.filter((note) => note.kind === kind)
  if (found.length === 0) return kind === 'lost' ? 'Every value of the résumé found a place.' : ''
  const lines = found.map(({ path, value, reason }) => ({ place: placeOf(source, path), path, value, reason }))
  lines.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  const head = kind === 'lost' ? `Found no place (${found.length}):` : `Changed (${found.length}):`
  return [
    head,
    ...lines.map(
      ({ place, path, value, reason }) =>
        `  ${source.name}:${place.line}:${place.column} ${formatPath(path)} ${quote(value)} ${reason}`,
    ),
  ].join('\n')
}

async function state(folder: string): Promise<string> {
  const data = await readDataSet(resolve(folder), 'private')
  const problems = await problemsOf(data, factChecks)
  if (problems.length === 0)
    return `The facts are whole. Build the site from them with DIGLOT_DATA=${folder}; see what could be written better with ${program} check ${folder}`
  const missing = `${count(problems.length, 'problem')}, most often a text whose translation is missing`
  return `The facts are not whole yet: ${missing}. See them with ${program} check ${folder}`
}

const placeOf = (file: YamlFile, path: Parameters<YamlFile['at']>[0]) =>
  file.at(path, { rule: 'import', message: '', hint: '' })

const quote = (value: unknown) => JSON.stringify(shorten(value))
