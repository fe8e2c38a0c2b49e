/** The whole way through a page by keyboard alone, and what a reader's own settings ask of it. */
import { content } from '@diglot/content'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageKinds } from './support/kinds.ts'
import { type RunningSite, runSite } from './support/site.ts'

const paths = await pageKinds()
let site: RunningSite

beforeAll(async () => {
  site = await runSite()
})
afterAll(() => site?.close())

/** What can be reached on a page, in the order of its source; each is marked with its number. */
const markFocusable = () =>
  [...document.querySelectorAll<HTMLElement>('a[href], button:enabled, input:enabled, [tabindex="0"]')]
    .filter((element) => element.checkVisibility())
    .map((element, index) => element.setAttribute('data-stop', String(index))).length

/** Where the focus is: the number, and what is wrong with how it is seen. */
const lookAtFocus = () => {
  const element = document.activeElement as HTMLElement
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const [box] = element.getClientRects()
  const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [-1, -1]
  const top = document.elementFromPoint(x, y)
  const faults = [
    ...(outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? ['has no ring'] : []),
    ...(top && (element.contains(top) || top.contains(element)) ? [] : ['is out of sight or covered']),
  ]
  return { stop: element.dataset.stop ?? element.tagName, faults, name: element.textContent?.trim().slice(0, 40) }
}

test('Tab leads to everything that can be used, in the order of reading, and shows where it is', async () => {
  const problems: string[] = []
  await site.inTab({ reducedMotion: 'reduce' }, async (tab) => {
    for (const path of paths) {
      await tab.goto(site.url + path)
      if (path.includes('projects/')) await tab.locator('fieldset:enabled').waitFor()
      const stops = await tab.evaluate(markFocusable)
      expect(stops).toBeGreaterThan(3)
      for (let expected = 0; expected < stops; expected++) {
        await tab.keyboard.press('Tab')
        const { stop, faults, name } = await tab.evaluate(lookAtFocus)
        if (stop !== String(expected)) faults.push(`is number ${stop}, not ${expected}`)
        if (faults.length > 0) problems.push(`/${path}: “${name}” ${faults.join(', ')}`)
      }
      // Out of the page, and not back into a part of it.
      await tab.keyboard.press('Tab')
      const { stop } = await tab.evaluate(lookAtFocus)
      if (!['BODY', '0'].includes(stop)) problems.push(`/${path}: Tab does not get past number ${stop}`)
    }
  })
  expect(problems).toEqual([])
})

test('the first Tab leads past the head of a page to its text', async () => {
  await site.inTab({}, async (tab) => {
    for (const path of paths.filter((one) => one !== '')) {
      await tab.goto(site.url + path)
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('Tab')
      const within = await tab.evaluate(() => document.activeElement?.closest('main')?.id)
      expect(within, path).toBe('_main')
    }
  })
})

test('who wants less motion gets none', async () => {
  await site.inTab({ reducedMotion: 'reduce' }, async (tab) => {
    for (const path of paths) {
      await tab.goto(site.url + path)
      const [scrolling, moving] = await tab.evaluate(() => [
        getComputedStyle(document.documentElement).scrollBehavior,
        document.getAnimations().length,
      ])
      expect([scrolling, moving], path).toEqual(['auto', 0])
      const transitions = await tab.evaluate(() =>
        [...document.styleSheets]
          .flatMap(({ cssRules }) => [...cssRules])
          .filter((rule) => rule.cssText.startsWith('@view-transition')),
      )
      expect(transitions, path).toEqual([])
    }
  })
})

test('drawings are in the colours that a reader has chosen', async () => {
  await site.inTab({ forcedColors: 'active', colorScheme: 'dark' }, async (tab) => {
    for (const path of paths) {
      await tab.goto(site.url + path)
      const strange = await tab.locator('svg :is(text, rect, path, line)').evaluateAll((shapes) => {
        const { color } = getComputedStyle(document.body)
        const probe = document.createElement('i')
        document.body.append(probe)
        probe.style.backgroundColor = 'Canvas'
        const chosen = new Set(['none', color, getComputedStyle(probe).backgroundColor])
        probe.remove()
        return shapes.flatMap((shape) => {
          const { fill, stroke } = getComputedStyle(shape)
          return chosen.has(fill) && chosen.has(stroke) ? [] : [`<${shape.tagName}> ${fill} ${stroke}`]
        })
      })
      expect(strange, path).toEqual([])
    }
  })
})

test.each(['diglot/', ...content.locales.map((locale) => `${locale}/`)])(
  'the place that a link leads to is marked in the colours that a reader has chosen, on /%s',
  async (path) => {
    await site.inTab({ forcedColors: 'active' }, async (tab) => {
      await tab.goto(`${site.url}${path}#${content.projects[0]?.id}`)
      const marks = await tab.evaluate(() => {
        const rings = [...document.querySelectorAll('.entry :is(h3, h3 > [lang])')].filter((element) => {
          const { outlineStyle, outlineColor } = getComputedStyle(element)
          return outlineStyle !== 'none' && !/^rgba\(.*, 0\)$/.test(outlineColor)
        })
        return rings.map((element) => element.closest('.entry')?.id)
      })
      expect(new Set(marks)).toEqual(new Set([content.projects[0]?.id]))
    })
  },
)
