/** Builds the site and every PDF, serves them, and says where they are. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import sirv from 'sirv'
import { root } from './environment.ts'
import { turbo } from './turbo.ts'

interface PrintList {
  jobs: { output: string; papers: string[] }[]
}

const code = await turbo('build', '--output-logs=new-only')
if (code !== 0) process.exit(code)

const dist = join(root, 'apps/site', process.env.DIGLOT_AUDIENCE === 'private' ? 'dist-private' : 'dist')
const files = sirv(dist, { dev: true })
const notFound = readFileSync(join(dist, '404.html'))
const server = createServer((request, response) =>
  files(request, response, () => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound)
  }),
)
// The loopback address only: nobody else on the network is invited.
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`
  const { jobs } = JSON.parse(readFileSync(join(dist, 'print.json'), 'utf8')) as PrintList
  const pdfs = jobs.flatMap(({ output, papers }) => papers.map((paper) => output.replace('{paper}', paper)))
  const lines = [
    '',
    `封面 Cover    ${address}`,
    `中文          ${address}zh/`,
    `English       ${address}en/`,
    '',
    ...pdfs.map((pdf) => `PDF           ${relative(process.cwd(), join(dist, pdf))}`),
    '',
    'Ctrl+C ends it.',
  ]
  console.log(lines.join('\n'))
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
