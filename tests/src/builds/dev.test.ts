/** `pnpm dev`: what is saved is seen, a mistake is seen with its place and what to do, and the page comes back by itself. */
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '@diglot/print'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DevServer, startDev } from '../support/dev-server.ts'
import { copyWorkspace } from '../support/workspace.ts'

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
})
// A tab for each: in that of the case before a save may still be on its way.
beforeEach(async () => {
  tab = await browser.newPage()
  tab.on('request', (request) => {
    if (request.isNavigationRequest()) listening = Promise.withResolvers()
  })
  tab.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"connected"')) listening.resolve()
    }),
  )
})
afterEach(() => tab.close())
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The page as it is loaded now shows a text, on paper once its pages are laid; none of the overlay. */
const shown = (text: string) =>
  tab.waitForFunction(
    (text) => {
      const main = document.querySelector('main')
      return main?.checkVisibility({ opacityProperty: true }) && main.textContent.includes(text)
    },
    text,
    { polling: 5 },
  )

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

const cases: [what: string, page: string, file: string, good: RegExp, bad: [RegExp, string], message: RegExp][] = [
  [
    'a fact',
    'en/projects/bfs/',
    'packages/content/data/projects/bfs/project.yaml',
    /General-Purpose\w*(?= Storage)/,
    [/^order: /m, 'ordr: '],
    /^projects\/bfs\/project\.yaml:\d+:1 Unknown key "ordr"\. Did you mean "order"\?/,
  ],
  [
    'a fact on paper',
    'en/print/resume/',
    'packages/content/data/projects/crane/project.yaml',
    /Crane\w*$/m,
    [/^summary:$/m, 'sumary:'],
    /^projects\/crane\/project\.yaml:\d+:1 Unknown key "sumary"\. Did you mean "summary"\?/,
  ],
  [
    'a case study',
    'en/projects/bfs/',
    'packages/content/data/projects/bfs/en.mdx',
    /Haystack\w*(?=: one seek)/,
    [/^<\/Technique>$/m, ''],
    /^projects\/bfs\/en\.mdx:\d+:\d+ <Technique> is never closed.* Write <\/Technique> where it ends/,
  ],
  [
    'an interface word',
    'zh/projects/bfs/',
    'apps/site/src/locales/zh.json',
    /(?<="work": ")主要工作\d*/,
    [/"technologies"/, '"tecnologies"'],
    /^apps\/site\/src\/locales\/zh\.json:\d+:\d+ entry\.technologies is missing\. Add it; in English it is “Technologies”\./,
  ],
]

test.each(cases)('%s', async (what, page, file, good, [right, wrong], message) => {
  await tab.goto(server.url + page)
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
