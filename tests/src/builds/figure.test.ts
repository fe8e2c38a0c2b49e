/** A picture of the owner's in a case study: on the page in a size and format for it, on paper, and without what the camera wrote into it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../support/build.ts'
import { sparse, writeDataSet } from '../support/data-sets.ts'
import { attribute, type Element, elements, parseDocument, textOf } from '../support/html.ts'
import { tagRuns, withPdf } from '../support/pdf.ts'

const study = (title: string, alt: string, caption: string) =>
  `## ${title}\n\n<Figure src="shelf.jpg" alt="${alt}">\n\n${caption}\n\n</Figure>\n`

let folder: string
let out: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diglot-figure-'))
  out = join(folder, 'dist')
  const data = await writeDataSet(join(folder, 'data'), sparse)
  const project = join(data, 'projects/one')
  await writeFile(join(project, 'en.mdx'), study('The shelf', 'Books on a shelf', 'Books, as they are found.'))
  await writeFile(join(project, 'zh.mdx'), study('书架', '书架上的书', '书，找到时的样子。'))
  await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Make: 'A camera of the owner' } })
    .jpeg()
    .toFile(join(project, 'shelf.jpg'))
  const { code, said } = await buildSite(out, { DIGLOT_DATA: data }, 'en/portfolio')
  expect(code, said).toBe(0)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (path: string) => readFile(join(out, path), 'utf8')
const picturesOf = (html: string) => elements(parseDocument(html), 'figure').flatMap((one) => elements(one, 'img'))

test('the page has it with its size, a text for who cannot see it, and its caption', async () => {
  const html = await read('en/projects/one/index.html')
  const [picture] = picturesOf(html) as [Element]
  const value = (name: string) => attribute(picture, name)
  expect([value('alt'), value('width'), value('height')]).toEqual(['Books on a shelf', '1360', '680'])
  const file = await readFile(join(out, value('src') ?? ''))
  expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width: 1360, height: 680 })
  const [caption] = elements(parseDocument(html), 'figcaption') as [Element]
  expect(textOf(caption)).toBe('Books, as they are found.')
  expect(await read('en/projects/one/index.md')).toMatch(
    /!\[Books on a shelf\]\(https:\/\/diglot\.example\/_astro\/shelf/,
  )
})

test('no file of the site says what the camera wrote, and the owner’s own file is not there', async () => {
  const files = await readdir(out, { recursive: true, withFileTypes: true })
  const pictures = files.filter((one) => one.isFile() && /\.(webp|jpe?g|png|avif)$/.test(one.name))
  expect(pictures.some(({ name }) => name.startsWith('shelf'))).toBe(true)
  for (const { parentPath, name } of pictures) {
    expect(name).not.toMatch(/^shelf.*\.jpe?g$/)
    const bytes = await readFile(join(parentPath, name))
    expect(bytes.includes('A camera of the owner'), name).toBe(false)
  }
})

test('paper has it as a figure, with caption and text', async () => {
  const pdf = await readFile(join(out, 'en/portfolio.a4.pdf'))
  const runs = await withPdf(new Uint8Array(pdf), tagRuns)
  const within = runs.filter(({ roles }) => roles.includes('Figure') || roles.includes('Caption'))
  expect(within.map(({ text }) => text).join('')).toContain('Books, as they are found.')
  const alternatives = await withPdf(new Uint8Array(pdf), async (document) => {
    const trees = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) =>
        (await document.getPage(index + 1)).getStructTree(),
      ),
    )
    return JSON.stringify(trees)
  })
  expect(alternatives).toContain('Books on a shelf')
})
