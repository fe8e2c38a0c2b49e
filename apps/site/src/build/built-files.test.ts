import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFiles, sweep } from './built-files.ts'

let place: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'diglot-built-'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

test('a page that an earlier build has left is gone, and all that was built is there', async () => {
  const [folder, list] = [join(place, 'dist'), join(place, 'dist.json')]
  const put = async (path: string) => {
    await mkdir(join(folder, path), { recursive: true })
    await writeFile(join(folder, path, 'index.html'), 'x')
  }
  await put('zh/projects/bfs')
  await put('')
  await listFiles(folder, list)
  await put('zh/projects/another/deeper')
  expect(await sweep(folder, list)).toEqual(['zh/projects/another/deeper/index.html'])
  expect((await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort()).toEqual([
    ...['index.html', 'zh', 'zh/projects', 'zh/projects/bfs', 'zh/projects/bfs/index.html'],
  ])
  expect(await sweep(folder, list)).toEqual([])
})
