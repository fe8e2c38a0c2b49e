import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from './errors.ts'
import { jobListSchema } from './jobs.ts'
import { print } from './print.ts'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Bodies of documents that are good, each in a way that is easily taken for a fault. */
const GOOD: Record<string, string> = {
  'place in the document': '<p id="x"><a href="#x">here</a> <a href="#top">top</a></p>',
  'link to the web, mail, telephone':
    '<a href="https://example.org">w</a> <a href="mailto:a@b.c">m</a> <a href="tel:1">t</a>',
  'link that is not printed': '<style>nav { display: none }</style><nav><a href="/zh/">中文</a> 🍵</nav><p>text</p>',
  'list in letters and Roman numerals': '<ol type="A"><li>x<li>y</ol><ol type="I"><li>x<li>y</ol>',
  'list in Han numerals and strings': `<ol style="list-style: cjk-decimal"><li>x</ol><ul style="list-style: '– '"><li>x</ul>`,
  'text from an attribute': '<style>p::before { content: attr(data-label) }</style><p data-label="标签">text</p>',
  'text from an imported style sheet': '<style>@import "more.css";</style><p class="more">text</p>',
  'head from a custom property':
    '<style>:root { --h: "页眉" } @page { @top-left { content: var(--h) } }</style><p>text</p>',
  'soft hyphen': `<p style="width: 60px">${'Donau&shy;dampf&shy;schiff '.repeat(5)}</p>`,
  'style sheet of today':
    '<style>main { & h2 { break-before: page } @media (width > 9px) { a { b: c } } }</style><p>x</p>',
  'left page further on': '<style>h2 { break-before: left }</style><h1>x</h1><h2>y</h2>',
  'width on a screen': '<link rel="stylesheet" href="wide.css" media="screen"><p>x</p>',
  'hints that are not seen': '<p>a\u200eb ✓\ufe0e</p>',
  'quotation in other languages': '<p><q lang="de">ja</q> <q lang="fr">oui</q> <q lang="zh">是</q></p>',
  'box that is no box': '<div style="display: contents">bare <i>text</i></div>',
  'image far below': `${'<p>text</p>'.repeat(200)}<img src="a.png" loading="lazy" alt="">`,
  'request that is called off':
    '<p>text</p><script>const c = new AbortController(); fetch("a.png", c).catch(() => 0); c.abort()</script>',
  'place with a sign of encoding': '<p id="100%"><a href="#100%">all of it</a></p>',
  'drawing of a script':
    '<p>text</p><canvas width="9" height="9">a square</canvas><script>document.querySelector("canvas").getContext("2d").fillRect(0, 0, 9, 9)</script>',
  'number above the first line':
    '<style>p { margin: 0; line-height: 1 } sup { line-height: 0; vertical-align: 0.45em }</style><p>text<sup>12</sup></p>',
  'R&D, a+b': '<p>a name of many signs</p>',
}

