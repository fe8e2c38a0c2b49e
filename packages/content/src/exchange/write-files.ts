import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { type Document, parseDocument } from 'yaml'
import { ContentError, type Diagnostic, type Finding } from '../diagnostics.ts'
import { readSource } from '../read-source.ts'
import { parseYamlFile, type YamlFile } from '../yaml-file.ts'
import type { DataFiles, Edit } from './join.ts'
import { isMapping } from './match.ts'

const topFiles = ['profile', 'tags', 'experience', 'background', 'editions', 'private'].map((name) => `${name}.yaml`)

/** What a data folder holds, valid or not: each file with its text and its places. */
export interface Folder {
  sources: ReadonlyMap<string, string>
  files: ReadonlyMap<string, YamlFile>
  data: DataFiles
}

/**
 * Reads the YAML files of a data folder as they are, for something to be joined to them.
 *
 * @throws ContentError where one of them is no YAML, or no mapping: it would have to be overwritten
 */
export async function readFolder(folder: string): Promise<Folder> {
  const sources = new Map<string, string>()
  const files = new Map<string, YamlFile>()
  const problems: Diagnostic[] = []
  const entries = await readdir(join(folder, 'projects'), { withFileTypes: true }).catch(() => [])
  const projects = entries.filter((entry) => !entry.isFile()).map((entry) => entry.name)
  for (const name of [...topFiles, ...projects.map((id) => `projects/${id}/project.yaml`)]) {
    const source = await readSource(folder, name)
    if (typeof source !== 'string') problems.push(source)
    if (typeof source !== 'string' || source === '') continue
    const file = parseYamlFile(name, source)
    problems.push(...file.problems)
    if (file.problems.length === 0 && file.value !== null && !isMapping(file.value)) {
      problems.push(file.at([], notJoinable))
    }
    sources.set(name, source)
    files.set(name, file)
  }
  if (problems.length > 0) throw new ContentError(problems, folder)
  const mappings = [...files].flatMap(([name, { value }]) => (isMapping(value) ? [[name, value] as const] : []))
  return { sources, files, data: Object.fromEntries(mappings) }
}

const notJoinable: Finding = {
  rule: 'wrong-type',
  message: 'The file is no mapping, and nothing can be joined to it.',
  hint: 'Write what it holds under its keys, or move it elsewhere.',
}

/** What a new file says of itself, above its facts. */
const heads: Record<string, string> = {
  'profile.yaml': ' Who it is. Names are plain where every language has the same; texts stand under their language.',
  'tags.yaml': ' The vocabulary of tags. Correct the kind where the importer guessed wrong: technology or topic.',
  'experience.yaml': ' Organizations, and the roles held there.',
  'background.yaml': ' Education, and whatever else stands beside the work.',
  'editions.yaml': ' What each printed edition holds. The key becomes its file name.',
  'private.yaml': ' For private paper only: keep this file out of Git, and off every server.',
}

/** Makes the edits in the files, each written beside its place and moved there. Comments and order stay. */
export async function writeEdits(folder: string, sources: Folder['sources'], edits: readonly Edit[]): Promise<void> {
  const texts = new Map<string, string>()
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const document = parseDocument(sources.get(file) ?? '', {
      schema: 'core',
      resolveKnownTags: false,
      stringKeys: true,
    })
    for (const edit of edits.filter((edit) => edit.file === file)) apply(document, edit)
    if (!sources.has(file)) document.commentBefore = heads[file] ?? null
    texts.set(file, document.toString({ lineWidth: 0 }))
  }
  if (texts.has('private.yaml')) await hideFromGit(folder, 'private.yaml')
  for (const [file, text] of texts) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFileAtomic(join(folder, file), text)
  }
}

/** Before the file is there: an interruption leaves nothing private that Git could see. */
async function hideFromGit(folder: string, name: string): Promise<void> {
  const source = await readSource(folder, '.gitignore')
  if (typeof source !== 'string') throw new ContentError([source], folder)
  if (source.split(/\r?\n/).includes(name)) return
  await mkdir(folder, { recursive: true })
  await writeFileAtomic(join(folder, '.gitignore'), `${source}${source && !source.endsWith('\n') ? '\n' : ''}${name}\n`)
}

function apply(document: Document, { path, value }: Edit) {
  if (path.length === 0) document.contents = document.createNode(value) as typeof document.contents
  else if (value === undefined) document.deleteIn(path)
  else document.setIn(path, document.createNode(value))
}
