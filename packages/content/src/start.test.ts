import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadContent } from './load.ts'
import { startDataSet } from './start.ts'
import { dataFolderWith } from './test-data.ts'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))
const content = (...words: string[]) => spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' })

test('makes a whole data set where there was no folder, and says what to do next', async () => {
  const folder = join(dataFolderWith(), 'new folder', 'me')
  const { status, stdout, stderr } = content('new', folder)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain(`pnpm content check "${folder}"`)
  expect(readdirSync(dirname(folder))).toEqual(['me'])

  const checked = content('check', folder)
  expect(checked).toMatchObject({ status: 0, stderr: '' })
  const { profile, projects, roles, background, editions } = await loadContent(folder, { audience: 'private' })
  for (const list of [profile.contacts, profile.skills, projects, roles, background.education, editions]) {
    expect(list.length).toBeGreaterThan(0)
  }
  expect(projects.some(({ caseStudy }) => caseStudy)).toBe(true)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/^[^.]+(\.example)?\.yaml$/.test(basename(name))) continue
    const [, schema] = /^# yaml-language-server: \$schema=(.*)$/m.exec(readFileSync(join(folder, name), 'utf8')) ?? []
    expect(existsSync(join(folder, dirname(name), schema ?? 'none')), `${name}: ${schema}`).toBe(true)
  }
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toContain('\nprivate.yaml\n')
  expect(parse(readFileSync(join(folder, 'private.example.yaml'), 'utf8'))).toMatchObject({ email: 'you@example.com' })
})

test('takes an empty folder, and one that a link leads to', async () => {
  const place = dataFolderWith()
  mkdirSync(join(place, 'empty'))
  symlinkSync(join(place, 'empty'), join(place, 'link'), 'junction')
  await startDataSet(join(place, 'link'))
  expect(readdirSync(join(place, 'empty'))).toContain('profile.yaml')
})

test('leaves alone what is there, and says so', async () => {
  const place = dataFolderWith()
  const before = readdirSync(place, { recursive: true })
  await expect(startDataSet(place)).rejects.toThrow(
    `${place} is not empty: it holds agreed.lock.yaml. Name a folder that is new or empty.`,
  )
  writeFileSync(join(place, 'file'), 'mine')
  await expect(startDataSet(join(place, 'file'))).rejects.toThrow('cannot be used (ENOTDIR)')
  await expect(startDataSet(join(place, 'file', 'me'))).rejects.toThrow('cannot be used (ENOTDIR)')
  expect(readdirSync(place, { recursive: true }).sort()).toEqual([...before, 'file'].sort())
  expect(readFileSync(join(place, 'file'), 'utf8')).toBe('mine')
})

test('needs a folder', () => {
  expect(content('new')).toMatchObject({ status: 2, stderr: 'FOLDER is missing. Write: pnpm content new <FOLDER>\n' })
  expect(existsSync('profile.yaml')).toBe(false)
})
