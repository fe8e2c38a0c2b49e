import type { Problem } from '../errors.ts'
import type { Pagination } from '../pagination.ts'
import { normalise } from '../text.ts'
import type { Reading } from './read.ts'

/** Whether every link within the document leads to the page that its place stands on. */
export function compareLinks({ pages, places }: Pagination, { links }: Reading): Omit<Problem, 'document'>[] {
  return pages.flatMap((page, index) => {
    const number = index + 1
    const wanted = page.links.filter(({ to }) => to !== undefined)
    const wrong = (links[index] ?? []).flatMap(({ place, page: found }) => {
      const text = wanted.find(({ to }) => to === place)?.text ?? place
      const expected = places[place]
      if (expected === undefined || expected === found) return []
      const message =
        found === 0
          ? `“${text}” links to “#${place}”, and the PDF does not know the place. Give the id to an element that is printed.`
          : `“${text}” links to “#${place}” on page ${expected}, and the PDF leads to page ${found}. Give the id to an element with a box.`
      return [{ message, page: number }]
    })
    const known = new Set((links[index] ?? []).map(({ place }) => place))
    const dead = wanted
      .filter(({ to = '' }) => places[to] === undefined || !known.has(to))
      .map(({ text, to }) => ({
        message: `“${text}” links to “#${to}”, which leads nowhere in the PDF. Give that id to an element that is printed.`,
        page: number,
      }))
    return [...wrong, ...dead]
  })
}

/** Whether the outline has every heading once, in order, with the page that it stands on. */
export function compareOutline({ headings }: Pagination, { outline }: Reading): Omit<Problem, 'document'>[] {
  const levels: number[] = []
  const expected = headings.flatMap(({ level, text, page }) => {
    if (!normalise(text)) return []
    while ((levels.at(-1) ?? 0) >= level) levels.pop()
    levels.push(level)
    return { level: levels.length, text, page }
  })
  for (let index = 0; index < Math.max(expected.length, outline.length); index++) {
    const [heading, entry] = [expected[index], outline[index]]
    if (!heading)
      return [
        { message: `the PDF's outline has “${entry?.title}”, which is no heading. Look for text that is set twice.` },
      ]
    const { level, text, page } = heading
    if (!entry || !sameWords(entry.title, text))
      return [
        {
          message: `the PDF's outline lacks the heading “${text}”${entry ? ` and has “${entry.title}” in its place` : ''}.`,
          page,
        },
      ]
    if (entry.page !== page)
      return [
        { message: `the PDF's outline leads from “${text}” to page ${entry.page}. It stands on page ${page}.`, page },
      ]
    if (entry.level !== level)
      return [
        {
          message: `the PDF's outline has “${text}” ${entry.level} levels deep; by its headings it is ${level}.`,
          page,
        },
      ]
  }
  return []
}

/** Chromium writes a heading as it is shown, small letters as capitals where CSS says so. */
function sameWords(one: string, other: string): boolean {
  return normalise(one).toUpperCase() === normalise(other).toUpperCase()
}
