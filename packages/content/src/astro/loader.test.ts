import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadContent } from '../load.ts'
import { dataFolderWith, goodFiles, text, writeFiles } from '../test-data.ts'
import { type Collections, facts } from './loader.ts'

type Context = Parameters<ReturnType<typeof facts>['load']>[0]

/** The entries that a site gets of a collection, by their ids. */
async function load(folder: string, collection: keyof Collections, live: Partial<Context> = {}) {
  const entries = new Map<string, Record<string, unknown>>()
  await facts(collection).load({
    store: { clear: () => entries.clear(), set: ({ id, data }) => entries.set(id, data) },
    logger: { error: () => {}, info: () => {} },
    config: { root: pathToFileURL(`${folder}/`) },
    parseData: async ({ data }) => data,
    ...live,
  })
  return entries
}

test('a site gets what the public may see, whatever DIGLOT_AUDIENCE says', async () => {
  const folder = dataFolderWith({
    'editions.yaml': `${goodFiles['editions.yaml']}interview: { title: ${text}, audience: private }\n`,
    'projects/bfs/project.yaml': `${goodFiles['projects/bfs/project.yaml']}note: Not for anybody.\n`,
    'projects/plan/project.yaml': `${goodFiles['projects/bfs/project.yaml']}draft: true\n`,
  })
  vi.stubEnv('DIGLOT_AUDIENCE', 'private').stubEnv('DIGLOT_DATA', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const projects = await load(folder, 'projects')
  expect([...projects.keys()]).toEqual(['bfs'])
  expect(projects.get('bfs')).not.toHaveProperty('note')
  expect([...(await load(folder, 'editions')).keys()]).toEqual(['resume'])
})

test('a file that is saved again at once is read as it is then, though the watcher tells of the first time only', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const folder = dataFolderWith()
  vi.stubEnv('DIGLOT_DATA', folder)
  const file = 'projects/bfs/project.yaml'
  const error = vi.fn()
  const on = vi.fn<NonNullable<Context['watcher']>['on']>()
  const live = { logger: { error, info: () => {} }, watcher: { add: () => {}, on } }
  const projects = await load(folder, 'projects', live)

  writeFiles(folder, { [file]: goodFiles[file].replace('kind: work', 'kind: job') })
  on.mock.calls[0]?.[1]('change', join(folder, file))
  // As long as it takes to read them.
  await expect(loadContent(folder)).rejects.toThrow('kind is "job"')
  writeFiles(folder, { [file]: goodFiles[file].replace('name: bfs', 'name: Haystack') })
  await vi.advanceTimersByTimeAsync(100)
  await vi.waitFor(() => expect(projects.get('bfs')).toMatchObject({ name: { zh: 'Haystack' } }))
  expect(error).not.toHaveBeenCalled()
})
