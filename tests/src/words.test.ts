/** The interface words are really translated, and really used. That none is missing, and each has its blanks, the build sees to. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '@diglot/content'
import { expect, test } from 'vitest'
import { root } from './support/dist.ts'
import { HAN } from './support/text.ts'
import { wordUses } from './support/word-uses.ts'

/** Words that are the same in every language. */
const SHARED = ['print.a4', 'print.letter']

/** `{{name}}` for the site, `{page}` for the typesetter. */
const BLANK = /\{\{[^}]*\}\}|\{[^}]*\}/g

function flatten(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, child]) => flatten(child, path ? `${path}.${key}` : key))
}

async function words(locale: Locale): Promise<Map<string, string>> {
  const source = await readFile(join(root, `apps/site/src/locales/${locale}.json`), 'utf8')
  return new Map(flatten(JSON.parse(source)) as [string, string][])
}

/** A word without its blanks: what there is to translate. */
const letters = (text: string) => text.replace(BLANK, '').match(/\p{Letter}/gu) ?? []
const zh = await words('zh')
const en = await words('en')

test('Chinese words are Chinese, English ones are not', () => {
  const notHan = [...zh].filter(([key, text]) => !SHARED.includes(key) && letters(text).length > 0 && !text.match(HAN))
  const han = [...en].filter(([, text]) => text.match(HAN))
  expect([...notHan, ...han]).toEqual([])
})

test('no word is the same in both languages, but for those that have to be', () => {
  const same = [...en].filter(([key, text]) => zh.get(key) === text).map(([key]) => key)
  expect(same.sort()).toEqual([...SHARED].sort())
})

const uses = await wordUses()
const isUse = (key: string, use: string) =>
  use === baseOf(key) || (use.endsWith('.*') && key.startsWith(use.slice(0, -1)))
/** A plural is one word to a page. */
const baseOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

test('every word stands on some page', () => {
  expect(uses.length).toBeGreaterThan(50)
  expect([...en.keys()].filter((key) => !uses.some((use) => isUse(key, use.key)))).toEqual([])
})

test('what has to be filled in is filled in, and nothing else', () => {
  const wrong = uses.flatMap(({ file, key, blanks }) =>
    [...en]
      .filter(([word]) => isUse(word, key))
      .map(([word, text]) => [word, [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, blank]) => blank)] as const)
      .filter(([word, wanted]) => !word.endsWith('_one') && String([...wanted].sort()) !== String([...blanks].sort()))
      .map(([word, wanted]) => `${file} fills in ${word} with ${blanks}, and it wants ${wanted}`),
  )
  expect(wrong).toEqual([])
})
