import { createSocket } from 'node:dgram'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PrintError } from './errors.ts'
import { jobListSchema } from './jobs.ts'
import { launchBrowser } from './press/browser.ts'
import { print } from './print.ts'

/** Somebody who waits on this machine for a document to call: whatever arrives, by TCP or UDP, is a leak. */
async function setCanary(host: string) {
  const calls: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined).on('data', (data) => calls.push(`TCP ${data.toString('latin1').slice(0, 60)}`))
    calls.push('TCP')
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as { port: number }
  const packets = createSocket(host.includes(':') ? 'udp6' : 'udp4').on('message', (data) =>
    calls.push(`UDP ${data.toString('latin1').slice(0, 60)}`),
  )
  await new Promise<void>((resolve) => packets.bind(port, host, resolve))
  return {
    port,
    calls,
    close() {
      server.close()
      packets.close()
    },
  }
}

const canary = await setCanary('0.0.0.0')
const canary6 = await setCanary('::1')
const host = `127.0.0.1:${canary.port}`
const site = `http://${host}`
/** WebRTC does not send from a real interface to the loopback one; without a network there is nothing else, and no leak. */
const lan = Object.values(networkInterfaces())
  .flat()
  .find((net) => net?.family === 'IPv4' && !net.internal)
const peer = `${lan?.address ?? '127.0.0.1'}:${canary.port}`
const SECRET = 'the secret outside'

type Attempt = [body: string, named: string | RegExp]

const script = (code: string) => `<script>{ ${code} }</script>`
const module = (code: string) => `<script type="module">${code}</script>`
const worker = (kind: string, code: string) =>
  script(`new ${kind}(URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' })))`)

