import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { SETTING_FILE } from '../editions.ts'

type Printed = (typeof content.editions)[number]

/** The list of print jobs, for the typesetter: each edition in each language, a facing one in both at once. */
export function GET(): Response {
  const { locales } = content
  const editions = content.editions.filter(({ papers }) => papers.length > 0)
  const jobs = [
    ...locales.flatMap((locale) =>
      editions
        .filter(({ facing }) => !facing)
        .map((edition) => ({
          name: `${locale}/${edition.id}`,
          source: source(locale, edition),
          output: `${locale}/${edition.id}.{paper}.pdf`,
          setting: setting(locale, edition),
          ...limits(edition),
        })),
    ),
    ...editions
      .filter(({ facing }) => facing)
      .map((edition) => ({
        name: edition.id,
        source: locales.slice(0, 2).map((locale) => source(locale, edition)),
        facing: true,
        output: `${edition.id}.{paper}.pdf`,
        setting: setting(locales[0], edition),
        ...limits(edition),
      })),
  ]
  return new Response(`${JSON.stringify({ jobs }, null, 2)}\n`)
}

const source = (locale: Locale, { id }: Printed) => `${locale}/print/${id}/index.html`

const setting = (locale: Locale, { id }: Printed) => `${locale}/print/${id}/${SETTING_FILE}`

const limits = ({ papers, pages }: Printed) => ({ papers, ...(pages && { pages }) })
