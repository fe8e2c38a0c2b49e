import { basename, dirname } from 'node:path'
import { ContentError, type Diagnostic, diagnosticAt, type Finding } from '../diagnostics.ts'
import type { Locale } from '../locale.ts'
import { readSource } from '../read-source.ts'
import { parseYamlFile, type YamlFile } from '../yaml-file.ts'
import { toDataFiles } from './data-files.ts'
import { fromJsonResume } from './from-json-resume.ts'
import { fromRenderCv } from './from-rendercv.ts'
import { fromYamlResume } from './from-yamlresume.ts'
import { type Conflict, type Join, joinFiles } from './join.ts'
import { Reader } from './reader.ts'
import { type Format, recogniseFormat, recogniseLocale } from './recognise.ts'
import { type Remark, shorten } from './report.ts'
import type { Resume } from './resume.ts'
import { type Folder, readFolder, writeEdits } from './write-files.ts'

/** What an import did, for a report. */
export interface Import extends Join {
  source: YamlFile
  format: Format
  locale: Locale
  /** Why the résumé is taken for one in this language. */
  why: string
  notes: Remark[]
  /** The folder as it was. */
  before: Folder
}

const readers: Record<Format, (reader: Reader, locale: Locale) => Resume> = {
  'JSON Resume': fromJsonResume,
  YAMLResume: fromYamlResume,
  RenderCV: fromRenderCv,
}

/**
 * Reads a résumé of another format into a data folder. What is there is joined, never overwritten.
 *
 * @param path the résumé: JSON Resume, YAMLResume or RenderCV, recognised by what it holds
 * @param folder the data folder; it is made where there is none
 * @param given the language of the résumé, where it is not to be recognised
 * @throws ContentError where the résumé cannot be read, or belongs to somebody else; nothing is written then
 */
export async function importResume(path: string, folder: string, given?: Locale): Promise<Import> {
  const name = basename(path)
  const refuse = (...problems: Diagnostic[]) => new ContentError(problems, dirname(path))
  const source = await readSource(dirname(path), name, 'Name a file that is there.')
  if (typeof source !== 'string') throw refuse(source.rule === 'encoding' ? { ...source, ...noText } : source)
  if (source.startsWith('%PDF-')) throw refuse(diagnosticAt({ file: name, line: 1, column: 1 }, noText))
  const file = parseYamlFile(name, source)
  if (file.problems.length > 0) throw refuse(...file.problems)
  const format = recogniseFormat(file.value)
  if (!format) throw refuse(file.at([], unknownFormat))

  const { locale, why } = given ? { locale: given, why: asSaid(given, file.value) } : recogniseLocale(file.value)
  const reader = new Reader(file.value)
  const resume = readers[format](reader, locale)
  if (!resume.name) throw refuse(file.at([], nobody))

  const before = await readFolder(folder)
  const join = joinFiles(before.data, toDataFiles(resume, locale), locale)
  const other = join.conflicts.find(({ file, path }) => file === 'profile.yaml' && path[0] === 'name')
  if (other) throw refuse(file.at([], somebodyElse(other, folder)))
  await writeEdits(folder, before.sources, join.edits)
  return { ...join, source: file, format, locale, why, notes: reader.rest(), before }
}

const noText: Finding = {
  rule: 'unknown-format',
  message: 'This is no file of text in UTF-8: a PDF, a picture or a document of Word cannot be read.',
  hint: 'Use JSON Resume, YAMLResume or RenderCV.',
}

/** Who forgets that the option is still in the line would write one language into the place of the other. */
function asSaid(given: Locale, value: unknown): string {
  const { locale, why } = recogniseLocale(value)
  return locale === given ? 'as you said' : `as you said, but ${why}; was --lang ${locale} meant?`
}

const unknownFormat: Finding = {
  rule: 'unknown-format',
  message: 'This is no résumé in a format that is known.',
  hint: 'Use JSON Resume, YAMLResume or RenderCV.',
}

const nobody: Finding = { rule: 'name-missing', message: 'The résumé names nobody.', hint: 'Add the name.' }

function somebodyElse({ kept, refused }: Conflict, folder: string): Finding {
  const message = `The résumé is “${shorten(refused)}”’s, and the facts in ${folder} are “${shorten(kept)}”’s.`
  return { rule: 'other-person', message, hint: 'Import it into another folder with --into.' }
}
