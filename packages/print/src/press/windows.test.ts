import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testPlace } from '../test-place.ts'
import { render } from './render.ts'

const place = testPlace()

async function set(name: string, body: string): Promise<string> {
  const source = `${name}.html`
  await writeFile(join(place.dir, source), `<!doctype html><html lang="en"><title>t</title><body>${body}`)
  const { pagination } = await render({ ...place, source, paper: 'a4', timeout: 20_000 })
  return pagination.pages.map(({ text }) => text).join('\n')
}

/** Writes into the document what an earlier one in its window has left. */
const WHAT_IS_LEFT = `<p id="left"></p><script>
  const left = [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, name]
  document.getElementById('left').textContent = 'left: ' + left.join(' ').trim() + ' ' + history.length
</script>`

const LEAVES_ALL = `<p>first</p><script>
  localStorage.a = sessionStorage.b = 1
  document.cookie = 'c=1; max-age=1000'
  name = 'd'
  history.pushState(null, '', '#e')
</script>`

test('a document finds nothing that another one has left in its window', async () => {
  const fresh = await set('fresh', WHAT_IS_LEFT)
  expect(fresh).toMatch(/left: +\d/)
  await set('leaves', LEAVES_ALL)
  expect(await set('after', WHAT_IS_LEFT)).toBe(fresh)
})

test('what a document does when it is taken away is not done, nor held against the next', async () => {
  await set('parting', `<p>first</p><script>onpagehide = () => navigator.sendBeacon('http://leak.example/')</script>`)
  await expect(set('after', '<p>second</p>')).resolves.toContain('second')
})

test('a document that cannot be printed leaves a good window to the next', async () => {
  await expect(set('bad', '<img src="http://leak.example/a.png" alt="">')).rejects.toThrow('leak.example')
  expect(await set('after', '<p>second</p>')).toContain('second')
})

test('the first document has the fonts of the second, and as many', async () => {
  const size = async (name: string) => {
    await writeFile(join(place.dir, `${name}.html`), '<!doctype html><html lang="zh"><title>t</title><p>文字 text')
    return (await render({ ...place, source: `${name}.html`, paper: 'a4', timeout: 20_000 })).pdf.length
  }
  expect(await size('one')).toBe(await size('two'))
})
