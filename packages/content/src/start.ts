import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A small, complete data set of nobody in particular, whose comments teach. */
const starter = fileURLToPath(new URL('../starter', import.meta.url))

const schemas = fileURLToPath(new URL('../schema', import.meta.url))

/** npm leaves a `.gitignore` out of what it publishes, or obeys it; so it has another name until it is in its place. */
const renamed: Record<string, string> = { gitignore: '.gitignore' }

/**
 * Makes a data set to start from. It is written aside and moved into its place, `profile.yaml` last: without it, no program
 * takes the folder for a data set, so an interruption leaves nothing that looks whole.
 *
 * @param folder where the data set will be; a new folder, or an empty one
 * @throws Error where the folder holds something, which is left as it is, or cannot be written
 * @example
 * await startDataSet('../me')
 */
export async function startDataSet(folder: string): Promise<void> {
  await refuseFilled(folder)
  await mkdir(folder, { recursive: true })
  const draft = await mkdtemp(join(folder, '.new-'))
  try {
    await cp(starter, draft, { recursive: true })
    await nameSchemas(draft, folder)
    const names = (await readdir(draft)).sort((a, b) => Number(a === 'profile.yaml') - Number(b === 'profile.yaml'))
    for (const name of names) await rename(join(draft, name), join(folder, renamed[name] ?? name))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Has editors complete and explain each file, wherever it will be: they look for its schema from there. */
async function nameSchemas(draft: string, folder: string): Promise<void> {
  for (const name of await readdir(draft, { recursive: true })) {
    const schema = join(schemas, `${basename(name).split('.')[0]}.json`)
    if (!name.endsWith('.yaml') || !existsSync(schema)) continue
    const way = relative(dirname(join(folder, name)), schema).replaceAll('\\', '/')
    const source = await readFile(join(draft, name), 'utf8')
    await writeFile(join(draft, name), `# yaml-language-server: $schema=${way}\n${source}`)
  }
}

async function refuseFilled(folder: string): Promise<void> {
  const found = await readdir(folder).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') return []
    throw new Error(`${folder} cannot be used (${code}). Name a folder that is new or empty.`)
  })
  const [first] = found.sort()
  if (first) throw new Error(`${folder} is not empty: it holds ${first}. Name a folder that is new or empty.`)
}
