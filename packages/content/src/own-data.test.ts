import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, loadContent } from './load.ts'
import { locales } from './locale.ts'
import { everything } from './test-data.ts'

const folder = dataFolder({})
const content = await loadContent(folder, { audience: 'public' })

test('the data set of this package holds the eleven systems', () => {
  expect(content.projects.map(({ id }) => id).sort()).toEqual(
    [
      ...['bfs', 'cd-platform', 'crane', 'dataai', 'kratos', 'lambda', 'parameter-server', 'rcm', 'redbutton'],
      ...['reddog', 'workflow'],
    ].sort(),
  )
  expect(content.projects.filter(({ kind }) => kind === 'open-source').map(({ id }) => id)).toEqual(['kratos', 'crane'])
})

test('none of its texts holds a radical from a PDF or a remark of the owner', async () => {
  const texts = [...everything(content), ...(await caseStudies())]
  const remarks = /TODO|FIXME|要花时间|有点深|先看代码|想写的话/i
  expect(texts.length).toBeGreaterThan(300)
  for (const [path, text] of texts) {
    if (typeof text !== 'string') continue
    expect(text, path).not.toMatch(/[\u2E80-\u2FDF]/)
    expect(text, path).not.toMatch(remarks)
  }
})

function caseStudies() {
  const paths = content.projects
    .filter(({ caseStudy }) => caseStudy)
    .flatMap(({ id }) => locales.map((locale) => join(folder, 'projects', id, `${locale}.mdx`)))
  return Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const))
}
