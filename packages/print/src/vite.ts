import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { lower } from './css/lower.ts'
import { withoutSyntaxes } from './press/bundle.ts'

const PREVIEW = fileURLToPath(new URL('page/preview.ts', import.meta.url))

/** The part of a Vite plugin that is used here, so that this package needs no Vite. */
interface StylePlugin {
  name: string
  transform(code: string, id: string): string | undefined
  generateBundle: {
    order: 'post'
    handler(options: unknown, bundle: Record<string, { type: string; source?: unknown }>): void
  }
}

/**
 * A Vite plugin that lowers the styles of a site, for the print documents among its pages: Paged.js reads them in a
 * reader's browser too, where no typesetter stands between. What cannot be lowered the typesetter names when it prints.
 *
 * @example
 * // vite.config.ts
 * import { lowerStyles } from '@diglot/print/vite'
 * export default { plugins: [lowerStyles()] }
 */
export function lowerStyles(): StylePlugin {
  return {
    name: 'diglot-lower-styles',
    // While a site is written: after Vite has put the imports in, before it makes a module of the sheet. `?url` is none.
    transform(code, id) {
      return /\.css(\?(?!url$)|$)/.test(id) ? lower(code, id).css : undefined
    },
    // When it is built, once more: Vite's minifier goes back to the shorter, newer forms.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [name, asset] of Object.entries(bundle)) {
          if (asset.type === 'asset' && name.endsWith('.css')) asset.source = lower(String(asset.source), name).css
        }
      },
    },
  }
}

/**
 * A Vite plugin that gives a development server `@diglot/print/preview` as one script. It is some forty modules, which a
 * browser would ask for one after the other each time a file is saved. Where one of them changes, it is made anew.
 *
 * @example
 * // vite.config.ts
 * import { bundlePreview } from '@diglot/print/vite'
 * export default { plugins: [bundlePreview()] }
 */
export function bundlePreview() {
  return {
    name: 'diglot-bundle-preview',
    apply: 'serve' as const,
    async load(
      this: { addWatchFile(file: string): void },
      id: string,
    ): Promise<{ code: string; map: { mappings: '' } } | undefined> {
      if (relative(PREVIEW, id)) return undefined
      const { outputFiles, metafile } = await build({
        ...{ entryPoints: [PREVIEW], bundle: true, format: 'esm', target: 'chrome120' },
        ...{
          write: false,
          metafile: true,
          plugins: [withoutSyntaxes],
          logLevel: 'silent',
          absWorkingDir: dirname(PREVIEW),
        },
      })
      for (const file of Object.keys(metafile.inputs)) this.addWatchFile(resolve(dirname(PREVIEW), file))
      // As it is: a source map of it, written into the script, would be twice as long as the script.
      return { code: outputFiles[0]?.text ?? '', map: { mappings: '' } }
    },
  }
}
