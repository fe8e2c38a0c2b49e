import type { Locale } from '@diglot/content'
import { marginBoxes } from '@diglot/print/margins'
import { words } from './i18n.ts'

/**
 * The words in the margins of the paper, as CSS: the running head and the folio, in one language.
 *
 * @param facing whether the pages lie beside each other as in a book
 */
export function runningHeads(locale: Locale, head: string, facing = false): string {
  return marginBoxes({ head, folio: words(locale)(($) => $.print.folio), section: true, mirrored: facing })
}