/** Bodies of documents that must be refused, with what is said of them. */
const BAD: Record<string, [body: string, message: RegExp]> = {
  'other file': [
    '<p data-entry="e"><a href="other.html">more</a></p>',
    /^“more” links to “other.html”, which leads nowhere/,
  ],
  'own name': ['<p id="x"><a href="own%20name.html#x">x</a></p>', /links to “own%20name.html#x”/],
  'other paper': ['<p id="x"><a href="?paper=letter#x">x</a></p>', /links to “\?paper=letter#x”/],
  'empty address': ['<a href="">x</a>', /“x” links to “”/],
  'file of the machine': ['<a href="file:///a.html">x</a>', /links to “file:/],
  'drawn link': ['<svg width="9" height="9"><a href="/x"><text y="9">t</text></a></svg>', /“t” links to “\/x”/],
  'shadow tree': [
    '<p>x</p><div><template shadowrootmode="open"><p>lost</p></template></div>',
    /^<div> has a shadow tree, which is not printed/,
  ],
  'broken image': ['<p>x</p><img src="broken.png" alt="">', /^the image broken.png cannot be shown/],
  'address that is badly encoded': ['<p>x</p><img src="100%.png" alt="">', /^\/100%\.png is missing \(404\)/],
  'address without a name': ['<p>x</p><img src=".//" alt="">', /^\/\/ is missing \(404\)/],
  'link out of the folder': [
    '<p>x</p><script src="out/secret.js"></script>',
    /^\/out\/secret\.js leads outside the folder/,
  ],
  'break in an attribute': [
    '<p>x</p><p style="break-before: page">y</p>',
    /^break in an attribute\.html:1:65 “break-before: page” in a style attribute/,
  ],
  'beginning on a left page': [
    '<style>@media print { h1 { break-before: left } }</style><main><div hidden>x</div><h1>Left</h1><p>x</main>',
    /^“Left” has break-before: left, but the first page is a right one/,
  ],
  'line above its page': [
    '<style>p { margin: -0.6em 0 0; line-height: 1 }</style><p>Text<p>x</p>',
    /^text does not fit the page area: “Text”/,
  ],
  'large line made small, above its page': [
    '<style>p { margin: -0.75em 0 0; font-size: 100px; line-height: 1; zoom: 0.3 }</style><p>Text<p>x</p>',
    /^text does not fit the page area: “Text”/,
  ],
  'capitals above their page': [
    '<style>p { margin: -0.42em 0 0; font-size: 60px; line-height: 1; text-transform: uppercase }</style><p>xxx<p>x</p>',
    /^text does not fit the page area: “xxx”/,
  ],
  'width of the window': [
    '<link rel="stylesheet" href="wide.css"><p>x</p>',
    /^wide\.css:2:3 “width: 50vw”: vw is measured on the window/,
  ],
  'second window': ['<p>x</p><script>open("https://example.org/")</script>', /^asks for https:\/\/example\.org\//],
  'printing that never ends': ['<p>x</p><script>onbeforeprint = () => { for (;;); }</script>', /^is not ready after/],
}

let root: string
const problems = new Map<string, readonly Problem[]>()

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-documents-'))
  const dir = join(root, 'in')
  await mkdir(join(root, 'outside'))
  await mkdir(dir)
  await symlink(join(root, 'outside'), join(dir, 'out'), 'junction')
  await writeFile(join(root, 'outside', 'secret.js'), '')
  await writeFile(join(dir, 'a.png'), Buffer.from(PIXEL, 'base64'))
  await writeFile(join(dir, 'broken.png'), 'not an image')
  await writeFile(join(dir, 'wide.css'), 'p {\n  width: 50vw;\n}')
  await writeFile(join(dir, 'more.css'), '.more::before { content: "更多" }')
  const bodies = { ...GOOD, ...Object.fromEntries(Object.entries(BAD).map(([name, [body]]) => [name, body])) }
  for (const [name, body] of Object.entries(bodies)) {
    await writeFile(join(dir, `${name}.html`), `<!doctype html><html lang="en"><title>t</title><body>${body}`)
  }
  const list = Object.keys(bodies).map((name) => ({ name, source: `${name}.html`, output: `${name}.pdf` }))
  const { jobs } = jobListSchema.parse({
    jobs: [...list, { name: 'escape', source: 'R&D, a+b.html', output: 'out/x.pdf' }],
  })
  await print(jobs, {
    dir,
    timeout: 10_000,
    onProgress: (event) => {
      if (event.type === 'done') problems.set(event.file.job, [])
      if (event.type === 'failed') problems.set(event.job, event.problems)
    },
  }).catch(() => undefined)
}, 120_000)

afterAll(() => rm(root, { recursive: true, force: true }))

test.each(Object.keys(GOOD))('is printed: %s', (name) => {
  expect(problems.get(name)).toEqual([])
})

test.each(Object.entries(BAD))('is refused: %s', (name, [, message]) => {
  expect(problems.get(name)?.[0]?.message).toMatch(message)
})

test('a link out of the folder takes no PDF either', async () => {
  expect(problems.get('escape')?.[0]?.message).toMatch(/^is a link to a place outside the folder/)
  expect(await readdir(join(root, 'outside'))).toEqual(['secret.js'])
})
