import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { toJsonResume } from '@diglot/content/json-resume'
import type { APIRoute } from 'astro'
import { localePaths } from '../../urls.ts'

export const getStaticPaths = localePaths

/** All facts as a JSON Resume, for other programs. */
export const GET: APIRoute = ({ props }) => {
  const { resume } = toJsonResume(content, (props as { locale: Locale }).locale)
  return new Response(`${JSON.stringify(resume, null, 2)}\n`)
}
