import { createRequire } from 'node:module'
import { unzipSync } from 'fflate'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { compose } from './compose.ts'
import { toDocx, toJsonLd, toMarkdown, toText } from './export.ts'
import { plainText } from './inline.ts'
import { fromJsonResume } from './json-resume.ts'
import { loadContent } from './load.ts'
import { type Locale, type Localized, locales } from './locale.ts'
import { emptyFolder, everything, writeFiles } from './test-data.ts'

const own = await loadContent()
const both = (zh: string, en: string) => ({ zh, en }) as Localized
const require = createRequire(import.meta.url)

/** The example of the JSON Resume project, which has every section, as facts for one audience. */
async function example(audience: 'public' | 'private') {
  const { files } = fromJsonResume(require('@jsonresume/schema/sample.resume.json'), 'en')
  const folder = emptyFolder()
  writeFiles(folder, Object.fromEntries(Object.entries(files).map(([name, file]) => [name, stringify(file)])))
  return loadContent(folder, { audience })
}

/** Every text that a reader of the résumé is told, without its marks. */
function textsOf(facts: object, locale: Locale): string[] {
  return [...everything(facts)].flatMap(([path, value]) => {
    const isTold =
      path.endsWith(`.${locale}`) && !/\.(short|note|references|links|diagrams)\b|^(tags|editions)/.test(path)
    return isTold ? [plainText(String(value))] : []
  })
}

const squash = (text: string) => text.replace(/\s+/g, '')

describe.each(locales)('the facts of this package (%s)', (locale) => {
  test('are in the Markdown, every text', () => {
    const text = textOfMarkdown(toMarkdown(own, locale))
    expect(textsOf(own, locale).filter((fact) => !text.includes(squash(fact)))).toEqual([])
  })

  test('are in the plain text, which has no mark in it', () => {
    const text = toText(own, locale)
    expect(textsOf(own, locale).filter((fact) => !squash(text).includes(squash(fact)))).toEqual([])
    expect(text).not.toMatch(/\*\*|`|\]\(|•|\t/)
  })

  test('are in the DOCX, every text', async () => {
    const { text } = readDocx(await toDocx(own, locale))
    expect(textsOf(own, locale).filter((fact) => !squash(text).includes(squash(fact)))).toEqual([])
  })

  test('are no wider than they may be, and nothing is lost by that', () => {
    const wrapped = toText(own, locale, { width: 60 })
    const width = (line: string) => [...line].reduce((sum, one) => sum + (/[\u2E80-\uFFEF]/.test(one) ? 2 : 1), 0)
    expect(wrapped.split('\n').filter((line) => width(line) > 60)).toEqual([])
    expect(squash(wrapped)).toBe(squash(toText(own, locale)))
    expect(wrapped.split('\n').filter((line) => /^[，。、；：！？）”]/.test(line))).toEqual([])
  })
})

test('an edition is exported as it is printed', () => {
  const edition = own.editions.find(({ id }) => id === 'resume')
  if (!edition) throw new Error('There is no résumé.')
  const { edition: _, ...shown } = compose(own, edition, 'en')
  const text = textOfMarkdown(toMarkdown(own, 'en', shown))
  expect(textsOf(shown, 'en').filter((fact) => !text.includes(squash(fact)))).toEqual([])
  expect(text.length).toBeLessThan(textOfMarkdown(toMarkdown(own, 'en')).length)
})

test('a DOCX has headings, lists, languages and faces for both scripts', async () => {
  const { document, styles, parts } = readDocx(await toDocx(own, 'zh'))
  expect(parts).toContain('word/numbering.xml')
  expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5)
  expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>/)
  expect(document).toMatch(/<w:numPr><w:ilvl w:val="0"\/>/)
  expect(styles).toMatch(/<w:lang w:val="zh-CN" w:eastAsia="zh-CN"\/>/)
  expect(styles).toMatch(/<w:rFonts w:ascii="Calibri"[^>]*w:eastAsia="Microsoft YaHei"/)
})

test('JSON-LD names the person, and cannot end the script that holds it', async () => {
  const content = await example('public')
  const person = JSON.parse(toJsonLd(content, 'en')).mainEntity
  expect(person).toMatchObject({
    '@type': 'Person',
    name: 'Richard Hendriks',
    jobTitle: 'Programmer',
    address: { '@type': 'PostalAddress', addressLocality: 'San Francisco', addressCountry: 'US' },
    alumniOf: [{ name: 'University of Oklahoma' }],
    knowsLanguage: ['English'],
    award: ['Digital Compression Pioneer Award'],
  })
  const { profile } = content
  const evil = { ...content, profile: { ...profile, name: both('x', '</script><script>alert(1)') } }
  expect(toJsonLd(evil, 'en')).not.toContain('<')
})

test('what is private is in an export for the private audience only', async () => {
  const secrets = /555-4321|hendriks@|2712 Broadway|94115/
  const [open, all] = [await example('public'), await example('private')]
  const exports = async (content: typeof open) => [
    ...[toMarkdown(content, 'en'), toText(content, 'en'), toJsonLd(content, 'en')],
    readDocx(await toDocx(content, 'en')).document,
  ]
  for (const text of await exports(open)) expect(text).not.toMatch(secrets)
  for (const text of await exports(all)) expect(text).toMatch(secrets)
})

test('Markdown shows the signs of a text instead of obeying them', async () => {
  const content = await example('public')
  const summary = both('', String.raw`\<script\> 1\. \# \[x\]\(javascript:alert\(1\)\) \*no\*`)
  const text = toMarkdown({ ...content, profile: { ...content.profile, summary } }, 'en')
  expect(textOfMarkdown(text)).toContain(squash('<script> 1. # [x](javascript:alert(1)) *no*'))
})

function textOfMarkdown(source: string): string {
  const texts: string[] = []
  const visit = (node: { value?: string; children?: unknown[] }) => {
    if (node.value !== undefined) texts.push(node.value)
    for (const child of node.children ?? []) visit(child as typeof node)
  }
  visit(fromMarkdown(source))
  return squash(texts.join(''))
}

function readDocx(bytes: Uint8Array) {
  const parts = unzipSync(bytes)
  const part = (name: string) => new TextDecoder().decode(parts[name])
  const document = part('word/document.xml')
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  const text = document.replace(/<[^>]+>/g, '').replace(/&(\w+);/g, (_, name) => entities[name] ?? '')
  return { document, styles: part('word/styles.xml'), text, parts: Object.keys(parts) }
}
