/** The facts as collections of an Astro site, typed by the schemas, checked by their loader, and live while they are edited. */
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ContentError } from '../diagnostics.ts'
import { dataFolder, loadContent } from '../load.ts'
import { didYouMean } from '../suggest.ts'
import { type Collections, collectionsOf } from './collections.ts'

export type { Collections } from './collections.ts'

/** As much of Astro's loader context (Astro 6 and 7) as is used here. No Astro is needed to read facts. */
interface LoaderContext {
  store: { clear(): void; set(entry: { id: string; data: Record<string, unknown> }): unknown }
  logger: { error(message: string): void; info(message: string): void }
  config: { root: URL }
  parseData(entry: { id: string; data: Record<string, unknown> }): Promise<Record<string, unknown>>
  /** Only there while the site is being written. */
  watcher?: {
    add(path: string): unknown
    on(event: 'all', listener: (event: string, path: string) => void): unknown
  }
}

/**
 * How long after a save the facts are read, in ms. Of a file that is saved twice within 50 ms, by an editor and by what
 * formats after it, Vite's watcher tells once: at the first time.
 */
const SETTLED = 60

/** Astro hands entries out by their ids. Their order is a fact as well. */
interface Placed {
  /** The place of the entry in its list, from 0. */
  position: number
}

/**
 * An Astro content loader for one kind of facts, as the public may see them.
 *
 * A saved file is read again at once. A mistake in it goes into the log, with its file and line, and the last good facts
 * stay on the page until it is mended; a build with a mistake fails.
 *
 * @param collection what to load: `profile`, `roles`, `projects`, …
 * @param options.folder the data folder, absolute or from the root of the site; see `dataFolder` for its default
 * @throws ContentError, when the site is built, with every problem of every file
 * @example
 * export const collections = { projects: defineCollection({ loader: facts('projects', { folder: './me' }) }) }
 */
export function facts<Name extends keyof Collections>(collection: Name, options: { folder?: string } = {}) {
  return {
    name: '@diglot/content',
    // The facts are checked as a whole, with the lines of their files. Here the schema only says what is in an entry.
    schema: z.custom<Collections[Name] & Placed>(),
    async load(context: LoaderContext): Promise<void> {
      const { config, logger, store, watcher } = context
      const folder = options.folder ? resolve(fileURLToPath(config.root), options.folder) : dataFolder()
      await read()

      let reading = Promise.resolve()
      let settling: NodeJS.Timeout | undefined
      watcher?.add(folder)
      watcher?.on('all', (_, path) => {
        if (!isInside(folder, path)) return
        clearTimeout(settling)
        settling = setTimeout(() => {
          reading = reading.then(readAgain)
        }, SETTLED)
      })

      async function read() {
        const all: Record<string, readonly { readonly id: string }[]> = collectionsOf(await loadFacts(folder))
        const found = Object.hasOwn(all, collection) ? all[collection] : undefined
        if (!found)
          throw new Error(`There is no collection "${collection}". ${didYouMean(collection, Object.keys(all))}`)
        const entries = found.map((entry, position) => ({ id: entry.id, data: { ...entry, position } }))
        const parsed = await Promise.all(entries.map((entry) => context.parseData(entry)))
        store.clear()
        for (const [index, { id }] of entries.entries()) store.set({ id, data: parsed[index] ?? {} })
      }

      async function readAgain() {
        try {
          await read()
          logger.info(`Read the ${collection} again.`)
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error))
        }
      }
    },
  }
}

async function loadFacts(folder: string) {
  try {
    return await loadContent(folder, { audience: 'public' })
  } catch (error) {
    // Astro prints the stack, and the owner needs the lines of his files, not those of ours.
    if (error instanceof ContentError) error.stack = error.message
    throw error
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && /\.(yaml|mdx)$/.test(way)
}
