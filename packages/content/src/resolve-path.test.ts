import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { resolvePath } from './resolve-path.ts'

test('~ is the home folder, also where no shell has read it, and nothing else begins with it', () => {
  expect(resolvePath('~')).toBe(homedir())
  expect(resolvePath('~/me')).toBe(join(homedir(), 'me'))
  for (const path of ['me', './~/me', '~me', 'me~']) expect(resolvePath(path)).toBe(resolve(path))
})

test('a relative path begins where it is told to', () => {
  expect(resolvePath('../me', '/tmp/here')).toBe(resolve('/tmp/me'))
  expect(resolvePath('~/me', '/tmp/here')).toBe(join(homedir(), 'me'))
})
