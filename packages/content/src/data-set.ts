import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { type Diagnostic, diagnosticAt, inOrder, limited } from './diagnostics.ts'
import { type Locale, locales } from './locale.ts'
import { presentMonth, type YearMonth } from './period.ts'
import { readSource } from './read-source.ts'
import { readYaml } from './read-yaml.ts'
import {
  backgroundSchema,
  editionsSchema,
  experienceSchema,
  glossarySchema,
  privateSchema,
  profileSchema,
  projectSchema,
  tagsSchema,
} from './schema.ts'
import type { YamlFile } from './yaml-file.ts'

/** A file and what its schema made of it. */
interface Valid<Schema extends z.ZodType> {
  file: YamlFile
  data: z.output<Schema>
}

/** The case study of a project in one language, as it is written. */
export interface CaseStudy {
  project: string
  locale: Locale
  /** Path relative to the data folder: `projects/bfs/en.mdx`. */
  name: string
  source: string
}

/** Everything that was read from a data folder, for checks to look at. */
export interface DataSet {
  folder: string
  /** The languages that the facts are written in: `locales` of `profile.yaml`, or all. */
  locales: [Locale, ...Locale[]]
  /** Every YAML file that could be read, valid or not. What follows holds only the valid ones. */
  files: YamlFile[]
  profile?: Valid<typeof profileSchema> | undefined
  tags?: Valid<typeof tagsSchema> | undefined
  experience?: Valid<typeof experienceSchema> | undefined
  background?: Valid<typeof backgroundSchema> | undefined
  editions?: Valid<typeof editionsSchema> | undefined
  glossary?: Valid<typeof glossarySchema> | undefined
  /** Only read for the private audience. */
  private?: Valid<typeof privateSchema> | undefined
  projects: (Valid<typeof projectSchema> & { id: string })[]
  /** The name of every project folder, whether its file is valid or not. */
  projectIds: readonly string[]
  caseStudies: CaseStudy[]
  /** The month in which it is looked at; see {@link presentMonth}. */
  present: YearMonth
  /** What is wrong with each file by itself. */
  problems: Diagnostic[]
}

/** A rule, or a family of rules, that looks at all facts at once. */
export type Check = (data: DataSet) => Diagnostic[] | Promise<Diagnostic[]>

/** What is wrong with the files by themselves, and what `checks` find. */
export async function problemsOf(data: DataSet, checks: readonly Check[]): Promise<Diagnostic[]> {
  const found = await Promise.all(checks.map((check) => check(data)))
  return limited(inOrder([...data.problems, ...found.flat()]))
}

/** Reads all files of a data folder and validates each by itself. What is wrong is in `problems`. */
export async function readDataSet(
  folder: string,
  audience: 'public' | 'private',
  present = presentMonth(),
): Promise<DataSet> {
  const problems: Diagnostic[] = []
  const files: YamlFile[] = []
  const caseStudies: CaseStudy[] = []
  const ifMissing = `Add it to ${folder}, or name another folder with DIGLOT_DATA.`
  let written: DataSet['locales'] = [...locales]
  const profile = await read('profile.yaml', profileSchema, ifMissing)
  const tags = await read('tags.yaml', tagsSchema)
  const experience = await read('experience.yaml', experienceSchema)
  const background = await read('background.yaml', backgroundSchema)
  const editions = await read('editions.yaml', editionsSchema)
  const glossary = await read('glossary.yaml', glossarySchema)
  const secrets = audience === 'private' ? await read('private.yaml', privateSchema) : undefined
  const projectIds = await listProjects()
  const projects: DataSet['projects'] = []
  for (const id of projectIds) {
    const project = await read(`projects/${id}/project.yaml`, projectSchema, 'Add it, or remove its folder.')
    if (project) projects.push({ id, ...project })
    await readCaseStudy(id)
  }
  return {
    ...{ folder, locales: written, files, profile, tags, experience, background, editions, glossary, private: secrets },
    ...{ projects, projectIds, caseStudies, present, problems },
  }

  /** Reads and validates one file. A file with `ifMissing` has to be there: the sentence says what to do about it. */
  async function read<T extends z.ZodType>(name: string, schema: T, ifMissing?: string) {
    const source = await readSource(folder, name, ifMissing)
    if (typeof source !== 'string') {
      problems.push(source)
      return undefined
    }
    const { file, locales, data, problems: own } = readYaml(folder, { name, source }, schema, written)
    written = locales
    files.push(file)
    problems.push(...own)
    return data === undefined ? undefined : { file, data }
  }

  async function listProjects(): Promise<string[]> {
    const entries = await readdir(join(folder, 'projects'), { withFileTypes: true }).catch(reportUnreadable)
    const folders = entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
    return folders.map(({ name }) => name).sort()
  }

  function reportUnreadable({ code }: NodeJS.ErrnoException): never[] {
    const message = `The folder cannot be read (${code}).`
    const hint = 'Make it a folder that you may read.'
    const place = { file: 'projects', line: 1, column: 1 }
    if (code !== 'ENOENT') problems.push(diagnosticAt(place, { rule: 'file-unreadable', message, hint }))
    return []
  }

  /** A case study is written in every language or in none. */
  async function readCaseStudy(project: string) {
    const absent: Diagnostic[] = []
    const found: CaseStudy[] = []
    for (const locale of written) {
      const name = `projects/${project}/${locale}.mdx`
      const source = await readSource(folder, name, 'Write it.')
      if (typeof source === 'string') found.push({ project, locale, name, source })
      else if (source.rule === 'file-missing') absent.push(source)
      else problems.push(source)
    }
    caseStudies.push(...found)
    if (found.length === 0) return
    const hint = `Write it, or remove ${found.map(({ locale }) => `${locale}.mdx`).join(', ')}.`
    const message = 'The case study is missing in this language.'
    for (const place of absent) problems.push(diagnosticAt(place, { rule: 'case-study-missing', message, hint }))
  }
}
