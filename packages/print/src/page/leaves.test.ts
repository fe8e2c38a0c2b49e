import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { launchBrowser } from '../press/browser.ts'
import { serveFolder } from '../press/server.ts'

/** The leaf that a document becomes as the right-hand pages of a book. */
async function leafOf(body: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'diglot-leaves-'))
  await writeFile(join(dir, 'zh.html'), '<!doctype html><html lang="zh"><p id="a">文</p>')
  await writeFile(join(dir, 'en.html'), `<!doctype html><html lang="en"><body>${body}</body></html>`)
  await build({
    entryPoints: [fileURLToPath(new URL('leaves.ts', import.meta.url))],
    outfile: join(dir, 'leaves.js'),
    bundle: true,
    format: 'iife',
    globalName: 'leaves',
    logLevel: 'silent',
  })
  const server = await serveFolder(dir)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${server.origin}/zh.html`)
    await page.addScriptTag({ url: 'leaves.js' })
    await page.evaluate('leaves.face("en.html")')
    return await page.locator('[data-leaf="right"]').innerHTML()
  } finally {
    await browser.close()
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
}

test('every reference in the second document leads to the same element as before', async () => {
  const leaf = await leafOf(
    `<p id="a" aria-describedby="a  b">a</p><p id="b" title="url(#a)" style="mask: url( '#a' )">#a</p><a name="c" href="#a">a</a>` +
      '<img alt="" usemap="#m"><map name="m"></map><input name="a">' +
      '<svg><use xlink:href="#a"></use><use href="#b"></use><path fill="url(#a)" clip-path="url(&quot;#b&quot;)"></path></svg>',
  )
  expect(leaf).toBe(
    `<p id="en_a" aria-describedby="en_a  en_b">a</p><p id="en_b" title="url(#a)" style="mask: url( '#en_a' )">#a</p><a name="en_c" href="#en_a">a</a>` +
      '<img alt="" usemap="#en_m"><map name="en_m"></map><input name="a">' +
      '<svg><use xlink:href="#en_a"></use><use href="#en_b"></use><path fill="url(#en_a)" clip-path="url(&quot;#en_b&quot;)"></path></svg>',
  )
})

test('a link to the top of the second document still leads to the top', async () => {
  expect(await leafOf('<a href="#">1</a><a href="#top">2</a>')).toBe('<a href="#">1</a><a href="#top">2</a>')
  expect(await leafOf('<p id="top"></p><a href="#top">2</a>')).toBe('<p id="en_top"></p><a href="#en_top">2</a>')
})
