import { readFile, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { drawCards } from './card.ts'
import { type FoundPage, readFoundPage } from './found-page.ts'
import { llmsFile } from './llms.ts'
import { markdownTwin } from './twin.ts'

/**
 * Lays beside each page that may be found what others show or read in its place: `index.md`, its text as Markdown, and
 * `og.png`, the picture of a link to it. And lists them all in `llms.txt`.
 *
 * They are made of the finished page. What no page shows (drafts, what is private) is in none of them, and what is
 * in no index (print documents, tailored editions) has none.
 */
export function companions(): AstroIntegration {
  return {
    name: 'diglot:companions',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const read = pages.map(async ({ pathname }) => {
          // The 404 page is a file, whatever Astro calls its place.
          if (pathname === '404/') return undefined
          return readFoundPage(pathname, await readFile(new URL(`${pathname}index.html`, dir), 'utf8'))
        })
        const found = (await Promise.all(read)).filter((page): page is FoundPage => page !== undefined)
        for (const page of found) await writeFile(new URL(`${page.path}index.md`, dir), markdownTwin(page))
        await drawCards(found, (page, png) => writeFile(new URL(`${page.path}og.png`, dir), png))
        await writeFile(new URL('llms.txt', dir), llmsFile(found))
      },
    },
  }
}
