import type { ArgsDef } from 'citty'
import { expect, test } from 'vitest'
import { refuseMistakes } from './arguments.ts'

const definitions: ArgsDef = {
  file: { type: 'positional' },
  into: { type: 'string' },
  format: { type: 'enum', options: ['text', 'github'] },
  all: { type: 'boolean', alias: 'a' },
}

const said = (...words: string[]) => {
  try {
    refuseMistakes('import', words, definitions)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('what a command knows passes', () => {
  expect(said('x', '--into', 'y', '--format=github', '-a')).toBe('')
  expect(said('--no-all', 'x')).toBe('')
  expect(said('--', '--odd-name')).toBe('')
})

test('a mistake says what was found and what was probably meant', () => {
  expect(
    [
      said('x', '--inot', 'y'),
      said('x', '--verbose'),
      said('x', '-v'),
      said('x', 'y'),
      said(),
      said('x', '--into'),
      said('x', '--into='),
      said('x', '--format', 'gihub'),
      said('x', '--all=no'),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "Unknown option "--inot". Did you mean "--into"?
    Unknown option "--verbose". Write: pnpm content import [--into] [--format] [--all] <FILE>
    Unknown option "-v". Write: pnpm content import [--into] [--format] [--all] <FILE>
    Unknown argument "y". Write: pnpm content import [--into] [--format] [--all] <FILE>
    FILE is missing. Write: pnpm content import [--into] [--format] [--all] <FILE>
    --into needs a value. Write: pnpm content import [--into] [--format] [--all] <FILE>
    --into needs a value. Write: pnpm content import [--into] [--format] [--all] <FILE>
    --format is "gihub". Did you mean "github"?
    --all takes no value, and "no" was given."
  `)
})
