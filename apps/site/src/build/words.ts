import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Locale, locales } from '@diglot/content'
import { ContentError } from '@diglot/content/load'
import type { Plugin } from 'vite'
import { checkWords } from './check-words.ts'
import { placed } from './placed.ts'

const name = 'virtual:diglot/words'
const resolved = `\0${name}`
const site = new URL('../../', import.meta.url)

/** The file with the interface words of a language. */
const fileOf = (locale: Locale) => fileURLToPath(new URL(`src/locales/${locale}.json`, site))

/**
 * Gives the pages the interface words of every language as a module, `virtual:diglot/words`.
 *
 * A language that is added to the list of `@diglot/content` needs its file in `locales/` and nothing else. What is wrong
 * with a file ends a build, and shows in the overlay of the development server until it is mended.
 */
export function words(): Plugin {
  return {
    name: 'diglot:words',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined
      for (const locale of locales) this.addWatchFile(fileOf(locale))
      const sources = await readWords().catch((error) => {
        throw placed(error)
      })
      return `export const resources = {${Object.entries(sources).map(([locale, source]) => `"${locale}": { translation: ${source} }`)}}`
    },
  }
}

/**
 * The file of each language as it is written.
 *
 * @throws ContentError with everything that is wrong with them
 */
export async function readWords(): Promise<Partial<Record<Locale, string>>> {
  const read = locales.map(async (locale) => [locale, await readFile(fileOf(locale), 'utf8').catch(() => undefined)])
  const sources = Object.fromEntries(await Promise.all(read))
  const problems = checkWords(sources)
  if (problems.length > 0) throw new ContentError(problems, fileURLToPath(new URL('../../', site)))
  return sources
}
