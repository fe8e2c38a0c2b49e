/**
 * The facts as documents of other formats, as pure functions: nothing is read, nothing written. For JSON Resume see
 * `@diglot/content/json-resume`.
 */
import { type Selected, select } from './compose.ts'
import type { Content, DeepReadonly } from './content.ts'
import { type Facts, outline } from './exchange/outline.ts'
import { toDocx as writeDocx } from './exchange/to-docx.ts'
import { toJsonLd as writeJsonLd } from './exchange/to-json-ld.ts'
import { toMarkdown as writeMarkdown } from './exchange/to-markdown.ts'
import { toText as writeText } from './exchange/to-text.ts'
import type { Locale } from './locale.ts'

export { formatPeriod } from './format-period.ts'

type Everything = DeepReadonly<Content>

/** All facts, or those that a selection or an edition shows. */
function shownOf(content: Everything, shown: Selected = select(content, {})): Facts {
  return { ...content, ...shown }
}

/**
 * The facts in one language as Markdown.
 *
 * @param shown which of the facts: what `select` or `compose` gives; all of them where it is left out
 * @example
 * toMarkdown(content, 'en').split('\n')[0] // '# shijieqin'
 */
export function toMarkdown(content: Everything, locale: Locale, shown?: Selected): string {
  return writeMarkdown(outline(shownOf(content, shown), locale))
}

/**
 * The facts in one language as plain text without any marks, to be pasted into forms.
 *
 * @param options.shown which of the facts; all of them where it is left out
 * @param options.width break lines to this many columns; a Chinese character takes two. Unbroken where it is left out
 * @example
 * toText(content, 'en', { width: 72 })
 */
export function toText(
  content: Everything,
  locale: Locale,
  options: { shown?: Selected | undefined; width?: number | undefined } = {},
): string {
  return writeText(outline(shownOf(content, options.shown), locale), options.width)
}

/**
 * The owner in the vocabulary of schema.org (`ProfilePage`), as JSON-LD that may stand in a `<script>`.
 *
 * @example
 * JSON.parse(toJsonLd(content, 'zh')).mainEntity.name // 'shijieqin'
 */
export function toJsonLd(content: Everything, locale: Locale, shown?: Selected): string {
  return writeJsonLd(shownOf(content, shown), locale)
}

/**
 * The facts in one language as a DOCX file: headings, lists and links are real ones, and every text has its language.
 *
 * @example
 * await writeFile('resume.docx', await toDocx(content, 'en'))
 */
export function toDocx(content: Everything, locale: Locale, shown?: Selected): Promise<Uint8Array> {
  return writeDocx(outline(shownOf(content, shown), locale))
}
