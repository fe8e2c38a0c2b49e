import type { APIRoute } from 'astro'
import { coverHref } from '../urls.ts'

/** Everything may be read: what is to be in no index says so itself, which only those learn who may read it. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(`${coverHref}sitemap-index.xml`, site)}\n`)
