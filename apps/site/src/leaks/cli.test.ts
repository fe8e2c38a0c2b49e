import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))
const text = '{ zh: 字, en: word }'

/** Looks through a folder with one page, as the build does. */
function search(page: string, details: string) {
  const root = mkdtempSync(join(tmpdir(), 'diglot-leaks-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [data, dist] = [join(root, 'data'), join(root, 'dist')]
  for (const folder of [data, dist]) mkdirSync(folder)
  writeFileSync(join(data, 'profile.yaml'), `name: Ada\nheadline: ${text}\nsummary: ${text}\n`)
  writeFileSync(join(data, 'private.yaml'), details)
  writeFileSync(join(dist, 'index.html'), page)
  const env = { ...process.env, DIGLOT_DATA: data, DIGLOT_AUDIENCE: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, dist], { env, encoding: 'utf8' })
  return { status, dist, said: stdout + stderr }
}

test('a folder that shows something private is no longer where it would be published, and nothing says what it was', () => {
  const { status, dist, said } = search('<p>139 1234 5678', 'phone: "+86 13912345678"\n')
  expect(status).toBe(1)
  expect(existsSync(dist)).toBe(false)
  expect(readFileSync(`${dist}-leaking/index.html`, 'utf8')).toBe('<p>139 1234 5678')
  expect(said).toContain('index.html:1:4 This shows phone of private.yaml:1:8.')
  expect(said).not.toMatch(/139/)
})

test('where private.yaml cannot be read nobody can tell, and the search fails', () => {
  const { status, dist } = search('<p>139 1234 5678', 'phone: [\n')
  expect(status).toBe(2)
  expect(existsSync(dist)).toBe(true)
})

test('a folder that shows nothing private stays, and a value that is not looked for is named', () => {
  const { status, dist, said } = search('<p>Ada', 'phone: "+86 13912345678"\npostalCode: "200000"\n')
  expect(status).toBe(0)
  expect(existsSync(dist)).toBe(true)
  expect(said).toContain('private.yaml:2:13 postalCode is not looked for')
})
