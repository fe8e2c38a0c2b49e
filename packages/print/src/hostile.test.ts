import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { jobListSchema } from './jobs.ts'
import { type PrintOptions, print } from './print.ts'

const html = (body: string) => `<!doctype html><html lang="en"><title>t</title><body><p>text</p>${body}`
const script = (code: string) => html(`<script>${code}</script>`)

/** A PNG of one bit a pixel, all of them black: 110 kB for 30,000 × 30,000, and 3.6 GB as Chromium unpacks it. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(data.length)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.of())])
}

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

/** What lies beside the documents. */
const FILES: Record<string, string | Buffer> = {
  'huge.png': png(30_000, 30_000),
  'a.css': '@import "b.css"; p { color: red }',
  'b.css': '@import "a.css"; i { color: red }',
  'laughs.svg': `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]><svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>`,
  'other.html': html('another document'),
}

/** Documents that end by themselves, with what must be said of them, or that they are printed. */
const HOSTILE: Record<string, [document: string | Buffer, outcome: RegExp | 'printed']> = {
  'image of 30,000 pixels': [html('<img src="huge.png" alt="">'), /the image huge.png cannot be shown/],
  'drawing of ten thousand parts': [
    html(`<svg width="100" height="100">${'<path d="M0 0L9 9"/>'.repeat(10_000)}</svg>`),
    'printed',
  ],
  'drawing without end': [html('<svg width="1e9" height="1e9"><rect width="1e9" height="1e9"/></svg>'), 'printed'],
  'entities of entities': [html('<img src="laughs.svg" alt="">'), /laughs\.svg/],
  'takes away what the typesetter hands over': [
    script(
      'setInterval(() => { delete window.diglot; delete window.diglotTypesetter; delete window.PagedPolyfill }, 1)',
    ),
    'printed',
  ],
  'puts something of its own in its place': [
    script(`for (const name of ['diglot', 'diglotTypesetter'])
      Object.defineProperty(window, name, { value: { paginate: () => ({ pages: [], problems: [] }) } })`),
    /a script failed: Cannot redefine property: diglotTypesetter/,
  ],
  'sets itself, on another paper': [
    script(`addEventListener('DOMContentLoaded', () => diglotTypesetter.paginate({ paper: 'letter' }))`),
    /gets in the way of the typesetter: Error: the document has begun to set itself/,
  ],
  'link in a drawing': [
    html('<svg width="90" height="30"><a href="https://example.org/"><text y="20">text</text></a></svg>'),
    'printed',
  ],
  'pollutes prototypes': [
    script(`Object.prototype.polluted = 'x'; Array.prototype.polluted = 'y'
      Array.prototype.map = () => []; JSON.stringify = () => '{}'; Object.prototype.toJSON = () => 1`),
    /pagination stopped/,
  ],
  'opens dialogs': [
    script('alert(1); confirm(2); prompt(3); print(); onbeforeunload = (e) => e.preventDefault()'),
    'printed',
  ],
  'goes to another document while it is set': [
    script(
      `new MutationObserver(() => { location.href = 'other.html' }).observe(document.documentElement, { attributes: true })`,
    ),
    /leaves its own page/,
  ],
  'loads itself again while it is set': [
    script(`new MutationObserver(() => location.reload()).observe(document.documentElement, { attributes: true })`),
    /leaves its own page/,
  ],
  'writes itself anew': [
    script(`onload = () => setTimeout(() => { document.open(); document.write('<p>new'); document.close() })`),
    /^printed$|leaves its own page/,
  ],
  'broken UTF-8': [Buffer.concat([Buffer.from(html('a')), Buffer.of(0xff, 0xc3, 0x28)]), /“�” \(U\+FFFD\)/],
  'UTF-16': [Buffer.from(`\ufeff${html('<p>wide')}`, 'utf16le'), 'printed'],
  'empty file': ['', /is empty/],
  'more pages than are allowed': [
    html(`<style>p { break-before: page }</style>${'<p>text</p>'.repeat(50)}`),
    /more than 40 pages/,
  ],
  'frames instead of a body': [
    '<!doctype html><title>t</title><frameset><frame src="other.html"></frameset>',
    /consists of frames/,
  ],
  'no HTML': [Buffer.from('%PDF-1.7 but not really\0\0\0'), 'printed'],
  'range written backwards': [script(`fetch('a.css', { headers: { Range: 'bytes=5-2' } })`), 'printed'],
  'socket instead of a file': [html('<img src="socket" alt="">'), /\/socket is missing/],
  'all memory of scripts': [
    script('const all = []; for (;;) all.push(new Array(1e6).fill(all.length))'),
    /takes more than 500 MB of memory|takes all memory/,
  ],
  'all memory of buffers': [
    script('const all = []; for (;;) all.push(new Uint8Array(1e8).fill(1))'),
    /takes more than 500 MB of memory|takes all memory/,
  ],
  'errors without end': [script(`for (let n = 0; n < 30000; n++) console.error('error ' + n)`), /error 0/],
  'after all of them': [html('<p>still printed'), 'printed'],
}

