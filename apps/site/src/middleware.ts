import { defineMiddleware } from 'astro:middleware'
import { numberLinks } from './build/links.ts'

const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/**
 * Names everything of this site that a print document refers to relative to the document. The typesetter opens it in
 * the folder that was built, which knows nothing of the base path that the site will stand below. And numbers its links.
 */
export const onRequest = defineMiddleware(async ({ routePattern }, next) => {
  const response = await next()
  if (routePattern !== '/[locale]/print/[edition]') return response
  const html = (await response.text())
    .replaceAll(` href="${base}/`, ' href="../../../')
    .replaceAll(` src="${base}/`, ' src="../../../')
  return new Response(numberLinks(html), response)
})
