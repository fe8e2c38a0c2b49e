import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Cache, digest } from './cache.ts'

let folder: string
let cache: Cache

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-cache-'))
  cache = new Cache(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (name: string) => (await cache.read(name))?.toString()

test('gives back what it was given', async () => {
  await cache.write('a/b', bytes('茶'))
  expect(await read('a/b')).toBe('茶')
  expect(await cache.list('a')).toEqual(['a/b'])
  expect(await cache.read('a/c')).toBeUndefined()
})

test('makes a thing once', async () => {
  let made = 0
  const make = async () => bytes(`${++made}`)
  for (const _ of ['first', 'second']) expect(Buffer.from(await cache.kept('x', make)).toString()).toBe('1')
})

test.each([
  ['cut off', (file: Buffer) => file.subarray(0, 20)],
  ['changed', (file: Buffer) => Buffer.concat([file.subarray(0, -1), Buffer.from('!')])],
  ['emptied', () => Buffer.of()],
])('an entry that was %s is none, and is removed', async (_, spoil) => {
  await cache.write('x', bytes('good'))
  await writeFile(join(folder, 'x'), spoil(await readFile(join(folder, 'x'))))
  expect(await cache.read('x')).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

// Windows knows no such modes.
test.runIf(process.platform !== 'win32')('what is kept is for this user alone', async () => {
  await cache.write('a/x', bytes('private'))
  expect((await stat(join(folder, 'a', 'x'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o700)
})

test('a folder that cannot be written to costs time and nothing else', async () => {
  await writeFile(join(folder, 'file'), '')
  await chmod(folder, 0o500)
  const blocked = new Cache(join(folder, 'file', 'sub'))
  expect(await blocked.kept('x', async () => bytes('made'))).toEqual(bytes('made'))
  await blocked.trim(0)
})

test('many at once leave whole files and nothing else', async () => {
  const text = 'long '.repeat(100_000)
  await Promise.all(Array.from({ length: 20 }, () => new Cache(folder).write('x', bytes(text))))
  expect(await read('x')).toBe(text)
  expect(await readdir(folder)).toEqual(['x'])
})

test('grows to its limit; what was not used for the longest time goes', async () => {
  for (const name of ['a', 'b', 'c']) {
    await cache.write(name, bytes('x'.repeat(68)))
    await utimes(join(folder, name), 1, name.charCodeAt(0))
  }
  await cache.read('a')
  await cache.trim(250)
  expect((await readdir(folder)).sort()).toEqual(['a', 'c'])
})

test('a digest tells its parts apart', () => {
  expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'))
  expect(digest('ab', 'c')).toBe(digest('ab', bytes('c')))
})
