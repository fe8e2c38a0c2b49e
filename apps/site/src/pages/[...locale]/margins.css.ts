import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { dataFolder } from '@diglot/content/load'
import { sourceDate } from '@diglot/print/date'
import { marginBoxes } from '@diglot/print/margins'
import type { APIRoute } from 'astro'
import { everyWord, words } from '../../i18n.ts'
import { localePaths } from '../../urls.ts'

/** One in each language, and one for the pages of all languages. */
export const getStaticPaths = () => [...localePaths(), { params: { locale: undefined }, props: {} }]

/** Whoever holds the paper cannot follow a link; where its words are the address, once is enough. */
const ADDRESSES = 'main a[href^="http"]:not(.contacts a)::after{content:" (" attr(href) ")";overflow-wrap:anywhere}'

/** The margins of the paper that a page is printed on: a file, because no page may have styles within it. */
export const GET: APIRoute = async ({ props }) => {
  const { locale } = props as { locale?: Locale }
  const folio = (t: ReturnType<typeof words>) => t(($) => $.print.folio)
  const names = (locale ? [locale] : content.locales).map((each) => content.profile.name[each])
  const date = (await sourceDate(dataFolder()))?.toISOString().slice(0, 10)
  const margins = marginBoxes({
    head: [...new Set(names)].join(' · '),
    folio: locale ? folio(words(locale)) : everyWord(folio),
    foot: ['{address}', date].filter(Boolean).join(' · '),
  })
  return new Response(`${margins}\n${ADDRESSES}\n`)
}
