import type { FolderServer } from './server.ts'

/**
 * Servers of one folder. Each is for one document at a time, so that it is known what was loaded for it; the next
 * document finds the window there that was kept for it.
 */
export class Servers {
  readonly #dir: string
  readonly #all: FolderServer[] = []
  readonly #free: FolderServer[] = []

  constructor(dir: string) {
    this.#dir = dir
  }

  async use<T>(work: (server: FolderServer) => Promise<T>): Promise<T> {
    const server = this.#free.pop() ?? (await this.#open())
    try {
      return await work(server)
    } finally {
      server.forget()
      this.#free.push(server)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((server) => server.close()))
  }

  async #open(): Promise<FolderServer> {
    // Loaded when a document has to be set: what is in the store needs none of it.
    const { serveFolder } = await import('./server.ts')
    const server = await serveFolder(this.#dir)
    this.#all.push(server)
    return server
  }
}
