import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { localeInfo, locales } from '@diglot/content'
import { audience } from '@diglot/content/load'
import { bundlePreview, lowerStyles } from '@diglot/print/vite'
import { defineConfig } from 'astro/config'
import { caseStudy } from './src/build/case-study.ts'
import { companions } from './src/build/companions.ts'
import { facts } from './src/build/facts.ts'
import { previewFonts } from './src/build/fonts.ts'
import { headers } from './src/build/headers.ts'
import { words } from './src/build/words.ts'

// Private pages go to a folder of their own, so that publishing `dist` can never publish them.
const outDir = audience() === 'private' ? 'dist-private' : 'dist'

const site = process.env.DIGLOT_SITE || 'https://diglot.example'
if (!/^https?:\/\/./.test(site) || !URL.canParse(site)) {
  throw new Error(`DIGLOT_SITE is "${site}". Use a whole address, like https://example.org.`)
}

const base = process.env.DIGLOT_BASE || '/'
const cover = new URL(`${base}/`.replaceAll(/\/+/g, '/'), site).href

export default defineConfig({
  site,
  base,
  outDir,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // The facts are typed with their own quotes and dashes, and code on paper is black: nothing is to be improved.
  markdown: { syntaxHighlight: false, processor: unified({ remarkPlugins: [caseStudy], smartypants: false }) },
  integrations: [
    mdx(),
    previewFonts(),
    headers(),
    companions(),
    sitemap({
      i18n: {
        defaultLocale: locales[0],
        locales: Object.fromEntries(locales.map((locale) => [locale, localeInfo[locale].tag])),
      },
      // Paper is not a page to be found.
      filter: (page) =>
        page === cover ||
        (!page.includes('/print/') && [...locales, 'diglot'].some((folder) => page.includes(`/${folder}/`))),
      // The cover is of all languages, and would be taken for a second page of the first.
      serialize: ({ links, ...item }) => {
        const others = links?.filter(({ url }) => url !== cover)
        return item.url !== cover && others ? { ...item, links: others } : item
      },
    }),
  ],
  vite: {
    plugins: [facts(), words(), lowerStyles(), bundlePreview()],
    // The policy of a page allows no script within it, however small. Astro marks its MDX modules with a directive of its
    // own, and the bundler warns of each of them.
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
})
