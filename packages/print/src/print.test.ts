import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PrintError, type Problem } from './errors.ts'
import { type Job, jobListSchema } from './jobs.ts'
import { type PrintedFile, print } from './print.ts'
import { normalise } from './text.ts'

/** Documents that must not be printed, by job; each names its trouble in its own way. */
const BAD: Record<string, string> = {
  wide: `<p data-entry="wide" style="white-space: nowrap">${'unbreakable '.repeat(60)}</p>`,
  tall: '<div data-entry="tall" style="height: 1500px; break-inside: avoid">in<p style="margin-top: 1300px">out</p></div>',
  script: '<p>text</p><script>throw new Error("boom")</script>',
  elsewhere: '<p>text</p><img src="https://example.org/a.png" alt="">',
  missing: '<p>text</p><img src="no/such.png" alt="">',
  glyph: '<p data-entry="tea">茶 🍵</p>',
  font: '<p style="font-family: sans-serif">text</p>',
  fonts:
    '<p>茶 tea <b>茶 tea</b> <i lang="en">tea</i> <code>tea</code></p><p style="font-family: Diglot Serif">茶 and more tea</p>',
  budget: `<section data-entry="first">${'<p>a</p>'.repeat(40)}</section><section data-entry="second">${'<p>b</p>'.repeat(20)}</section>`,
}

/** Documents that Paged.js by itself loses or doubles parts of. */
const HARD: Record<string, string> = {
  lines: `<p>${'same line<br>'.repeat(120)}</p>`,
  code: `<pre>${'  equal line of code\n'.repeat(150)}</pre>`,
  sentences: `<p>${'一样的句子，一样的字。'.repeat(900)}</p>`,
  cells: `<table>${`<tr><td>${'表格里的字，'.repeat(40)}<td>${'同样。'.repeat(60)}<td>x</tr>`.repeat(12)}</table>`,
  columns: `<div style="display: grid; grid-template-columns: 8em 1fr"><aside>侧栏</aside><div>${'<p>正文在右。</p>'.repeat(60)}</div></div>`,
  kept: `${'<section data-keep><p>一节。</p><p>一节。</p><h3>下一节</h3></section>'.repeat(40)}`,
  rare: '<p>茶与书 tea <b>茶 tea</b> <i lang="en">tea</i> <code>tea</code> ①</p>',
  words: `<p>${'and <b>x</b> <i>y</i> '.repeat(600)}</p>`,
}

const html = (body: string) => `<!doctype html><html lang="zh"><head><title>t</title></head><body>${body}</body></html>`

let dir: string
let jobs: Job[]
let files: PrintedFile[]
let problems: Problem[]

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-print-'))
  await cp(fileURLToPath(new URL('../examples/letter', import.meta.url)), dir, { recursive: true })
  for (const [name, body] of Object.entries({ ...BAD, ...HARD })) await writeFile(join(dir, `${name}.html`), html(body))
  await writeFile(join(dir, 'wide.pdf'), 'an earlier, good one')
  const one = (name: string) => ({ name, source: `${name}.html`, output: `${name}.pdf` })
  jobs = jobListSchema.parse({
    jobs: [
      ...JSON.parse(await readFile(join(dir, 'print.json'), 'utf8')).jobs,
      { name: 'again', source: 'letter.html', output: 'again.pdf' },
      ...Object.keys({ ...BAD, ...HARD }).map((name) => ({
        ...one(name),
        ...(name === 'budget' ? { pages: { max: 1 } } : {}),
      })),
    ],
  }).jobs
  files = []
  const error = await print(jobs, {
    dir,
    store: false,
    onProgress: (event) => event.type === 'done' && files.push(event.file),
  }).catch((error: unknown) => error)
  problems = error instanceof PrintError ? [...error.problems] : []
  if (!(error instanceof PrintError)) throw error
}, 120_000)

afterAll(() => rm(dir, { recursive: true, force: true }))

const complaint = (name: string) => problems.find(({ document }) => document === `${name}.html`)
const printed = (output: string) => files.find((file) => file.output === output)

