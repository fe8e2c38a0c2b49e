import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderWith, goodFiles, text } from '../test-data.ts'
import { type Collections, facts } from './loader.ts'

/** The entries that a site gets of a collection, by their ids. */
async function load(folder: string, collection: keyof Collections) {
  const entries = new Map<string, Record<string, unknown>>()
  await facts(collection).load({
    store: { clear: () => entries.clear(), set: ({ id, data }) => entries.set(id, data) },
    logger: { error: () => {}, info: () => {} },
    config: { root: pathToFileURL(`${folder}/`) },
    parseData: async ({ data }) => data,
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
