import { content } from 'virtual:diglot/facts'
import type { Locale } from '@diglot/content'
import { toMarkdown } from '@diglot/content/export'
import type { APIRoute } from 'astro'
import { localePaths } from '../../urls.ts'

export const getStaticPaths = localePaths

/** All facts as Markdown, for whoever reads or quotes them as text. */
export const GET: APIRoute = ({ props }) => new Response(toMarkdown(content, (props as { locale: Locale }).locale))