/** Sources that are no files to be read. */
const UNREADABLE = ['folder', 'loop.html', 'gone.html', 'socket']

/** What is said of a document that takes too long. */
const LATE = /is not ready after 3 s/

/** Documents that never end by themselves, or are so large that a machine may finish them in time or not. */
const ENDLESS: Record<string, [document: string, outcome: RegExp]> = {
  'script without end': [script('for (;;) {}'), LATE],
  'script that goes on in steps': [script('const on = () => Promise.resolve().then(on); on()'), LATE],
  'script that waits for the pages': [
    script(`new MutationObserver(() => document.documentElement.dataset.diglot === 'ready' && setTimeout(() => { for (;;); }))
      .observe(document.documentElement, { attributes: true })`),
    LATE,
  ],
  'styles that import one another': [html('<link rel="stylesheet" href="a.css">'), /printed|not ready/],
  'growth without end': [
    script(`const grow = () => { for (let n = 0; n < 500; n++) document.body.append(document.createElement('p')); setTimeout(grow) }
      new MutationObserver(grow).observe(document.documentElement, { attributes: true })`),
    /./,
  ],
  'paragraph of ten megabytes': [
    html(`<p>${'一段没有尽头的文字，'.repeat(350_000)}</p>`),
    /not ready|more than|memory/,
  ],
  'ten thousand elements in one another': [
    html(`${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`),
    /printed|not ready/,
  ],
  'a million empty elements': [html('<i></i>'.repeat(1_000_000)), /printed|not ready|memory/],
}

let root: string
const socket = createServer()
/** What became of each document, by job. */
const outcomes = new Map<string, string>()
const notices: string[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-hostile-'))
  const [dir, temporary] = [join(root, 'in'), join(root, 'tmp')]
  await Promise.all([dir, temporary].map((folder) => mkdir(folder)))
  vi.stubEnv('TMPDIR', temporary)
  await mkdir(join(dir, 'folder'))
  await symlink('loop.html', join(dir, 'loop.html'))
  await new Promise<void>((resolve) => socket.listen(join(dir, 'socket'), resolve))
  for (const [name, data] of Object.entries(FILES)) await writeFile(join(dir, name), data)
  for (const [name, [text]] of Object.entries({ ...HOSTILE, ...ENDLESS })) {
    await writeFile(join(dir, `${name}.html`), text)
  }

  const run = (sources: Record<string, string>, limits: Omit<PrintOptions, 'dir'>) => {
    const list = Object.entries(sources).map(([name, source]) => ({ name, source, output: `${name}.pdf` }))
    return print(jobListSchema.parse({ jobs: list }).jobs, {
      dir,
      ...limits,
      store: false,
      onProgress: (event) => {
        if (event.type === 'done') outcomes.set(event.file.job, 'printed')
        if (event.type === 'notice') notices.push(event.message)
        if (event.type === 'failed') outcomes.set(event.job, event.problems.map(({ message }) => message).join('\n'))
      },
    }).catch(() => undefined)
  }
  const files = (list: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(list).map((name) => [name, `${name}.html`]))
  const unreadable = Object.fromEntries(UNREADABLE.map((name) => [name, name]))
  await run({ ...unreadable, ...files(HOSTILE) }, { maxPages: 40, maxMemory: 500 })
  await run(files(ENDLESS), { timeout: 3_000, maxPages: 40 })
}, 240_000)

afterAll(async () => {
  socket.close()
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

test.each(Object.entries({ ...HOSTILE, ...ENDLESS }))('%s', (name, [, outcome]) => {
  expect(outcomes.get(name)).toMatch(outcome)
})

test.each(UNREADABLE)('what is no file: %s', (name) => {
  expect(outcomes.get(name)).toMatch(/is missing/)
})

test('each of the two runs says once that the browser has no sandbox, where it has none', () => {
  const told = notices.filter((message) => message.includes('without its own sandbox'))
  expect(told).toHaveLength(process.getuid?.() === 0 ? 2 : 0)
})

test('no temporary file and no process is left', async () => {
  expect(await readdir(join(root, 'tmp'))).toEqual([])
  const running = execFileSync('ps', ['-Awwo', 'args='], { encoding: 'utf8' }).split('\n')
  // Each browser names its profile's folder, which lies there.
  expect(running.filter((line) => line.includes(root))).toEqual([])
})
