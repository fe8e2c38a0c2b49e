import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder, loadContent } from '@diglot/content/load'
import type { Plugin } from 'vite'
import { placed } from './placed.ts'

const name = 'virtual:diglot/facts'
const resolved = `\0${name}`

/**
 * Gives the pages the facts of `DIGLOT_DATA` as a module, `virtual:diglot/facts`.
 *
 * As a module it takes part in Vite's graph: when a data file is saved, the pages that use it are built again,
 * and a mistake in it shows in the overlay with its file and line until it is mended.
 */
export function facts(): Plugin {
  const folder = dataFolder()
  return {
    name: 'diglot:facts',
    configureServer: (server) => void server.watcher.add(folder),
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined
      for (const file of await readdir(folder, { recursive: true })) {
        if (/\.(yaml|mdx)$/.test(file)) this.addWatchFile(join(folder, file))
      }
      try {
        return `export const content = ${JSON.stringify(await loadContent(folder))}`
      } catch (error) {
        throw placed(error)
      }
    },
  }
}
