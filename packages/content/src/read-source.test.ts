import { expect, test } from 'vitest'
import { goodFiles, problemsWith } from './test-data.ts'

test('a folder in the place of a file, and a file in the place of a folder', async () => {
  const files = { 'tags.yaml': null, 'tags.yaml/x': '', 'projects/bfs/project.yaml': null, projects: '' }
  expect(await problemsWith(files)).toMatchInlineSnapshot(`
    "projects:1:1 The folder cannot be read (ENOTDIR). Make it a folder that you may read.
    tags.yaml:1:1 This is no file. Put a file in its place, or remove it."
  `)
})

test('a byte order mark is no part of the text', async () => {
  expect(await problemsWith({ 'tags.yaml': '\uFEFFgo: 1\n' })).toMatchInlineSnapshot(
    `"tags.yaml:1:5 go is 1. Write a mapping with the keys name, kind."`,
  )
})

test('a file that is not UTF-8', async () => {
  const gbk = Buffer.from('23200a676f3a207b206e616d653a20b7e720', 'hex')
  expect(await problemsWith({ 'tags.yaml': gbk })).toMatchInlineSnapshot(
    `"tags.yaml:2:13 This character is not UTF-8. Save the file as UTF-8, and write the character again."`,
  )
  expect(await problemsWith({ 'tags.yaml': Buffer.from('\uFEFFgo: {}\n', 'utf16le') })).toMatchInlineSnapshot(
    `"tags.yaml:1:1 This character is not UTF-8. Save the file as UTF-8, and write the character again."`,
  )
})

test('a file that is far too large', { timeout: 10_000 }, async () => {
  const files = { 'profile.yaml': goodFiles['profile.yaml'].replace('Ada', 'a'.repeat(10_000_000)) }
  expect(await problemsWith(files)).toMatchInlineSnapshot(
    `"profile.yaml:1:1 The file holds 10000070 bytes. Keep it under 200000; long texts belong in a case study."`,
  )
})
