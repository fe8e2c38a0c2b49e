import { expect, test } from 'vitest'
import { compareText } from './conserve.ts'

const pages = (...texts: string[]) => texts.map((text, index) => ({ text, page: index + 1 }))
const source = [{ text: '第一句。', entry: 'one' }, { text: 'Second sentence.', entry: 'two' }, { text: '第三句。' }]

test('the same text on pages is no problem, wherever the lines break', () => {
  expect(compareText(source, pages('第一\n句。', 'Second  sentence.', '第三句。'))).toEqual([])
})

test.each([
  ['lost', pages('第一句。', 'Second sen', '第三句。')],
  ['doubled', pages('第一句。', 'Second sentence.', 'sentence.第三句。')],
  ['reordered', pages('第一句。', '第三句。', 'Second sentence.')],
])('text that is %s is said with the characters around it', (what, set) => {
  const [problem] = compareText(source, set)
  expect(problem?.message).toMatch(
    new RegExp(`^pagination ${what} text: the pages have “.*” where the document has “.+”`),
  )
  expect(problem?.page).toBeGreaterThan(1)
})
