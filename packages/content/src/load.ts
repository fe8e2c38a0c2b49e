import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { factChecks } from './check.ts'
import { type Content, type DeepReadonly, deepFreeze } from './content.ts'
import { problemsOf, readDataSet } from './data-set.ts'
import { ContentError } from './diagnostics.ts'
import { checkAgreement } from './parity/staleness.ts'
import { resolvePath } from './resolve-path.ts'
import { backgroundSchema, type Edition, type Project } from './schema.ts'
import { parseSelector } from './selector.ts'

export { ContentError, type Diagnostic, formatDiagnostic } from './diagnostics.ts'
export { type PrivateValue, type PrivateValues, privateValues } from './private/values.ts'

/** Who will read the output: `private` adds `private.yaml` and the owner's notes. */
export type Audience = 'public' | 'private'

/** Not in the tarball: the files hold drafts and notes, which are nobody else's. */
const ownData = fileURLToPath(new URL('../data', import.meta.url))

/**
 * The folder with the facts: `DIGLOT_DATA`, or the data set of this package; where it has none, the current folder.
 *
 * @example
 * dataFolder({ DIGLOT_DATA: '../me' }) // '/home/…/me'
 */
export function dataFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.DIGLOT_DATA) return resolvePath(env.DIGLOT_DATA)
  return existsSync(ownData) ? ownData : process.cwd()
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
 * @param options.agreed whether a text that has changed in one language since both were agreed is refused as well, as it is
 * in `content check`; what is published should be. While a text is being written it is not.
 * @throws ContentError with every problem of every file, each with its line and what to do
 * @example
 * const { projects } = await loadContent()
 * projects[0]?.name.en // 'Lambda Compute Platform'
 */
export async function loadContent(
  folder: string = dataFolder(),
  options: { audience?: Audience; agreed?: boolean } = {},
): Promise<DeepReadonly<Content>> {
  const reader = options.audience ?? audience()
  const data = await readDataSet(folder, reader)
  const checks = options.agreed ? [...factChecks, checkAgreement] : factChecks
  const problems = (await problemsOf(data, checks)).filter(({ severity }) => severity === 'error')
  const { profile, tags, experience, editions, projects } = data
  if (problems.length > 0 || !profile) throw new ContentError(problems, folder)

  const drafts = projects.filter((project) => project.data.draft).map(({ id }) => id)
  const content: Content = {
    locales: data.locales,
    profile: profile.data,
    tags: Object.entries(tags?.data ?? {}).map(([id, tag]) => ({ id, ...tag })),
    organizations: experience?.data.organizations ?? [],
    roles: experience?.data.roles ?? [],
    projects: projects
      .filter(({ id }) => !drafts.includes(id))
      .map(({ id, data: project }) => ({
        id,
        ...project,
        caseStudy: data.caseStudies.some(({ project }) => project === id),
      }))
      .sort(byKindAndOrder),
    background: data.background?.data ?? backgroundSchema.parse({}),
    editions: Object.entries(editions?.data ?? {})
      .filter(([, edition]) => reader === 'private' || edition.audience === 'public')
      .map(([id, edition]) => ({ id, ...withoutDrafts(edition, drafts) })),
    ...(data.private && { private: data.private.data }),
  }
  return deepFreeze(reader === 'private' ? content : withoutNotes(content))
}

function byKindAndOrder(a: Project, b: Project): number {
  const kind = Number(a.kind === 'open-source') - Number(b.kind === 'open-source')
  return kind || a.order - b.order || (a.id < b.id ? -1 : 1)
}

/** What an edition selects, apart from drafts: one is shown nowhere, not even by its id. */
function withoutDrafts<T extends Partial<Pick<Edition, 'include' | 'exclude' | 'locales'>>>(
  edition: T,
  drafts: string[],
): T {
  const isShown = (selector: string) => !drafts.includes(parseSelector(selector).entry)
  const { include, exclude, locales: differences = {} } = edition
  const settings = Object.entries(differences).map(([locale, some]) => [locale, some && withoutDrafts(some, drafts)])
  return {
    ...edition,
    ...(include && { include: include.filter(isShown) }),
    ...(exclude && { exclude: exclude.filter(isShown) }),
    ...(edition.locales && { locales: Object.fromEntries(settings) }),
  }
}

/** Notes are remarks of the owner to himself: the public never gets them, not even as data. */
function withoutNotes<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNotes) as T
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'note')
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutNotes(child)])) as T
}
