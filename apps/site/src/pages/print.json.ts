import { content } from 'virtual:diglot/facts'
import { locales } from '@diglot/content'
import { SETTING_FILE } from '../editions.ts'

/** The list of print jobs, for the typesetter: each edition in each language. */
export function GET(): Response {
  const jobs = locales.flatMap((locale) =>
    content.editions
      .filter(({ papers }) => papers.length > 0)
      .map(({ id, papers, pages }) => ({
        name: `${locale}/${id}`,
        source: `${locale}/print/${id}/index.html`,
        output: `${locale}/${id}.{paper}.pdf`,
        setting: `${locale}/print/${id}/${SETTING_FILE}`,
        papers,
        ...(pages && { pages }),
      })),
  )
  return new Response(`${JSON.stringify({ jobs }, null, 2)}\n`)
}