/** Ways to reach for what is not in the folder, each with what must be said of it. They all stand in one document. */
const TOGETHER: Record<string, Attempt> = {
  image: [`<img src="${site}/a.png" alt="">`, `${site}/a.png`],
  'image by CSS': [`<p style="background: url(${site}/b.png)">text</p>`, `${site}/b.png`],
  'style sheet': [`<link rel="stylesheet" href="${site}/l.css">`, `${site}/l.css`],
  font: [
    `<style>@font-face { font-family: F; src: url(${site}/f.ttf) } i { font-family: F }</style><i>text</i>`,
    `${site}/f.ttf`,
  ],
  frame: [`<iframe src="${site}/frame"></iframe>`, `${site}/frame`],
  'frame in a frame': [`<iframe srcdoc="<iframe src='${site}/inner'></iframe>"></iframe>`, `${site}/inner`],
  object: [`<object data="${site}/o"></object>`, `${site}/o`],
  embed: [`<embed src="${site}/e">`, `${site}/e`],
  film: [`<video src="${site}/v.mp4" autoplay></video>`, `${site}/v.mp4`],
  'drawing by reference': [`<svg><image href="${site}/s.png"/></svg>`, `${site}/s.png`],
  script: [`<script src="${site}/s.js"></script>`, `${site}/s.js`],
  'module import': [module(`await import("${site}/m.js").catch(() => 0)`), `${site}/m.js`],
  fetch: [script(`fetch("${site}/fetch").catch(() => 0)`), `${site}/fetch`],
  XMLHttpRequest: [script(`const x = new XMLHttpRequest(); x.open('GET', "${site}/xhr"); x.send()`), `${site}/xhr`],
  beacon: [script(`navigator.sendBeacon("${site}/beacon", "x")`), `${site}/beacon`],
  'event source': [script(`new EventSource("${site}/events")`), `${site}/events`],
  WebSocket: [script(`new WebSocket("ws://${host}/ws")`), `ws://${host}/ws`],
  WebRTC: [script(`new RTCPeerConnection()`), 'RTCPeerConnection'],
  WebTransport: [script(`new WebTransport("https://${host}/wt").ready.catch(() => 0)`), `https://${host}/wt`],
  'worker that fetches': [worker('Worker', `fetch("${site}/worker").catch(() => 0)`), `${site}/worker`],
  'worker that imports': [worker('Worker', `try { importScripts("${site}/import.js") } catch {}`), `${site}/import.js`],
  'worker with a WebSocket': [worker('Worker', `new WebSocket("ws://${host}/worker-ws")`), `ws://${host}/worker-ws`],
  'shared worker': [worker('SharedWorker', `fetch("${site}/shared").catch(() => 0)`), `${site}/shared`],
  'service worker': [script(`navigator.serviceWorker.register('sw.js')`), /service worker/],
  preconnect: [`<link rel="preconnect" href="${site}">`, `${site}/`],
  prefetch: [`<link rel="prefetch" href="${site}/pre">`, `${site}/pre`],
  preload: [`<link rel="preload" as="image" href="${site}/preload.png">`, `${site}/preload.png`],
  'name lookup': [`<link rel="dns-prefetch" href="//leak.example">`, 'http://leak.example/'],
  'speculative visit': [
    `<script type="speculationrules">{ "prefetch": [{ "urls": ["${site}/rules"], "eagerness": "immediate" }] }</script>`,
    `${site}/rules`,
  ],
  ping: [
    script(`const a = document.createElement('a'); a.href = '#x'; a.ping = "${site}/ping"; a.click()`),
    `${site}/ping`,
  ],
  'another name of the machine': [
    script(`fetch("http://localhost:${canary.port}/n").catch(() => 0)`),
    /localhost:\d+\/n/,
  ],
  'no address': [script(`fetch("http://0.0.0.0:${canary.port}/z").catch(() => 0)`), /0\.0\.0\.0:\d+\/z/],
  'number as an address': [script(`fetch("http://2130706433:${canary.port}/d").catch(() => 0)`), /127\.0\.0\.1:\d+\/d/],
  IPv6: [script(`fetch("http://[::1]:${canary6.port}/six").catch(() => 0)`), /\[::1\]:\d+\/six/],
  'own port of another name': [
    script(`fetch(location.origin.replace('127.0.0.1', 'localhost')).catch(() => 0)`),
    /http:\/\/localhost:/,
  ],
  metadata: [script(`fetch("http://169.254.169.254/latest/meta-data/").catch(() => 0)`), '169.254.169.254/latest'],
  'file by frame': [`<iframe src="OUTSIDE/secret.txt"></iframe>`, /file:\/\/\S*secret\.txt/],
  'file by image': [`<img src="OUTSIDE/secret.txt" alt="">`, /file:\/\/\S*secret\.txt/],
  'file by fetch': [script(`fetch("OUTSIDE/secret.txt").catch(() => 0)`), /file:\/\/\S*secret\.txt/],
  'file by link': [`<a href="OUTSIDE/secret.txt">text</a>`, /file:\/\/\S*secret\.txt/],
  'folder above': [`<iframe src="../outside/secret.txt"></iframe>`, /outside\/secret\.txt is missing/],
  'folder above, encoded': [
    script(`fetch("/%2e%2e%2foutside%2fsecret.txt").then((r) => r.text()).then((t) => document.body.append(t))`),
    '/../outside/secret.txt leads outside the folder',
  ],
  'link of the file system': [`<iframe src="out/secret.txt"></iframe>`, '/out/secret.txt leads outside'],
  'inner page in a frame': [`<iframe src="chrome://version"></iframe>`, 'chrome://version'],
  'link that runs': [`<a href="javascript:alert(1)">text</a>`, 'links to “javascript:'],
  'link with data': [`<a href="data:text/html,x">text</a>`, 'links to “data:'],
}

