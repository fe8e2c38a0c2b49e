import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { replaceFolder } from './replace-folder.ts'

/** A folder with some folders, each of them with a page that says its name. */
function folderWith(...names: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'diglot-replace-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const name of names) {
    mkdirSync(join(root, name))
    writeFileSync(join(root, name, 'index.html'), name)
  }
  return root
}

test.each([[['old', 'new']], [['new']]])(
  'the new site stands in the place, of %j, and nothing is left beside it',
  async (names) => {
    const root = folderWith(...names)
    await replaceFolder(join(root, 'old'), join(root, 'new'))
    expect(readFileSync(join(root, 'old/index.html'), 'utf8')).toBe('new')
    expect(readdirSync(root)).toEqual(['old'])
  },
)

test('where the new site cannot be moved, the old one stands there still', async () => {
  const root = folderWith('old')
  await expect(replaceFolder(join(root, 'old'), join(root, 'new'))).rejects.toThrow('ENOENT')
  expect(readFileSync(join(root, 'old/index.html'), 'utf8')).toBe('old')
  expect(readdirSync(root)).toEqual(['old'])
})

test('a link goes on leading to what is published', async () => {
  const root = folderWith('published', 'new')
  symlinkSync(join(root, 'published'), join(root, 'link'), 'junction')
  await replaceFolder(join(root, 'link'), join(root, 'new'))
  expect(readFileSync(join(root, 'published/index.html'), 'utf8')).toBe('new')
  expect(readFileSync(join(root, 'link/index.html'), 'utf8')).toBe('new')
})
