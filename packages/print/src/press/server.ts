import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import send from 'send'
import { ServedStyles } from '../css/served.ts'
import { isInside } from './folder.ts'

/** Where the typesetter's own files appear beside the folder's: a name that no document uses by accident. */
export const OWN_PATH = '/@diglot/'

/** A folder served on the loopback interface, with the typesetter's own files beside it. */
export interface FolderServer {
  /** E.g. `http://127.0.0.1:49152`. */
  origin: string
  /** Serves a font at `OWN_PATH + name`; the name stands for its bytes. */
  add(name: string, data: Uint8Array): void
  /** A style sheet that was served, by its address. */
  styleSheet(url: string): string | undefined
  /** What is wrong with the styles of a file that was served, by its address. */
  styleProblems(url: string): string[]
  /** The files that were asked for and found, relative to the folder. */
  loaded(): ReadonlySet<string>
  /** Begins anew, for another document: what was added is gone, and nothing was asked for. */
  forget(): void
  close(): Promise<void>
}

/**
 * Serves a folder on a free port. Nothing is written down or kept: each request reads the folder as it is. What a
 * symbolic link leads to outside the folder is answered with 403, and what is no file (a folder, a pipe, which would
 * keep the reader waiting) with 404. What cannot be answered for a fault of our own is a 500, and ends no process.
 */
export async function serveFolder(dir: string): Promise<FolderServer> {
  const own = new Map<string, Uint8Array>()
  const loaded = new Set<string>()
  let styles = new ServedStyles(dir)
  const answer = async (request: IncomingMessage, response: ServerResponse, refuse: (status: number) => void) => {
    const path = decoded(request.url ?? '/')
    const data = path.startsWith(OWN_PATH) ? own.get(path.slice(OWN_PATH.length)) : undefined
    if (data) {
      const headers = { 'content-type': 'font/ttf', 'content-length': data.byteLength, 'cache-control': 'max-age=3600' }
      response.writeHead(200, headers).end(data)
      return
    }
    // What the next document in a window asks for it has to ask for here, so that it is known.
    response.setHeader('cache-control', 'no-store')
    if (!(await isInside(dir, join(dir, path)))) return refuse(403)
    const found = await stat(join(dir, path)).catch(() => undefined)
    if (!found?.isFile()) return refuse(404)
    // Now, and not when all of it is sent: a document may be set before that.
    loaded.add(path.slice(1))
    const styled = await styles.read(path)
    if (styled) return void response.writeHead(200, { 'content-type': styled.type }).end(styled.text)
    // Encoded anew, because the address need not be encoded well.
    send(request, encodeURIComponent(path), { ...AS_IT_IS, root: dir })
      .on('error', (error: { status: number }) => refuse(error.status))
      .pipe(response)
  }
  const server = createServer((request, response) => {
    const refuse = (status: number) => {
      if (response.headersSent) response.destroy()
      else response.writeHead(status, { 'content-length': 0 }).end()
    }
    answer(request, response, refuse).catch(() => refuse(500))
  })
  // Nobody here answers a WebSocket; the guard names it.
  server.on('upgrade', (_request, socket) => void socket.destroy())
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Error(
        `no port of 127.0.0.1 is to be had to serve it from (${error.code}). Check the loopback interface`,
      )
    },
  )
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ownPath = (url: string) => (url.startsWith(`${origin}/`) ? decoded(url.slice(origin.length)) : undefined)
  return {
    origin,
    styleSheet: (url) => styles.sheet(ownPath(url) ?? ''),
    styleProblems: (url) => styles.problems(ownPath(url) ?? ''),
    add: (name, data) => void own.set(name, data),
    loaded: () => loaded,
    forget() {
      own.clear()
      loaded.clear()
      styles = new ServedStyles(dir)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const AS_IT_IS = { dotfiles: 'allow', cacheControl: false, etag: false, lastModified: false } as const

/** The path of an address, readable; as it stands where it is not encoded well (`100%.png`). */
export function decoded(url: string): string {
  const path = url.replace(/[?#].*/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
