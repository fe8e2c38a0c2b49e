/** What the typesetter calls in a page that it drives. */
import type { Pagination, Setting, Survey } from '../pagination.ts'
import { conceal, release, veil } from './curtain.ts'
import { isBegun, paginate } from './paginate.ts'
import { noteSheets } from './speed.ts'
import * as document from './survey.ts'

export { veil } from './curtain.ts'
export { paginate } from './paginate.ts'
export { prepare } from './prepare.ts'

/** See `survey.ts`. */
export async function survey(styles: string, facing?: string): Promise<Survey> {
  const found = await document.survey(styles, facing)
  conceal()
  return found
}

/**
 * Sets the document.
 *
 * @param fonts style rules for the fonts that it does not bring.
 * @param sheets the text of its style sheets, by their addresses.
 * @throws {Error} when a script of the document was quicker.
 */
export async function typeset(
  fonts: string,
  setting: Partial<Setting>,
  sheets: Record<string, string>,
): Promise<Pagination> {
  // Its paper and its caps would not be those that were asked for.
  if (isBegun()) throw new Error('the document has begun to set itself')
  veil()
  document.addFontFaces(fonts)
  noteSheets(sheets)
  try {
    return await paginate(setting)
  } finally {
    release()
  }
}
