import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AstroIntegration } from 'astro'
import type { ViteDevServer } from 'vite'

/** The address of a print document, below the base path. */
const DOCUMENT = /\/?\w+\/print\/[\w-]+\/$/

/**
 * Lays the typesetter's fonts beside each print document, as `fonts.css`, cut to the characters in it: with them its
 * preview breaks lines and pages where the PDF does.
 */
export function previewFonts(): AstroIntegration {
  return {
    name: 'diglot:fonts',
    hooks: {
      'astro:server:setup': ({ server }) => serveFonts(server),
      'astro:build:done': ({ dir, pages }) =>
        writeFonts(
          dir,
          pages.map(({ pathname }) => pathname).filter((path) => DOCUMENT.test(path)),
        ),
    },
  }
}

/** Fonts for some texts; for their capitals as well, which style sheets may ask for. Packing them would take the build seconds. */
function subset(texts: string[], base: string) {
  // Node's own import: Astro reads its configuration, and this with it, through a loader of Vite's that is closed by now.
  const { subsetFonts } = createRequire(import.meta.url)('@diglot/print') as typeof import('@diglot/print')
  return subsetFonts([...texts, ...texts.map((text) => text.toUpperCase())], { base, format: 'truetype' })
}

async function writeFonts(dir: URL, documents: string[]): Promise<void> {
  const assets = new URL('_astro/', dir)
  // Style sheets write text too.
  const sheets = (await readdir(assets)).filter((name) => name.endsWith('.css'))
  const css = await Promise.all(sheets.map((name) => readFile(new URL(name, assets), 'utf8')))
  const files = new URL('fonts/', dir)
  await mkdir(files, { recursive: true })
  for (const path of documents) {
    const folder = new URL(path, dir)
    const html = await readFile(new URL('index.html', folder), 'utf8')
    const fonts = await subset([html, ...css], '../../../fonts/')
    await writeFile(new URL('fonts.css', folder), fonts.css)
    for (const [name, data] of fonts.files) await writeFile(new URL(name, files), data)
  }
}

/** While the facts are being edited, the fonts are cut anew for each document that is shown. */
function serveFonts(server: ViteDevServer): void {
  const documents = new Map<string, Promise<string>>()
  const cut = new Map<string, Uint8Array>()
  server.middlewares.use(async (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?')
    const [folder, name] = [path.replace(/[^/]*$/, ''), path.replace(/.*\//, '')]
    if (!DOCUMENT.test(folder)) return next()
    if (!name && request.method === 'GET') documents.set(folder, readAlong(response))
    const send = (type: string, data: string | Uint8Array, age: number) =>
      void response.writeHead(200, { 'content-type': type, 'cache-control': `max-age=${age}` }).end(data)
    const font = cut.get(name)
    // Its name has a digest of what is in it.
    if (font) return send('font/ttf', font, 31_536_000)
    const document = name === 'fonts.css' && documents.get(folder)
    if (!document) return next()
    try {
      const { css, files } = await subset([await document], '')
      for (const [file, data] of files) cut.set(file, data)
      send('text/css', css, 0)
    } catch (error) {
      next(error)
    }
  })
}

/** What a response sends: to render the document a second time would cost the author half as long as the first. */
function readAlong(response: ServerResponse): Promise<string> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve) => {
    for (const name of ['write', 'end'] as const) {
      const send = response[name] as (...words: unknown[]) => unknown
      const alongside = (...words: unknown[]) => {
        const [chunk] = words
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
        if (name === 'end') resolve(Buffer.concat(chunks).toString())
        return send.apply(response, words)
      }
      response[name] = alongside as never
    }
  })
}
