/** The interface words are really translated. That none is missing, and each has its blanks, the build sees to. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '@diglot/content'
import { expect, test } from 'vitest'
import { root } from './support/dist.ts'
import { HAN } from './support/text.ts'

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
