/**
 * A language that nobody speaks, made from English by a rule: accents on every letter, every vowel twice, which makes words a
 * third longer, and brackets around it. A reader still understands it, and a program sees what is in another language.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isScalar, parseDocument, visit } from 'yaml'

/** As it would stand in the list of languages. CLDR keeps the tag for such languages. */
export const PSEUDO = { key: 'en-xa', tag: 'en-XA', name: '⟦Éñĝļîšĥ⟧', short: 'XA', script: 'Latin' } as const

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'áƀçďéƒĝĥîĵķļḿñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'

/** Blanks to fill in, code, tags and addresses are no words. */
const KEPT = /\{\{[^}]*\}\}|\{[^}]*\}|`[^`]*`|<[^>]*>|\]\([^)]*\)|https?:\S+|[^\s]+@\S+/g

/**
 * A text in the language.
 *
 * @example
 * pseudo('Skip to {{place}}') // '⟦Šķîîþ ţöö {{place}}⟧'
 */
export function pseudo(text: string): string {
  const pieces = text.split(KEPT)
  const kept = text.match(KEPT) ?? []
  return `⟦${pieces.map((piece, index) => accentedIn(piece) + (kept[index] ?? '')).join('')}⟧`
}

function accentedIn(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const other = accented[plain.indexOf(letter)] ?? letter
    return /[aeiou]/i.test(letter) ? other + other.toLowerCase() : other
  })
}

/** Every text of a JSON value in the language. */
export function pseudoWords(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value)
  return Object.fromEntries(Object.entries(value as object).map(([key, child]) => [key, pseudoWords(child)]))
}

/** Writes the language into a data set: beside every English text, and a case study beside every English one. */
export async function writePseudoFacts(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    const path = join(folder, file)
    if (/\.yaml$/.test(file) && !/(glossary|lock)\.yaml$/.test(file)) {
      await writeFile(path, withPseudo(await readFile(path, 'utf8')))
    }
    if (/[\\/]en\.mdx$/.test(file)) {
      // Code blocks are nobody's language.
      const parts = (await readFile(path, 'utf8')).split(/^(```[\s\S]*?^```)$/m)
      const study = parts.map((part, index) => (index % 2 ? part : part.split('\n').map(pseudoLine).join('\n')))
      await writeFile(path.replace(/en\.mdx$/, `${PSEUDO.key}.mdx`), study.join(''))
    }
  }
}

function withPseudo(source: string): string {
  const document = parseDocument(source)
  visit(document, {
    Map(_, map) {
      const english = map.items.find(({ key, value }) => isScalar(key) && key.value === 'en' && isScalar(value))
      if (english && isScalar(english.value)) map.set(PSEUDO.key, pseudo(String(english.value.value)))
    },
  })
  return document.toString({ lineWidth: 0 })
}

/** What is a mark of Markdown at the beginning stays there. */
function pseudoLine(line: string): string {
  const [, mark = '', text = ''] = /^([#>\s|*-]*(?:\d+\.\s)?)(.*)$/.exec(line) ?? []
  return /\p{L}/u.test(text.replaceAll(KEPT, '')) ? `${mark}${text.includes('|') ? text : pseudo(text)}` : line
}