/** Those that cannot share a document: they leave it, or change what the others mean. */
const ALONE: Record<string, Attempt> = {
  'WebRTC of a frame': [
    script(`const { contentWindow } = document.body.appendChild(document.createElement('iframe'))
      new contentWindow.webkitRTCPeerConnection()`),
    'RTCPeerConnection',
  ],
  'imported style sheet': [`<style>@import "${site}/i.css";</style>`, `${site}/i.css`],
  base: [`<base href="${site}/"><img src="based.png" alt="">`, `${site}/based.png`],
  window: [script(`open("${site}/window")`), `${site}/window`],
  'empty window': [script(`open().document.write('<img src="${site}/w.png">')`), /second window/],
  'leaving by script': [script(`location.href = "${site}/top"`), `${site}/top`],
  'leaving by refresh': [`<meta http-equiv="refresh" content="0; url=${site}/refresh">`, `${site}/refresh`],
  form: [
    `<form action="${site}/form" method="post"><input name="x"></form>${script('document.forms[0].submit()')}`,
    `${site}/form`,
  ],
  'form of a new window': [
    `<form action="${site}/form2" target="_blank"><input name="x"></form>${script('document.forms[0].submit()')}`,
    `${site}/form2`,
  ],
  'file by leaving': [script(`location.href = "OUTSIDE/secret.txt"`), /file:\/\/\S*secret\.txt/],
  'source view': [script(`location.href = "view-source:" + location.href`), 'view-source:'],
  'inner page': [script(`location.href = "chrome://version"`), 'chrome://version'],
  download: [
    script(`const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; a.click()`),
    /download/,
  ],
}

const attempts = Object.entries({ ...TOGETHER, ...ALONE })

let root: string
/** What was said of each document, by job. */
const said = new Map<string, string>()

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-sandbox-'))
  const [dir, outside] = [join(root, 'in'), join(root, 'outside')]
  await Promise.all([dir, outside].map((folder) => mkdir(folder)))
  await writeFile(join(outside, 'secret.txt'), SECRET)
  await symlink(outside, join(dir, 'out'), 'junction')

  const bodies = {
    together: Object.values(TOGETHER)
      .map(([body]) => body)
      .join('\n'),
    ...Object.fromEntries(Object.entries(ALONE).map(([name, [body]]) => [name, body])),
  }
  for (const [name, body] of Object.entries(bodies)) {
    const html = body.replaceAll('OUTSIDE', pathToFileURL(outside).href)
    await writeFile(
      join(dir, `${name}.html`),
      `<!doctype html><html lang="en"><title>t</title><body><p>text</p>${html}`,
    )
  }
  const list = Object.keys(bodies).map((name) => ({ name, source: `${name}.html`, output: `${name}.pdf` }))
  const error = await print(jobListSchema.parse({ jobs: list }).jobs, {
    dir,
    onProgress: (event) =>
      event.type === 'failed' && said.set(event.job, event.problems.map(({ message }) => message).join('\n')),
  }).catch((error: unknown) => error)
  if (!(error instanceof PrintError)) throw error
}, 120_000)

afterAll(async () => {
  for (const { close } of [canary, canary6]) close()
  await rm(root, { recursive: true, force: true })
})

test.each(attempts)('is refused and named: %s', (name, [, named]) => {
  expect(said.get(name in ALONE ? name : 'together')).toMatch(named)
})

test('nothing arrived anywhere', () => {
  expect([...canary.calls, ...canary6.calls]).toEqual([])
})

test('the browser sends no packet past its proxy, even to a script that finds another way to WebRTC', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.evaluate(async (peer) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${peer}` }] })
      const complete = new Promise<void>((resolve) => {
        connection.onicecandidate = ({ candidate }) => candidate || resolve()
      })
      connection.createDataChannel('x')
      await connection.setLocalDescription(await connection.createOffer())
      await complete
    }, peer)
  } finally {
    await browser.close()
  }
  expect(canary.calls).toEqual([])
})

test('no PDF was made, and so none that holds what lies outside', async () => {
  expect((await readdir(join(root, 'in'))).filter((name) => name.endsWith('.pdf'))).toEqual([])
})
