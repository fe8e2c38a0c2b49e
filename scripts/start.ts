/** Builds the site and every PDF, serves them, and says where they are. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import sirv from 'sirv'
import { localeInfo, locales } from '../packages/content/src/locale.ts'
import { root } from './environment.ts'
import { runTasks } from './tasks.ts'

interface PrintList {
  jobs: { output: string; papers: string[] }[]
}

const { DIGLOT_AUDIENCE, DIGLOT_BASE = '', PORT = '0' } = process.env

try {
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
    throw new Error(`PORT is "${PORT}". Use a number from 0 to 65535.`)
  const code = await runTasks('build', '--output-logs=new-only')
  if (code === 0) serve(join(root, 'apps/site', DIGLOT_AUDIENCE === 'private' ? 'dist-private' : 'dist'))
  else process.exitCode = code
} catch (error) {
  fail(error)
}

/** Serves the built folder below the base path that its pages were made for. */
function serve(dist: string) {
  const base = `/${DIGLOT_BASE}/`.replace(/\/+/g, '/')
  const files = sirv(dist, { dev: true })
  const notFound = readFileSync(join(dist, '404.html'))
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound)
    if (!request.url?.startsWith(base)) return missing()
    request.url = `/${request.url.slice(base.length)}`
    files(request, response, missing)
  })
  server.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    fail(code === 'EADDRINUSE' ? `PORT: ${PORT} is in use. Choose another, or leave PORT out for a free one.` : message)
  })
  // The loopback address only: nobody else on the network is invited.
  server.listen(Number(PORT), '127.0.0.1', () => {
    announce(dist, `http://localhost:${(server.address() as AddressInfo).port}${base}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close()
      server.closeAllConnections()
    })
  }
}

function announce(dist: string, address: string) {
  const { jobs } = JSON.parse(readFileSync(join(dist, 'print.json'), 'utf8')) as PrintList
  const pdfs = jobs.flatMap(({ output, papers }) => papers.map((paper) => output.replace('{paper}', paper)))
  const lines = [
    '',
    `Cover    ${address}`,
    ...locales.map((locale) => `${localeInfo[locale].name.padEnd(8)} ${address}${locale}/`),
    '',
    ...pdfs.map((pdf) => `PDF      ${relative(process.cwd(), join(dist, pdf))}`),
    '',
    'Ctrl+C ends it.',
  ]
  console.log(lines.join('\n'))
}

function fail(error: unknown) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
