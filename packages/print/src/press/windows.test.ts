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

test('what a document would do when it is taken away is not done, nor held against the next', async () => {
  await writeFile(join(place.dir, 'seen.txt'), 'seen')
  place.server.forget()
  const parting = `fetch('seen.txt', { keepalive: true }); for (let n = 0; n < 100; n++) navigator.sendBeacon('http://leak' + n + '.example/')`
  const events = ['onpagehide', 'onunload', 'onbeforeunload', 'document.onvisibilitychange']
  await set(
    'parting',
    `<p>first</p><script>${events.map((name) => `${name} = () => { ${parting} }`).join('\n')}</script>`,
  )
  expect(await set('after', '<p>second</p>')).toContain('second')
  expect([...place.server.loaded()]).toEqual(['parting.html', 'after.html'])
})

test('what goes on beside a document is held against it, or nobody', async () => {
  const code = `onmessage = () => setInterval(() => fetch('http://leak.example/').catch(() => 0), 1)`
  const late = `<p>first</p><script>
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}])))
    onafterprint = () => worker.postMessage(0)
  </script>`
  await set('late', late).catch((error: Error) => expect(error.message).toMatch(/^late\.html: asks for http:/))
  expect(await set('after', '<p>second</p>')).toContain('second')
})

test('a document that cannot be printed leaves a good window to the next', async () => {
  await expect(set('bad', '<img src="http://leak.example/a.png" alt="">')).rejects.toThrow('leak.example')
  expect(await set('after', '<p>second</p>')).toContain('second')
})

test('documents one after another need one window, and a new one where it broke down', async () => {
  await set('one', '<p>first</p>')
  const [context] = place.browser.contexts()
  await set('two', '<p>second</p>')
  expect(place.browser.contexts()).toEqual([context])
  const [page] = context?.pages() ?? []
  if (!context || !page) throw new Error('there is no window')
  await page.waitForURL('about:blank')
  const gone = Promise.race([page.waitForEvent('crash'), page.waitForEvent('close')])
  // It is never answered.
  void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined)
  await gone
  expect(await set('three', '<p>third</p>')).toContain('third')
})

test('what a document loads is known, even if one before it has loaded that too', async () => {
  await writeFile(join(place.dir, 'data.json'), '{}')
  await writeFile(join(place.dir, 'data.js'), '')
  // Both hold up the document, so that it is not printed before they are there.
  const loads = `<p>text</p><script src="data.js"></script><script>
    const request = new XMLHttpRequest()
    request.open('GET', 'data.json', false)
    request.send()
  </script>`
  await set('first', loads)
  place.server.forget()
  await set('second', loads)
  expect([...place.server.loaded()].sort()).toEqual(['data.js', 'data.json', 'second.html'])
})
