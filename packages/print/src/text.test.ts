import { expect, test } from 'vitest'
import { firstDifference, normalise, surplus } from './text.ts'

test('normalise drops white space and invisible hints', () => {
  expect(normalise(' a\u00a0b\n\u00adc\u2060 ')).toBe('abc')
})

test('normalise never makes a character of a radical', () => {
  expect(normalise('⽤')).not.toBe(normalise('用'))
})

test('surplus counts', () => {
  expect(surplus('abcabc', 'cab')).toBe('abc')
  expect(surplus('abc', 'abc')).toBe('')
})

test('firstDifference shows the place', () => {
  expect(firstDifference('the same text', 'the same test')).toEqual({
    at: 11,
    expected: 'ame text',
    actual: 'ame test',
  })
  expect(firstDifference('a', 'a')).toBeUndefined()
})
