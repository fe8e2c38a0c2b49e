import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'

const FOLDER = new URL('./fixtures/', import.meta.url)

/** The documents that once were not whole, cut down to what it took, by what they are. */
export async function fixtures(): Promise<[name: string, html: string][]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.html')).sort()
  return Promise.all(
    files.map(
      async (file) => [basename(file, '.html'), await readFile(new URL(file, FOLDER), 'utf8')] as [string, string],
    ),
  )
}
