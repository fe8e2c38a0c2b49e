import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { generateData } from './generate.ts'
import { dataFolder, loadContent } from './load.ts'
import { dataFolderWith, goodFiles } from './test-data.ts'

const project = `${goodFiles['projects/bfs/project.yaml']}note: remark\n`

test('writes the public facts as a module, whatever DIGLOT_AUDIENCE says', async () => {
  const folder = dataFolderWith({ 'projects/bfs/project.yaml': project, 'private.yaml': 'phone: "123"\n' })
  const target = join(folder, 'data.gen.ts')
  vi.stubEnv('DIGLOT_AUDIENCE', 'private')
  await generateData(folder, target)
  vi.unstubAllEnvs()

  const source = readFileSync(target, 'utf8')
  expect(source).toContain('  project: "bfs"\n')
  expect(source).toContain("from '@diglot/content'\n")
  expect(source).not.toMatch(/remark|"note"|"private"|"phone"/)
  const [, json = ''] = /deepFreeze<.*>>\(([\s\S]*)\)\n$/.exec(source) ?? []
  expect(JSON.parse(json)).toEqual(await loadContent(folder, { audience: 'public' }))
})

test('leaves the module alone where nothing has changed, and writes it where something has', async () => {
  const folder = dataFolderWith({ 'projects/bfs/project.yaml': project })
  const target = join(folder, 'data.gen.ts')
  await generateData(folder, target)
  utimesSync(target, 1000, 1000)
  await generateData(folder, target)
  expect(statSync(target).mtimeMs).toBe(1_000_000)

  writeFileSync(join(folder, 'projects/bfs/project.yaml'), project.replace('order: 1', 'order: 2'))
  await generateData(folder, target)
  expect(readFileSync(target, 'utf8')).toContain('"order": 2')
  expect(statSync(target).mtimeMs).not.toBe(1_000_000)
})

test('what is not there has no id', async () => {
  const folder = dataFolderWith({ 'projects/bfs/project.yaml': null })
  await generateData(folder, join(folder, 'data.gen.ts'))
  expect(readFileSync(join(folder, 'data.gen.ts'), 'utf8')).toContain('  project: never\n')
})

test('facts with a problem are not written', async () => {
  const folder = dataFolderWith({ 'profile.yaml': null })
  const target = join(folder, 'data.gen.ts')
  await expect(generateData(folder, target)).rejects.toThrow('profile.yaml:1:1 There is no such file.')
  expect(existsSync(target)).toBe(false)
})

test('the main entry holds the public facts, frozen', async () => {
  const { content, getProject } = await import('./index.ts')
  expect(content).toEqual(await loadContent(dataFolder(), { audience: 'public' }))
  expect(Object.isFrozen(content.profile.name)).toBe(true)
  for (const project of content.projects) expect(getProject(project.id)).toBe(project)
})
