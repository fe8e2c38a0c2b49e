import { parseCaseStudy } from '../case-study.ts'
import type { DataSet } from '../data-set.ts'
import { type Diagnostic, diagnosticAt, type Finding } from '../diagnostics.ts'
import type { Locale } from '../locale.ts'
import { placesIn } from '../source-place.ts'
import type { DataPath, YamlFile } from '../yaml-file.ts'
import { type Block, blocksOf } from './blocks.ts'
import { compareShapes, type WrittenStudy } from './shape.ts'

/** What one text, or one passage of a case study, says in each language. */
export interface Translation {
  /** The file that holds it; all languages of a case study together are `projects/bfs/*.mdx`. */
  group: string
  /** The way to it, by ids: `highlights.go-sdk.text`. A passage of a case study has none. */
  field?: string
  /** How it is called in messages and on the command line: `bfs.highlights.go-sdk.text`, `projects/bfs/en.mdx:31`. */
  address: string
  texts: Readonly<Record<string, string>>
  /** Says something of the text in one language, at its place. */
  at(locale: Locale, finding: Finding): Diagnostic
}

/** A case study in all languages, block by block. */
export interface StudyTranslations {
  project: string
  group: string
  /** Where the languages are built differently, so that they cannot be compared. */
  problems: Diagnostic[]
  /** Each block with its counterparts; empty where the shapes differ. */
  rows: { blocks: Record<string, Block>; translation: Translation }[]
}

/** Files whose texts are for private paper, or for no paper. */
const unshown = ['private.yaml', 'glossary.yaml']

/** Every text that the YAML files hold in several languages. */
export function textTranslations({ files, locales }: DataSet): Translation[] {
  if (locales.length < 2) return []
  return files.filter(({ name }) => !unshown.includes(name)).flatMap((file) => translationsOf(file, locales))
}

/** Every text there is to agree: those of the YAML files, and the passages of the case studies. */
export function allTranslations(data: DataSet, studies: readonly StudyTranslations[]): Translation[] {
  const passages = studies.flatMap(({ rows }) => rows.map(({ translation }) => translation))
  const spoken = passages.filter(({ texts }) => Object.values(texts).every((text) => text !== ''))
  return [...textTranslations(data), ...spoken]
}

/** The texts of one file. A name that is the same in every language, and so is written once, is none of them. */
function translationsOf(file: YamlFile, locales: readonly Locale[]): Translation[] {
  const found: Translation[] = []
  visit(file.value, [], [])
  return found

  function visit(value: unknown, path: DataPath, ids: string[]) {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index], [...ids, idOf(item) ?? `${index}`])
    } else if (isText(value)) {
      const at = (locale: Locale, finding: Finding) => file.at([...path, locale], finding)
      const field = ids.join('.')
      found.push({ group: file.name, field, address: entryOf(file.name, ids), texts: value, at })
    } else {
      for (const [key, child] of Object.entries(value)) visit(child, [...path, key], [...ids, key])
    }
  }

  function isText(value: object): value is Record<Locale, string> {
    const texts = value as Record<string, unknown>
    return locales.every((locale) => typeof texts[locale] === 'string' && `${texts[locale]}`.trim() !== '')
  }
}

/** The case studies, each with its blocks side by side. */
export function studyTranslations({ caseStudies, locales, projectIds }: DataSet): StudyTranslations[] {
  return projectIds.flatMap((project) => {
    const studies = caseStudies.filter((study) => study.project === project)
    if (studies.length < 2 || studies.length < locales.length) return []
    const group = `projects/${project}/*.mdx`
    const written = studies.flatMap((study) => {
      const tree = parseCaseStudy(study)
      if (!('children' in tree)) return []
      const placeAt = placesIn(study.name, study.source)
      const at = (offset: number, finding: Finding) => diagnosticAt(placeAt(offset), finding)
      return [{ ...study, blocks: blocksOf(tree, study.source), at }]
    })
    // Mistakes in the MDX are told by another check.
    if (written.length < studies.length) return []
    const problems = compareShapes(written)
    const [first] = written
    if (problems.length > 0 || !first) return [{ project, group, problems, rows: [] }]
    const rows = first.blocks.map((_, index) => rowOf(written, group, index))
    return [{ project, group, problems, rows }]
  })
}

function rowOf(written: WrittenStudy[], group: string, index: number): StudyTranslations['rows'][number] {
  const blocks = Object.fromEntries(written.map((study) => [study.locale, study.blocks[index] as Block]))
  const at = (locale: Locale, finding: Finding) => {
    const study = written.find((other) => other.locale === locale) as WrittenStudy
    return study.at(blocks[locale]?.offset ?? 0, finding)
  }
  const texts = Object.fromEntries(Object.entries(blocks).map(([locale, { text }]) => [locale, text]))
  const last = written.at(-1) as WrittenStudy
  const { file, line } = at(last.locale, { rule: '', message: '', hint: '' })
  return { blocks, translation: { group, address: `${file}:${line}`, texts, at } }
}

function idOf(item: unknown): string | undefined {
  const id = typeof item === 'object' && item !== null ? Reflect.get(item, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}

/** The short name of a text: projects and roles are known by their ids, everything else by its file. */
function entryOf(file: string, ids: string[]): string {
  const project = /^projects\/([^/]+)\//.exec(file)?.[1]
  if (project) return [project, ...ids].join('.')
  if (file === 'experience.yaml' && ids[0] === 'roles') return ids.slice(1).join('.')
  return [file.replace(/\.yaml$/, ''), ...ids].join('.')
}
