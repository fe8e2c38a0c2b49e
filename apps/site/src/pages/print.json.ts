import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { editionIn, SETTING_FILE } from '../editions.ts'

type Printed = (typeof content.editions)[number]

/** The list of print jobs, for the typesetter: each edition in each language, a facing one in both at once. */
export function GET(): Response {
  const { locales, editions } = content
  const jobs = [
    ...locales.flatMap((locale) =>
      editions
        .filter(({ facing }) => !facing)
        .map((edition) => ({
          name: `${locale}/${edition.id}`,
          source: source(locale, edition),
          output: `${locale}/${edition.id}.{paper}.pdf`,
          ...settings(locale, edition),
        })),
    ),
    ...editions
      .filter(({ facing }) => facing)
      .map((edition) => ({
        name: edition.id,
        source: locales.slice(0, 2).map((locale) => source(locale, edition)),
        facing: true,
        output: `${edition.id}.{paper}.pdf`,
        ...settings(locales[0], edition),
      })),
  ].filter(({ papers }) => papers.length > 0)
  return new Response(`${JSON.stringify({ jobs }, null, 2)}\n`)
}

const source = (locale: Locale, { id }: Printed) => `${locale}/print/${id}/index.html`

/** What a language asks of the typesetter, and where, for the preview, it writes down how it kept the page budget. */
function settings(locale: Locale, edition: Printed) {
  const { papers, pages } = editionIn(locale, edition).edition
  const advice = `Print less in the edition "${edition.id}" of editions.yaml: lower its priority, choose entries with include, or raise pages.max.`
  return {
    setting: `${locale}/print/${edition.id}/${SETTING_FILE}`,
    papers,
    ...(pages && { pages: { ...pages, ...(pages.max && { advice }) } }),
  }
}
