import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

/** Where the typesetter's own files appear beside the folder's: a name that no document uses by accident. */
export const OWN_PATH = '/@diglot/'

/** A folder served on the loopback interface, with the typesetter's own files beside it. */
export interface FolderServer {
  /** E.g. `http://127.0.0.1:49152`. */
  origin: string
  /** Serves a file at `OWN_PATH + name`. */
  add(name: string, data: Uint8Array): void
  close(): Promise<void>
}

/** Serves a folder on a free port. Nothing is written down or kept: each request reads the folder as it is. */
export async function serveFolder(dir: string): Promise<FolderServer> {
  const own = new Map<string, Uint8Array>()
  const files = sirv(dir, { dev: true, dotfiles: false })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const data = path.startsWith(OWN_PATH) ? own.get(path.slice(OWN_PATH.length)) : undefined
    if (data) {
      response.writeHead(200, { 'content-type': 'font/ttf', 'content-length': data.byteLength }).end(data)
      return
    }
    files(request, response, () => void response.writeHead(404).end())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (name, data) => void own.set(name, data),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
