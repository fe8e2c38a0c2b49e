import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { subsetFonts } from '../src/fonts/subset.ts'
import { pageParts } from '../src/press/bundle.ts'

const ZH = '网站、纸质简历和数据包出自同一处，两种语言永远一致；分页之后逐字核对，不丢失，也不重复。'.repeat(3)
const EN = 'Each sheet is read back after it is made, and compared with the text of its source, word by word. '.repeat(
  3,
)

/** Sections of mixed text to about three pages of A4. */
export const THREE_PAGES = 7

/**
 * A document of headings, paragraphs and lists in both languages, as the site writes its print documents: with the
 * styles and the cut fonts of this package linked, so that native printing has the same text, type and measure to set.
 *
 * @param sections each about 0.4 of a page of A4.
 */
function documentOf(sections: number): string {
  const body = Array.from(
    { length: sections },
    (_, index) =>
      `<h2>${index + 1}. 一节 Section</h2><p>${ZH}</p><p lang="en">${EN}</p><ul><li>${ZH}</li><li lang="en">${EN}</li></ul>`,
  )
  const links = '<link rel="stylesheet" href="fonts.css" data-pagedjs-ignore><link rel="stylesheet" href="styles.css">'
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Bench</title>${links}<main>${body.join('')}</main>`
}

/** Fills a folder with documents, one for each number of sections, named `<sections>.html`, and what they link to. */
export async function writeDocuments(dir: string, sections: readonly number[]): Promise<void> {
  const [{ styles }, { css, files }] = await Promise.all([pageParts(), subsetFonts([documentOf(1), '0123456789'])])
  await writeFile(join(dir, 'styles.css'), styles)
  await writeFile(join(dir, 'fonts.css'), css)
  for (const [name, data] of files) await writeFile(join(dir, name), data)
  for (const count of sections) await writeFile(join(dir, `${count}.html`), documentOf(count))
}
