import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { openCache } from '../store/cache.ts'
import { engineDigest } from '../store/engine.ts'

/** The global under which `paginate.ts` is reached in a page that the typesetter drives. */
export const PAGE_GLOBAL = 'diglotTypesetter'

/** What the typesetter puts into each page. */
export interface PageParts {
  /** `page/typeset.ts` as one classic script that defines `window.diglotTypesetter`. */
  script: string
  /** The default styles, for a document that does not bring them. */
  styles: string
}

let parts: Promise<PageParts> | undefined

/** Reads script and styles, once per process; the script is built once for every state of its sources. */
export function pageParts(): Promise<PageParts> {
  parts ??= Promise.all([script(), defaultStyles()]).then(([script, styles]) => ({ script, styles }))
  return parts
}

async function script(): Promise<string> {
  const [cache, engine] = await Promise.all([openCache(), engineDigest()])
  const data = await cache.kept(`scripts/${engine}.js`, async () => new TextEncoder().encode(await bundle()))
  return new TextDecoder().decode(data)
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [fileURLToPath(new URL('../page/typeset.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: PAGE_GLOBAL,
    // In the window itself, not in frames; and not to be taken away by a script of the document.
    banner: { js: 'if (self === top) (() => {' },
    footer: { js: `Object.defineProperty(globalThis, '${PAGE_GLOBAL}', { value: ${PAGE_GLOBAL} })})()` },
    target: 'chrome120',
    minify: true,
    plugins: [withoutSyntaxes],
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** The syntax of each CSS property, half of the script, is for validating CSS, which Paged.js never asks its parser to do. */
export const withoutSyntaxes: Plugin = {
  name: 'without-syntaxes',
  setup({ onLoad }) {
    const contents = 'module.exports = { types: {}, atrules: {}, properties: {} }'
    onLoad({ filter: /[\\/]css-tree[\\/]data[\\/]index\.js$/ }, () => ({ contents, loader: 'js' }))
  },
}

async function defaultStyles(): Promise<string> {
  const names = ['tokens.css', 'document.css', 'page.css']
  const texts = await Promise.all(
    names.map((name) => readFile(new URL(`../../styles/${name}`, import.meta.url), 'utf8')),
  )
  return texts.join('\n')
}
