/** Somebody else's résumé may be imported: what comes of it is data that loads, never MDX, and never a stack trace. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContent } from '@diglot/content/load'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { payloads } from './hostile/markup.ts'
import { root } from './support/dist.ts'

const poison = payloads.join(' ')
const evil = 'javascript:canary(1)'

/** A JSON Resume with harm in each of its strings, and in its keys. */
const resume = `{ "__proto__x": 1, "constructor": { "prototype": { "polluted": true } }, ${JSON.stringify({
  $schema: evil,
  basics: {
    ...{ name: poison, label: poison, image: evil, email: poison, phone: poison, url: evil, summary: poison },
    location: { address: poison, postalCode: poison, city: poison, countryCode: poison, region: poison },
    profiles: [{ network: poison, username: poison, url: evil }],
  },
  work: [{ name: poison, position: poison, url: evil, startDate: poison, summary: poison, highlights: payloads }],
  volunteer: [{ organization: poison, position: poison, url: evil, summary: poison, highlights: payloads }],
  education: [{ institution: poison, url: evil, area: poison, studyType: poison, score: poison, courses: payloads }],
  projects: [{ name: '../../evil', description: 'import fs from "node:fs"', url: evil, keywords: payloads }],
  skills: [{ name: poison, level: poison, keywords: payloads }],
  references: [{ name: poison, reference: 'export const x = {process.exit()}' }],
}).slice(1)}`

/** Files, and what is said of each; without, it is taken. */
const files: Record<string, [content: string | Uint8Array, refusal?: RegExp]> = {
  'poison.json': [resume],
  'proto.json': ['{ "basics": { "name": "Ada", "__proto__": { "polluted": true } } }', /"__proto__" is not allowed/],
  'laughs.yaml': [
    `a: &a [x]\n${'bcdefghij'.replace(/./g, (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`)}]\n`)}`,
    /./,
  ],
  'function.yaml': ['cv: { name: !!js/function "function () { canary(1) }" }\n', /takes for a tag/],
  'deep.json': [`{ "basics": ${'['.repeat(9000)}${']'.repeat(9000)} }`, /nested too deeply/],
  'large.json': [`{ "basics": { "name": "${'x'.repeat(10_000_000)}" } }`, /Keep it under/],
  'wide.json': [Buffer.from('\ufeff{ "basics": {} }', 'utf16le'), /no file of text in UTF-8/],
  'turned.json': [`{ "basics": { "name": "Ada", "summary": "a \u202eb" } }`],
}

let folder: string
const said = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-hostile-import-'))
  for (const [name, [content]] of Object.entries(files)) {
    await writeFile(join(folder, name), content)
    const command = [
      join(root, 'packages/content/src/cli.ts'),
      'import',
      join(folder, name),
      '--into',
      join(folder, `from-${name}`),
      '--lang',
      'en',
    ]
    said.set(
      name,
      await new Promise((resolve) => execFile(process.execPath, command, (_, out, error) => resolve(out + error))),
    )
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(Object.entries(files))('%s', async (name, [, refusal]) => {
  const words = said.get(name) ?? ''
  expect(words).not.toMatch(/^ +at .*:\d+/m)
  const into = join(folder, `from-${name}`)
  if (refusal) {
    expect(words).toMatch(refusal)
    await expect(readdir(into)).rejects.toThrow('ENOENT')
    return
  }
  const written = await readdir(into, { recursive: true })
  expect(written.filter((file) => !/\.ya?ml$|^\.gitignore$|^projects(.[a-z0-9-]+)?$/.test(file))).toEqual([])
  // Every address was checked here: none of them runs anything.
  await loadContent(into, { audience: 'private' })
})
