import { content } from 'virtual:diglot/facts'
import { type Composition, compose, type DeepReadonly, type Edition, type Locale, plainText } from '@diglot/content'
import { words } from './i18n.ts'
import { coverHref, href } from './urls.ts'

/** Where, beside a print document, the typesetter puts down how it kept the page budget, for the preview. */
export const SETTING_FILE = 'setting.{paper}.json'

/** What an edition shows in a language, and its settings there. */
export function editionIn(locale: Locale, edition: DeepReadonly<Edition>): Composition {
  return compose(content, edition, locale)
}

/** The editions that the pages of this site lead to. One that is tailored to an application is for whoever is sent it. */
export const listedEditions = content.editions.filter(({ listed }) => listed)

/** The title of a document, as its PDF and the window of its reader show it. A headline of its own tells it from its likes. */
export function editionTitle({ title, headline }: Composition['edition'], locale: Locale): string {
  const parts = [title, headline].flatMap((text) => (text ? [plainText(text[locale])] : []))
  return words(locale)(($) => $.meta.editionTitle, { name: content.profile.name[locale], edition: parts.join(' · ') })
}

/** The address of an edition's PDF; a book in two languages belongs to neither. */
export function pdfHref({ id, facing }: Pick<Edition, 'id' | 'facing'>, locale: Locale, paper: string): string {
  return `${facing ? coverHref : href(locale)}${id}.${paper}.pdf`
}
