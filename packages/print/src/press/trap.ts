import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that lets nothing through. */
export interface Trap {
  /** E.g. `http://127.0.0.1:49153`. */
  address: string
  close(): void
}

/**
 * Stands where the way out would be. A browser that is told to use it as its proxy looks up no name and opens no
 * connection of its own, whatever part of a document asks for one, workers and WebSockets among them.
 *
 * @param onRequest is told the address that was asked for; only host and port where the request would have been
 * encrypted, or is for a WebSocket.
 */
export async function setTrap(onRequest: (address: string) => void): Promise<Trap> {
  const server = createServer((request) => {
    onRequest(request.url ?? '')
    // No answer, not even one that says no: to the document nobody is there.
    request.socket.destroy()
  })
  server.on('connect', (request, socket) => {
    onRequest(request.url ?? '')
    socket.on('error', () => undefined).end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
  })
  server.on('clientError', (_error, socket) => void socket.destroy())
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
