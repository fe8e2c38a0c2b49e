import { lower } from './lower.ts'

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
