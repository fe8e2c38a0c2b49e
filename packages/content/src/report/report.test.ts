import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { diagnosticAt } from '../diagnostics.ts'
import { dataFolderWith } from '../test-data.ts'
import { report } from './report.ts'

const folder = '/home/ada/facts'
const place = { file: 'tags.yaml', line: 1, column: 5, endColumn: 10 }
const error = diagnosticAt(place, { rule: 'some-rule', message: 'This is wrong.', hint: 'Right it.' })
const warning = diagnosticAt(place, {
  rule: 'other',
  severity: 'warning',
  message: 'This is odd.',
  hint: 'Look at it.',
})

test('text, for people', async () => {
  const own = dataFolderWith({ 'tags.yaml': 'go: [字]\n' })
  const missing = diagnosticAt({ ...place, file: 'no.yaml' }, { rule: 'file-missing', message: 'No.', hint: 'Add it.' })
  expect((await report(own, [missing, error, warning], 'text')).replace(own, 'FOLDER')).toMatchInlineSnapshot(`
    "no.yaml:1:5 No. Add it. (file-missing)

    tags.yaml:1:5 This is wrong. Right it. (some-rule)
       1 | go: [字]
         |     ^^^^^

    tags.yaml:1:5 Warning: This is odd. Look at it. (other)
       1 | go: [字]
         |     ^^^^^

    2 problems, 1 warning in FOLDER"
  `)
})

test('a file name or a value that would take over the terminal', async () => {
  const evil = diagnosticAt({ ...place, file: 'a\u001B[2J.yaml' }, { ...error, message: 'It is "\u202Eabc".' })
  const said = await report(folder, [evil], 'text')
  expect(said).toContain('a<U+001B>[2J.yaml:1:5 It is "<U+202E>abc".')
  for (const sign of ['\u001B', '\u202E']) expect(said).not.toContain(sign)
})

test('JSON, for programs', async () => {
  expect(JSON.parse(await report(folder, [error, warning], 'json'))).toEqual({
    folder,
    errors: 1,
    warnings: 1,
    problems: [error, warning],
  })
  expect(JSON.parse(await report(folder, [], 'json'))).toEqual({ folder, errors: 0, warnings: 0, problems: [] })
})

test('annotations, for a workflow on GitHub', async () => {
  vi.stubEnv('GITHUB_WORKSPACE', '/home/ada')
  expect(await report(folder, [error, warning], 'github')).toMatchInlineSnapshot(`
    "::error file=facts/tags.yaml,line=1,col=5,endColumn=10,title=some-rule::This is wrong. Right it.
    ::warning file=facts/tags.yaml,line=1,col=5,endColumn=10,title=other::This is odd. Look at it."
  `)
  vi.stubEnv('GITHUB_WORKSPACE', '')
  expect(await report(join(process.cwd(), 'data'), [error], 'github')).toContain('file=data/tags.yaml,')
  vi.unstubAllEnvs()
})

test('nothing in a message or a file name ends an annotation or begins another', async () => {
  vi.stubEnv('GITHUB_WORKSPACE', folder)
  const evil = diagnosticAt(
    { ...place, file: 'a,b:c%d\n\u001B[31m.yaml' },
    { ...error, message: '100% of "\n::error::x" is\r.' },
  )
  expect(await report(folder, [evil], 'github')).toMatchInlineSnapshot(
    `"::error file=a%2Cb%3Ac%25d<U+000A><U+001B>[31m.yaml,line=1,col=5,endColumn=10,title=some-rule::100%25 of "<U+000A>::error::x" is<U+000D>. Right it."`,
  )
  vi.unstubAllEnvs()
})
