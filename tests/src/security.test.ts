/** A page does only what its policy allows, whoever wrote into it, and every page gets along with its policy. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, readDist, readPages } from './support/dist.ts'
import { attribute, elements, holdsExplainer, scriptsOf } from './support/html.ts'
import { type RunningSite, runSite } from './support/site.ts'

let site: RunningSite
let pages: Page[]

beforeAll(async () => {
  pages = await readPages()
  site = await runSite()
})
afterAll(() => site?.close())

const policyOf = ({ document }: Page) =>
  elements(document, 'meta').find((meta) => attribute(meta, 'http-equiv') === 'content-security-policy')

test('every page carries a policy, before anything that it is for', () => {
  const problems = pages.filter((page) => {
    const [charset, policy] = elements(page.document, 'head')[0]?.childNodes ?? []
    return !charset || policy !== policyOf(page)
  })
  expect(problems.map(({ file }) => file)).toEqual([])
})

test('only print documents may have styles within them, and no page has script within it', () => {
  const problems = pages.flatMap((page) => {
    const { file, print, document } = page
    const policy = attribute(policyOf(page) as NonNullable<ReturnType<typeof policyOf>>, 'content') ?? ''
    const scripts = scriptsOf(document).filter((script) => attribute(script, 'src') === undefined)
    const source = print || holdsExplainer(document) ? 'self' : 'none'
    const styled = [...elements(document, 'style'), ...elements(document).filter((one) => attribute(one, 'style'))]
    const handlers = elements(document).flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')))
    return [
      ...scripts.map(() => `${file} has a script within it`),
      ...handlers.map(({ name }) => `${file} has an ${name}`),
      ...(print ? [] : styled.map(({ tagName }) => `${file} has a style at <${tagName}>`)),
      ...(print || !policy.includes('unsafe') ? [] : [`${file} allows ${policy}`]),
      ...(policy.includes('require-trusted-types-for') ? [] : [`${file} makes script of texts`]),
      ...(policy.includes(`script-src '${source}';`) ? [] : [`${file} takes script from elsewhere`]),
    ]
  })
  expect(problems).toEqual([])
})

test('no page breaks its policy or has anything to say to the console, nor does a print document while it is paginated', async () => {
  const problems: string[] = []
  await site.inTab({}, async (tab) => {
    let file = ''
    tab.on('console', (message) => problems.push(`${file}: console: ${message.text()}`))
    tab.on('pageerror', (error) => problems.push(`${file}: error: ${error.message}`))
    await tab.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`${violatedDirective} refuses ${blockedURI}`),
      ),
    )
    for (const page of pages) {
      file = page.file
      await tab.goto(site.url + page.path)
      if (page.print) await tab.waitForSelector('html[data-diglot=ready] body:not([style*=opacity])')
    }
  })
  expect(problems).toEqual([])
})

test('what somebody wrote into a page does not run, and nobody frames it', async () => {
  await site.inTab({}, async (tab) => {
    const page = pages.find(({ print, locale }) => locale && !print) as Page
    const response = await tab.goto(site.url + page.path)
    expect(response?.headers()['content-security-policy']).toMatch(/^frame-ancestors 'none', default-src 'none'/)
    const ran = await tab.evaluate(() => {
      const script = document.createElement('script')
      const run = globalThis as unknown as { ran?: string[] }
      run.ran = []
      const writes = {
        text: () => script.append("ran.push('script')"),
        html: () => {
          document.body.innerHTML = "<img src='' onerror=\"ran.push('html')\">"
        },
      }
      const refused = Object.entries(writes).flatMap(([name, write]) => {
        try {
          write()
          document.body.append(script)
          return []
        } catch {
          return [name]
        }
      })
      return { ran: run.ran, refused }
    })
    expect(ran).toEqual({ ran: [], refused: ['html'] })
  })
})

test('what has its contents in its name is kept for a year, and nothing else is', async () => {
  const rules = (await readDist('_headers')).split('\n\n')
  const kept = rules.filter((rule) => rule.includes('immutable')).map((rule) => rule.split('\n')[0] ?? '')
  expect(kept.map((place) => place.slice(new URL(site.url).pathname.length))).toEqual(['_astro/*', 'fonts/*'])
})
