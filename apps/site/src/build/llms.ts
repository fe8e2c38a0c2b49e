import { localeInfo, locales } from '@diglot/content'
import type { FoundPage } from './found-page.ts'

/** Beside the first page of each language: all facts, for programs. */
const DATA = ['resume.md', 'resume.json']

/**
 * `llms.txt`: what there is to read here, as Markdown, for programs that read rather than look.
 *
 * @see https://llmstxt.org
 */
export function llmsFile(pages: readonly FoundPage[]): string {
  const cover = pages.find(({ path }) => path === '')
  if (!cover) throw new Error('There is no cover to say whose pages these are.')
  const ofNoLanguage = pages.filter(
    (page) => page !== cover && !locales.some((locale) => page.path.startsWith(`${locale}/`)),
  )
  const lines = [`# ${cover.site}`, '', `> ${cover.description}`, '', ...ofNoLanguage.map(entry)]
  for (const locale of locales) {
    const own = pages.filter(({ path }) => path.startsWith(`${locale}/`)).sort((a, b) => depth(a) - depth(b))
    if (own.length === 0) continue
    const data = DATA.map((file) => `- [${file}](${new URL(`${locale}/${file}`, cover.address)})`)
    lines.push('', `## ${localeInfo[locale].name}`, '', ...own.map(entry), ...data)
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`
}

const entry = ({ title, address, description }: FoundPage) => `- [${title}](${address}index.md): ${description}`

const depth = ({ path }: FoundPage) => path.split('/').length
