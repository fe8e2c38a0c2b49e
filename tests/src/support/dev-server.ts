import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { environment } from './environment.ts'

/** A development server that runs, as `pnpm dev` starts it. The caller closes it. */
export interface DevServer {
  url: string
  close(): Promise<void>
}

/**
 * Starts the development server of a site.
 *
 * @param site its folder
 */
export async function startDev(site: string, env: Record<string, string>): Promise<DevServer> {
  const port = await freePort()
  const words = [join(site, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', `${port}`, '--host', '127.0.0.1']
  const child = spawn(process.execPath, words, { cwd: site, env: environment({ DIGLOT_AUDIENCE: 'public', ...env }) })
  const ended = once(child, 'exit')
  let said = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes(`127.0.0.1:${port}`)) resolve()
      })
    }
  })
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`The server ended: ${said}`)))])
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      child.kill()
      await ended
    },
  }
}

/** Whoever asks for port 0 gets one that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
