import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lowerHtml } from './html.ts'
import type { CssProblem } from './lint.ts'
import { lower } from './lower.ts'

/** A file of a folder as a browser that prints it is to get it. */
export interface ServedFile {
  type: string
  text: string
  problems: CssProblem[]
}

/** Sheets as they were lowered before, by name and source: the documents of a run share them. */
const sheets = new Map<string, ServedFile>()

/** Gives out the style sheets of a folder lowered, those inside its HTML files too. */
export class ServedStyles {
  readonly #dir: string
  readonly #given = new Map<string, ServedFile>()

  constructor(dir: string) {
    this.#dir = dir
  }

  /**
   * @param path from the folder, with a slash before it.
   * @returns nothing for any other file, one that is missing, or one that is not written in UTF-8: it is served as it is.
   */
  async read(path: string): Promise<ServedFile | undefined> {
    const html = /\.x?html?$/i.test(path)
    if (!html && !/\.css$/i.test(path)) return undefined
    const source = await readText(join(this.#dir, path))
    if (source === undefined) return undefined
    const name = path.slice(1)
    const file = html ? fromHtml(source, name) : fromCss(source, name)
    this.#given.set(path, file)
    return file
  }

  /** A style sheet as it was given out. */
  sheet(path: string): string | undefined {
    const file = this.#given.get(path)
    return file?.type.startsWith('text/css') ? file.text : undefined
  }

  /** What is wrong with the styles of a file that was given out, as lines for people. */
  problems(path: string): string[] {
    const found = this.#given.get(path)?.problems ?? []
    return found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
  }
}

function fromHtml(source: string, name: string): ServedFile {
  const { html, problems } = lowerHtml(source, name)
  return { type: 'text/html;charset=utf-8', text: html, problems }
}

function fromCss(source: string, name: string): ServedFile {
  const key = `${name}\n${source}`
  const known = sheets.get(key)
  if (known) return known
  const { css, problems } = lower(source, name)
  const file = { type: 'text/css;charset=utf-8', text: css, problems }
  sheets.set(key, file)
  return file
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    return undefined
  }
}
