import { defineMiddleware } from 'astro:middleware'

const assets = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/_astro/`

/**
 * Names the style sheets and scripts of a print document relative to it. The typesetter opens the document in the
 * folder that was built, which knows nothing of the base path that the site will stand below.
 */
export const onRequest = defineMiddleware(async ({ routePattern }, next) => {
  const response = await next()
  if (routePattern !== '/[locale]/print/[edition]') return response
  const html = (await response.text()).replaceAll(`="${assets}`, '="../../../_astro/')
  return new Response(html, response)
})
