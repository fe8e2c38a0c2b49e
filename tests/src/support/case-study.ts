import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Locale, plainText } from '@diglot/content'
import { dataFolder } from '@diglot/content/load'

/** One block of a case study's source. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'technique' | 'explainer'
  /** The words a reader gets; the code, line by line; the title of a technique. */
  text: string
  /** Rank of a heading. */
  level?: number
  /** The citations in it, in order. */
  refs: string[]
}

/** The source of a project's case study; `undefined` where there is none. */
export async function caseStudySource(project: string, locale: Locale): Promise<string | undefined> {
  const path = join(dataFolder(), 'projects', project, `${locale}.mdx`)
  return existsSync(path) ? readFile(path, 'utf8') : undefined
}

/**
 * Reads the few kinds of block that a case study is written in.
 *
 * @param references ids of the project's references, in order: a citation is printed as its number, `[1]`.
 */
export function readBlocks(source: string, references: readonly string[]): Block[] {
  const blocks: Block[] = []
  const add = (kind: Block['kind'], text: string, level?: number) => {
    const refs = [...text.matchAll(/<Ref id="([^"]+)" \/>/g)].map(([, id = '']) => id)
    const cited = text.replace(/<Ref id="([^"]+)" \/>/g, (_, id: string) => `[${references.indexOf(id) + 1}]`)
    const words = kind === 'code' ? text : plainText(cited)
    blocks.push({ kind, text: words, refs, ...(level !== undefined && { level }) })
  }
  let paragraph: string[] = []
  const flush = () => {
    if (paragraph.length > 0) add('paragraph', paragraph.join('\n'))
    paragraph = []
  }
  let code: string[] | undefined
  for (const line of source.split('\n')) {
    if (line.startsWith('```')) {
      if (code) add('code', code.join('\n'))
      else flush()
      code = code ? undefined : []
    } else if (code) code.push(line)
    else if (line.trim() === '' || line.startsWith('</Technique')) flush()
    else if (!readLine(line)) paragraph.push(line)
  }
  flush()
  return blocks

  /** A line that is a block of its own. */
  function readLine(line: string): boolean {
    const heading = /^(#+) (.+)$/.exec(line)
    const technique = /^<Technique title="([^"]+)">$/.exec(line)
    const item = /^(?:[-*]|\d+\.) (.+)$/.exec(line)
    const row = /^\|(.+)\|$/.exec(line)
    const explainer = /^<Explainer name="([^"]+)" \/>$/.exec(line)
    if (!heading && !technique && !item && !row && !explainer) return false
    flush()
    if (heading) add('heading', heading[2] ?? '', heading[1]?.length)
    if (technique) add('technique', technique[1] ?? '')
    if (item) add('item', item[1] ?? '')
    // Its words are the site's; that it is shown is for `explainer.test.ts` to say.
    if (explainer) add('explainer', '')
    if (row && !/^[\s|:-]+$/.test(row[1] ?? ''))
      add(
        'row',
        row[1]
          ?.split('|')
          .map((cell) => cell.trim())
          .join(' ') ?? '',
      )
    return true
  }
}
