import { subsetFonts } from '@diglot/print'
import type { Page as Tab } from 'playwright-core'
import { readDist } from './dist.ts'

/** Gives an open page the typesetter's fonts: the machine that runs a test may have none for Chinese. */
export async function inPrintFonts(tab: Tab): Promise<void> {
  const text = await tab.evaluate(() => document.documentElement.outerHTML)
  const { css, files } = await subsetFonts([text], { base: '/fonts/', format: 'truetype' })
  await tab.route('**/fonts/*', (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice('/fonts/'.length))
    return file ? route.fulfill({ body: Buffer.from(file), contentType: 'font/ttf' }) : route.abort()
  })
  await tab.addStyleTag({ content: css })
  await tab.evaluate(() => document.fonts.ready)
}

/** Sets an open print document as tight or loose as the typesetter set its PDF: to compare the engines, and not the settings. */
export async function asInPdf(tab: Tab, file: string, paper: string): Promise<void> {
  const { tightness } = JSON.parse(await readDist(file.replace('index.html', `setting.${paper}.json`)))
  await tab.evaluate((value) => document.documentElement.style.setProperty('--tightness', value), `${tightness}`)
}
