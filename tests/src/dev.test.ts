/** `pnpm dev`: what is saved is seen, a mistake is seen with its place and what to do, and the page comes back by itself. */
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '@diglot/print'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DevServer, startDev } from './support/dev-server.ts'
import { copyWorkspace } from './support/workspace.ts'

const SAVES = 5

let folder: string
let server: DevServer
let browser: Browser
let tab: Tab
/** Whether the page hears of what is saved: it connects to the server a moment after it is shown. */
let listening = Promise.withResolvers<void>()

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'diglot-dev-')))
  await copyWorkspace(folder)
  server = await startDev(join(folder, 'apps/site'), { DIGLOT_DATA: join(folder, 'packages/content/data') })
  browser = await launchBrowser()
  tab = await browser.newPage()
  tab.on('framenavigated', () => {
    listening = Promise.withResolvers()
  })
  tab.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"connected"')) listening.resolve()
    }),
  )
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The page as it is loaded now shows a text; none of the overlay. */
const shown = (text: string) =>
  tab.waitForFunction((text) => document.querySelector('main')?.textContent.includes(text), text, { polling: 5 })

/** What the overlay says, when it says something of a file. */
const overlaid = async (file: string) => {
  const said = await tab.waitForFunction((file) => {
    const text = document
      .querySelector('vite-error-overlay')
      ?.shadowRoot?.getElementById('message-content')?.textContent
    return text?.includes(file) ? text : undefined
  }, file)
  return said.jsonValue()
}

/** Saves a file, changed. */
async function save(file: string, change: (source: string) => string): Promise<void> {
  await listening.promise
  const path = join(folder, file)
  const source = await readFile(path, 'utf8')
  const changed = change(source)
  expect(changed, `${file} is to be changed`).not.toBe(source)
  await writeFile(path, changed)
}

const cases: [what: string, file: string, good: RegExp, bad: [RegExp, string], message: RegExp][] = [
  [
    'a fact',
    'packages/content/data/projects/bfs/project.yaml',
    /General-Purpose\w*(?= Storage)/,
    [/^order: /m, 'ordr: '],
    /^projects\/bfs\/project\.yaml:\d+:1 Unknown key "ordr"\. Did you mean "order"\?/,
  ],
  [
    'a case study',
    'packages/content/data/projects/bfs/en.mdx',
    /Haystack\w*(?=: one seek)/,
    [/^<\/Technique>$/m, ''],
    /^projects\/bfs\/en\.mdx:\d+:\d+ <Technique> is never closed.* Write <\/Technique> where it ends/,
  ],
  [
    'an interface word',
    'apps/site/src/locales/zh.json',
    /(?<="work": ")主要工作\d*/,
    [/"technologies"/, '"tecnologies"'],
    /^apps\/site\/src\/locales\/zh\.json:\d+:\d+ entry\.technologies is missing\. Add it; in English it is “Technologies”\./,
  ],
]

test.each(cases)('%s', async (what, file, good, [right, wrong], message) => {
  await tab.goto(`${server.url}${file.endsWith('zh.json') ? 'zh' : 'en'}/projects/bfs/`)
  const times: number[] = []
  for (let count = 1; count <= SAVES; count++) {
    const [word = ''] = good.exec(await readFile(join(folder, file), 'utf8')) ?? []
    const next = `${word.replace(/\d+$/, '')}${count}`
    await listening.promise
    const start = performance.now()
    await save(file, (source) => source.replace(good, next))
    await shown(next)
    times.push(performance.now() - start)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(SAVES / 2)] ?? 0
  console.log(`${what} that is saved shows after ${Math.round(median)} ms (median of ${SAVES})`)

  const whole = await readFile(join(folder, file), 'utf8')
  await save(file, (source) => source.replace(right, wrong))
  expect(await overlaid(file.replace('packages/content/data/', ''))).toMatch(message)
  await save(file, () => whole.replace(good, 'Mended'))
  await shown('Mended')
})
