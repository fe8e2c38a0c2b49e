import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Locale, locales } from '@diglot/content'
import { type Document, parseDocument } from './html.ts'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The built output: `apps/site/dist`, or the folder that `DIGLOT_DIST` names, to try the tests on another build. */
export const dist = resolve(process.env.DIGLOT_DIST || join(root, 'apps/site/dist'))

/** One built HTML file. */
export interface Page {
  /** Path in the output, with forward slashes: `zh/projects/bfs/index.html`. */
  file: string
  /** Path below the site's base: `zh/projects/bfs/`. */
  path: string
  source: string
  document: Document
  /** The language that the page belongs to; none for the cover and the 404 page. */
  locale: Locale | undefined
  /** Whether it is a document to be printed. */
  print: boolean
}

/**
 * Every file of the output, relative, with forward slashes.
 *
 * @throws Error that says what to run where nothing has been built.
 */
export async function distFiles(): Promise<string[]> {
  requireBuilt('index.html')
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort()
}

/** One file of the output as text. */
export async function readDist(file: string, folder = dist): Promise<string> {
  requireBuilt(file, folder)
  return readFile(join(folder, file), 'utf8')
}

/** One file of the output as bytes. */
export async function readDistBytes(file: string): Promise<Uint8Array> {
  requireBuilt(file)
  return new Uint8Array(await readFile(join(dist, file)))
}

/** Every HTML file of the output, parsed. */
export async function readPages(): Promise<Page[]> {
  const files = (await distFiles()).filter((file) => file.endsWith('.html'))
  return Promise.all(
    files.map(async (file) => {
      const source = await readDist(file)
      return {
        file,
        path: file.replace(/index\.html$/, ''),
        source,
        document: parseDocument(source),
        locale: locales.find((locale) => file.startsWith(`${locale}/`)),
        print: file.split('/').includes('print'),
      }
    }),
  )
}

function requireBuilt(file: string, folder = dist): void {
  if (existsSync(join(folder, file))) return
  throw new Error(`${join(folder, file)} is missing. Run \`pnpm build\` first.`)
}
