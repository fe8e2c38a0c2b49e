import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { checkReferences, type ValidatedFiles } from './check.ts'
import { type Content, type DeepReadonly, deepFreeze } from './content.ts'
import { ContentError, type Diagnostic } from './diagnostics.ts'
import { type Locale, locales } from './locale.ts'
import { readSource } from './read-source.ts'
import {
  editionsSchema,
  experienceSchema,
  type Project,
  privateSchema,
  profileSchema,
  projectSchema,
  tagsSchema,
} from './schema.ts'
import { validate } from './validate.ts'
import { parseYamlFile } from './yaml-file.ts'

export { ContentError, type Diagnostic, formatDiagnostic } from './diagnostics.ts'

/** Who will read the output: `private` adds `private.yaml` and the owner's notes. */
export type Audience = 'public' | 'private'

/**
 * The folder with the facts: `DIGLOT_DATA`, or the data set of this package.
 *
 * @example
 * dataFolder({ DIGLOT_DATA: '../me' }) // '/home/…/me'
 */
export function dataFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.DIGLOT_DATA ? resolve(env.DIGLOT_DATA) : fileURLToPath(new URL('../data', import.meta.url))
}

/**
 * The audience that `DIGLOT_AUDIENCE` names; `public` where it names none.
 *
 * @throws Error where it names something else: a typing mistake must not decide what is published.
 * @example
 * audience({ DIGLOT_AUDIENCE: 'private' }) // 'private'
 */
export function audience(env: Readonly<Record<string, string | undefined>> = process.env): Audience {
  const value = env.DIGLOT_AUDIENCE || 'public'
  if (value === 'public' || value === 'private') return value
  throw new Error(`DIGLOT_AUDIENCE is "${value}". Use public or private.`)
}

/**
 * Reads, validates and freezes all facts of a data folder.
 *
 * @param folder where `profile.yaml` is; see {@link dataFolder}
 * @param options.audience what may be read; see {@link audience}
 * @throws ContentError with every problem of every file, each with its line and what to do
 * @example
 * const { projects } = await loadContent()
 * projects[0]?.name.en // 'Lambda Compute Platform'
 */
export async function loadContent(
  folder: string = dataFolder(),
  options: { audience?: Audience } = {},
): Promise<DeepReadonly<Content>> {
  const problems: Diagnostic[] = []
  const isPrivate = (options.audience ?? audience()) === 'private'

  const profile = await read(
    'profile.yaml',
    profileSchema,
    `Add it to ${folder}, or name another folder with DIGLOT_DATA.`,
  )
  const tags = await read('tags.yaml', tagsSchema)
  const experience = await read('experience.yaml', experienceSchema)
  const editions = await read('editions.yaml', editionsSchema)
  const secrets = isPrivate ? await read('private.yaml', privateSchema) : undefined
  const projectIds = await listProjects()
  const projects = await readProjects()

  problems.push(...checkReferences({ profile, tags, experience, editions, projects, projectIds }))
  if (problems.length > 0 || !profile) throw new ContentError(problems)

  const drafts = projects.filter(({ data }) => data.draft).map(({ id }) => id)
  const content: Content = {
    profile: profile.data,
    tags: Object.entries(tags?.data ?? {}).map(([id, tag]) => ({ id, ...tag })),
    organizations: experience?.data.organizations ?? [],
    roles: experience?.data.roles ?? [],
    projects: projects
      .filter(({ id }) => !drafts.includes(id))
      .map(({ id, data }) => ({ id, ...data, caseStudy: caseStudyLocales(id).length > 0 }))
      .sort(byKindAndOrder),
    editions: Object.entries(editions?.data ?? {}).map(([id, { projects, ...edition }]) => ({
      id,
      ...edition,
      ...(projects && { projects: projects.filter((project) => !drafts.includes(project)) }),
    })),
    ...(secrets && { private: secrets.data }),
  }
  return deepFreeze(isPrivate ? content : withoutNotes(content))

  /** Reads and validates one file. A file with `ifMissing` has to be there: the sentence says what to do about it. */
  async function read<T extends z.ZodType>(name: string, schema: T, ifMissing?: string) {
    const source = await readSource(folder, name, ifMissing)
    if (typeof source !== 'string') {
      problems.push(source)
      return undefined
    }
    const file = parseYamlFile(name, source)
    const data = validate(file, schema, problems)
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
    if (code !== 'ENOENT') problems.push({ file: 'projects', line: 1, column: 1, message, hint })
    return []
  }

  async function readProjects() {
    const found: ValidatedFiles['projects'] = []
    for (const id of projectIds) {
      const project = await read(`projects/${id}/project.yaml`, projectSchema, 'Add it, or remove its folder.')
      if (project) found.push({ id, ...project })
      checkCaseStudy(id)
    }
    return found
  }

  /** A case study is written in every language or in none. */
  function checkCaseStudy(id: string) {
    const written = caseStudyLocales(id)
    if (written.length === 0) return
    for (const locale of locales.filter((locale) => !written.includes(locale))) {
      const file = `projects/${id}/${locale}.mdx`
      const hint = `Write it, or remove ${written.map((other) => `${other}.mdx`).join(', ')}.`
      problems.push({ file, line: 1, column: 1, message: 'The case study is missing in this language.', hint })
    }
  }

  function caseStudyLocales(id: string): Locale[] {
    return locales.filter((locale) => existsSync(join(folder, 'projects', id, `${locale}.mdx`)))
  }
}

function byKindAndOrder(a: Project, b: Project): number {
  const kind = Number(a.kind === 'open-source') - Number(b.kind === 'open-source')
  return kind || a.order - b.order || (a.id < b.id ? -1 : 1)
}

/** Notes are remarks of the owner to himself: the public never gets them, not even as data. */
function withoutNotes<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNotes) as T
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'note')
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutNotes(child)])) as T
}
