import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import type { APIRoute } from 'astro'
import { runningHeads } from '../../running-heads.ts'
import { localePaths } from '../../urls.ts'

export const getStaticPaths = localePaths

/** Whoever holds the paper cannot follow a link; where its words are the address, once is enough. */
const ADDRESSES =
  'main a[href^="http"]:not(.contacts a)::after { content: " (" attr(href) ")"; overflow-wrap: anywhere }'

/** The margins of the paper that a page is printed on: a file, because no page may have styles within it. */
export const GET: APIRoute = ({ props }) => {
  const { locale } = props as { locale: Locale }
  return new Response(`${runningHeads(locale, content.profile.name[locale])}\n${ADDRESSES}\n`)
}
