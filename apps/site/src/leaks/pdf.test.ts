import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { privateValues } from '@diglot/content/load'
import { jobListSchema, print } from '@diglot/print'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'
import { findLeaks } from './scan.ts'

const NOTE = 'Ask them why the index stays in memory, and what it costs when a volume moves to another machine.'

/** Documents, and what each of their PDFs shows. */
const documents: Record<string, [html: string, leak: string]> = {
  'over a line': ['<p style="width: 12mm">139 1234 5678', '(page 1) This shows phone'],
  'letter by letter': ['<p style="letter-spacing: 3mm">13912345678', '(page 1) This shows phone'],
  'in another language': ['<p lang="zh">１３９－１２３４－５６７８', '(page 1) This shows phone'],
  'over a page': [`<p style="margin-top: 240mm; width: 60mm; orphans: 1; widows: 1">${NOTE}`, 'This shows note'],
  'in a link': [
    '<p><a href="mailto:made.up@mail.example">write</a>',
    '(what it says beside its pages) This shows email',
  ],
  'in its title': ['<title>Ada: 139 1234 5678</title>', 'This shows phone'],
  'in its description': ['<meta name="description" content="made.up@mail.example">', 'This shows email'],
  'in an alternative text': [
    '<p><svg role="img" aria-label="made.up@mail.example" width="9" height="9"><rect width="9" height="9"/></svg>',
    '(what it says beside its pages) This shows email',
  ],
  'not at all': ['<p>Nothing private.', ''],
}

let root: string
let leaks: string[]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-leaks-'))
  const private_ = 'phone: "+86 139 1234 5678"\nemail: made.up@mail.example\n'
  const both = '{ zh: 字, en: word }'
  await writeFile(join(root, 'private.yaml'), private_)
  await writeFile(join(root, 'profile.yaml'), `name: Ada\nheadline: ${both}\nsummary: ${both}\nnote: ${NOTE}\n`)
  const jobs = Object.keys(documents).map((name) => ({ name, source: `${name}.html`, output: `pdf/${name}.pdf` }))
  for (const [name, [html]] of Object.entries(documents)) {
    const title = html.includes('<title>') ? '' : '<title>t</title>'
    await writeFile(join(root, `${name}.html`), `<!doctype html><html lang="en">${title}${html}<p>A paragraph of text.`)
  }
  await print(jobListSchema.parse({ jobs }).jobs, { dir: root, store: false })
  leaks = await findLeaks(join(root, 'pdf'), await privateValues(root))
}, 120_000)
afterAll(() => rm(root, { recursive: true, force: true }))

test.each(Object.entries(documents))('a private value in a PDF, %s', (name, [, leak]) => {
  const found = leaks.filter((one) => one.startsWith(`${name}.pdf`))
  expect(found.join('\n')).toContain(leak)
  expect(found.length > 0).toBe(leak !== '')
})

test('what is packed into a PDF and stands on no page of it', async () => {
  const packed = deflateSync('made.up@mail.example')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>',
    `<< /Length ${packed.length} /Filter /FlateDecode >> stream\n${packed.toString('latin1')}\nendstream`,
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj ${object} endobj\n`).join('')
  await mkdir(join(root, 'packed'))
  await writeFile(join(root, 'packed/a.pdf'), `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 5 >>\n%%EOF`, 'latin1')
  expect(await findLeaks(join(root, 'packed'), await privateValues(root))).toEqual([
    expect.stringContaining('a.pdf (what is packed into it) This shows email'),
  ])
})

test('the pages are read in lines', async () => {
  const pieces = await piecesOf('a.pdf', await readFile(join(root, 'pdf/over a line.pdf')))
  expect(pieces.find(({ where }) => where === 'page 1')?.text).toMatch(/139\s+1234\s+5678/)
})
