/** The owner's remarks to himself are in no file that is published. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from '@diglot/content/load'
import { beforeAll, expect, test } from 'vitest'
import { parseAllDocuments, visit } from 'yaml'
import { distFiles, readDist } from './support/dist.ts'
import { pdfPages, promisedPdfs, withPdf } from './support/pdf.ts'
import { squash, unique } from './support/text.ts'

/** Remarks of the notes that the facts were taken from. */
const PHRASES = ['TODO', '要花时间看代码', '有点深', '这里想写的话', '要先看代码']

let remarks: string[]

/** The value of every `note` in every data file, read without the schema and without the loader. */
beforeAll(async () => {
  const files = (await readdir(dataFolder(), { recursive: true })).filter((file) => file.endsWith('.yaml'))
  const notes: string[] = []
  for (const file of files) {
    for (const document of parseAllDocuments(await readFile(join(dataFolder(), file), 'utf8'))) {
      visit(document, {
        Pair(_, { key, value }) {
          if (String(key) === 'note') notes.push(String(value))
        },
      })
    }
  }
  // A note of several sentences may be leaked in part.
  remarks = unique([...PHRASES, ...notes, ...notes.flatMap((note) => note.split(/[，。；！？\n]|[.;!?] /))])
    .map(squash)
    .filter((remark) => remark.length > 2)
})

const found = (where: string, text: string) =>
  remarks.filter((remark) => squash(text).includes(remark)).map((remark) => `${where} says “${remark}”`)

test('no text file holds a remark', async () => {
  const files = (await distFiles()).filter((file) =>
    /\.(html|xml|json|css|md|txt|svg|webmanifest)$|_headers$/.test(file),
  )
  const problems = await Promise.all(files.map(async (file) => found(file, await readDist(file))))
  expect(problems.flat()).toEqual([])
})

test('no PDF holds a remark, neither as text nor in what it says about itself', async () => {
  const problems: string[] = []
  for (const { file } of await promisedPdfs()) {
    const text = await withPdf(file, async (pdf) => {
      const pages = (await pdfPages(pdf)).map(({ top, body, bottom }) => top + body + bottom)
      const { info } = await pdf.getMetadata()
      return pages.join('') + JSON.stringify([info, await pdf.getOutline()])
    })
    problems.push(...found(file, text))
  }
  expect(problems).toEqual([])
})
