/** What the site offers as data: the same facts as its pages, in formats that other programs read. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { select } from '@diglot/content'
import { toMarkdown } from '@diglot/content/export'
import { toJsonResume } from '@diglot/content/json-resume'
import { loadContent } from '@diglot/content/load'
import { sectionNames } from '@diglot/content/schema'
import { expect, test } from 'vitest'
import { readDist, root } from './support/dist.ts'

const content = await loadContent()

test.each(content.locales)('the résumé is there as a JSON Resume (%s)', async (locale) => {
  expect(JSON.parse(await readDist(`${locale}/resume.json`))).toEqual(toJsonResume(content, locale).resume)
})

test.each(content.locales)('the résumé is there as Markdown (%s)', async (locale) => {
  expect(await readDist(`${locale}/resume.md`)).toBe(toMarkdown(content, locale))
})

test.each(content.locales)('a section is called in an export what it is called on the page (%s)', async (locale) => {
  const words = JSON.parse(await readFile(join(root, `apps/site/src/locales/${locale}.json`), 'utf8'))
  const titles = sectionNames.map((section) => {
    const lines = toMarkdown(content, locale, { ...select(content, {}), sections: [section] }).split('\n')
    return [section, lines.find((line) => line.startsWith('## '))?.slice(3)]
  })
  expect(titles).toEqual(sectionNames.map((section) => [section, words.section[section]]))
})
