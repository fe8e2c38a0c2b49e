import { content } from 'virtual:diglot/facts'
import { type DeepReadonly, type Edition, type Locale, type Project, plainText } from '@diglot/content'
import { words } from './i18n.ts'
import { coverHref, href } from './urls.ts'

/** Where, beside a print document, the typesetter puts down how it kept the page budget, for the preview. */
export const SETTING_FILE = 'setting.{paper}.json'

/** The projects that an edition prints, in its order; all of them where it names none. */
export function editionProjects(edition: DeepReadonly<Edition>): DeepReadonly<Project[]> {
  if (!edition.projects) return content.projects
  return edition.projects.flatMap((id) => content.projects.filter((project) => project.id === id))
}

/** The title of a document, as its PDF and the window of its reader show it. */
export function editionTitle(edition: DeepReadonly<Edition>, locale: Locale): string {
  const values = { name: content.profile.name[locale], edition: plainText(edition.title[locale]) }
  return words(locale)(($) => $.meta.editionTitle, values)
}

/** The address of an edition's PDF; a book in two languages belongs to neither. */
export function pdfHref({ id, facing }: Pick<Edition, 'id' | 'facing'>, locale: Locale, paper: string): string {
  return `${facing ? coverHref : href(locale)}${id}.${paper}.pdf`
}