describe('a plain letter in two languages', () => {
  test.each(['letter.a4.pdf', 'letter.letter.pdf'])(
    'says on two pages of %s what it says in the source',
    async (name) => {
      const source = textOf(parse(await readFile(join(dir, 'letter.html'), 'utf8')))
      const pdf = await readPdf(name)
      // The numbers of lists and the quotes of <q> are set by CSS.
      expect(count(pdf.text.replace(/[\d.“”]/g, ''))).toEqual(count(source.replace(/[\d.“”]/g, '')))
      expect([pdf.pages, printed(name)?.pages]).toEqual([2, 2])
    },
  )

  test('has no radical where a character should be', async () => {
    const { text } = await readPdf('letter.a4.pdf')
    expect(text).toContain('用、目、支、行、工、高、方、入、口、日、小')
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff]/)
  })

  test('leaves out what is marked for the screen only', async () => {
    expect((await readPdf('letter.letter.pdf')).text).not.toContain('forthescreenonly')
  })

  test('is set in our fonts alone', () => {
    expect(printed('letter.a4.pdf')?.fonts).toEqual([
      'NotoSansSCThin-Regular',
      'NotoSansSCThin-SemiBold',
      'SourceCodePro-Regular',
      'SourceSans3-Italic',
      'SourceSans3-Regular',
      'SourceSans3-SemiBold',
    ])
  })

  test('carries title, author, subject and language', async () => {
    expect((await readPdf('letter.a4.pdf')).info).toMatchObject({
      Title: '茶事书简 · A letter about tea',
      Author: '陆羽书坊',
      Subject: expect.stringContaining('two languages'),
      Language: 'zh',
    })
  })

  test('gives the same bytes again', async () => {
    const [first, second] = await Promise.all(['letter.a4.pdf', 'again.pdf'].map((name) => readFile(join(dir, name))))
    expect(first?.equals(second ?? Buffer.of())).toBe(true)
  })
})

test.each(Object.keys(HARD))('loses and doubles nothing in equal %s', async (name) => {
  const { text } = await readPdf(`${name}.pdf`)
  expect(text).toBe(textOf(parse(html(HARD[name] ?? ''))))
})

test('leaves text in its column when a grid goes over to the next page', async () => {
  const task = getDocument({ data: new Uint8Array(await readFile(join(dir, 'columns.pdf'))), verbosity: 0 })
  const { items } = await (await (await task.promise).getPage(2)).getTextContent()
  const [first] = items.filter((item) => 'str' in item)
  // The margin of 20 mm and a side column of 8em, in pt.
  expect(first?.transform[4]).toBeGreaterThan(20 * (72 / 25.4) + 79)
  await task.destroy()
})

test('is printed with a rare character, which is remarked upon', () => {
  expect(printed('rare.pdf')?.remarks).toContainEqual({
    message: expect.stringMatching(
      /^the PDF holds 7 font files, where 6 should do\. .*: NotoSansSCThin-Regular \(“①”\)/,
    ),
  })
})

describe('is refused, and named', () => {
  test.each([
    ['wide', 'wide', /does not fit the page area: “unbreakable/],
    ['script', undefined, /a script failed: boom/],
    ['elsewhere', undefined, /asks for https:\/\/example\.org\/a\.png, which is not in the folder/],
    ['missing', undefined, /\/no\/such\.png is missing \(404\)/],
    ['glyph', 'tea', /“🍵” \(U\+1F375\) is in no font of Diglot Sans/],
    ['font', undefined, /is none of ours/],
    [
      'fonts',
      undefined,
      /^the PDF holds 8 fonts and may hold 6: .*NotoSerifSCExtraLight-Regular \(“茶”\).*Use fewer families/,
    ],
    [
      'budget',
      'second',
      /^\d+ mm stand past the budget from here on: 2 pages, but 1 allowed, set as tightly as the styles allow\./,
    ],
  ])('%s', (name, entry, message) => {
    expect(complaint(name)).toMatchObject({ message: expect.stringMatching(message) })
    expect(complaint(name)?.entry).toBe(entry)
    expect(printed(`${name}.pdf`)).toBeUndefined()
  })

  test('a box that is taller than the page', () => {
    expect(problems.filter(({ document }) => document === 'tall.html').map(({ entry }) => entry)).toContain('tall')
  })

  test('and an earlier PDF stays', async () => {
    expect(await readFile(join(dir, 'wide.pdf'), 'utf8')).toBe('an earlier, good one')
  })
})

test('a document that is never ready is given up, and so is a run that is called off', async () => {
  await writeFile(join(dir, 'loop.html'), html('<script>for (;;) {}</script>'))
  const { jobs } = jobListSchema.parse({ jobs: [{ name: 'loop', source: 'loop.html', output: 'loop.pdf' }] })
  await expect(print(jobs, { dir, timeout: 500 })).rejects.toThrow('loop.html: is not ready after 0.5 s.')
  await expect(print(jobs, { dir, signal: AbortSignal.timeout(1_000) })).rejects.toMatchObject({ name: 'TimeoutError' })
}, 30_000)

async function readPdf(name: string): Promise<{ text: string; pages: number; info: object }> {
  const task = getDocument({ data: new Uint8Array(await readFile(join(dir, name))), verbosity: 0 })
  const pdf = await task.promise
  let text = ''
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  const { info } = await pdf.getMetadata()
  const pages = pdf.numPages
  await task.destroy()
  return { text: normalise(text), pages, info }
}

function textOf(node: Html.Node): string {
  if (node.nodeName === '#text') return normalise((node as Html.TextNode).value)
  if (['head', 'script', 'style'].includes(node.nodeName)) return ''
  if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'data-print' && value === 'skip')) return ''
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function count(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const char of [...text].sort()) counts[char] = (counts[char] ?? 0) + 1
  return counts
}
