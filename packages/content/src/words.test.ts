import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from './locale.ts'
import { compareWords, formatWords } from './words.ts'

test('Chinese is compared by its words, not by its characters', () => {
  const runs = compareWords('使用户元信息上传具有原子性', '使用户元数据上传具有原子性', 'zh')
  expect(formatWords(runs)).toBe('使用户元[-信息-]{+数据+}上传具有原子性')
})

test('English words that are replaced together stay together', () => {
  const runs = compareWords('Helped set the stability standards.', 'Helped define some stability standards.', 'en')
  expect(formatWords(runs)).toBe('Helped [-set the -]{+define some +}stability standards.')
})

test('a difference of white space alone is a difference', () => {
  expect(formatWords(compareWords('用Go开发', '用 Go 开发', 'zh'))).toBe('[-用Go-]{+用 Go +}开发')
})

test('both texts can be read back from the runs', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '  ', '，', '数据', '服务', '500+', '\n', '👩‍💻'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, text, fc.constantFrom(...locales), (before, after, locale) => {
      const runs = compareWords(before, after, locale)
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

test('two long texts that have nothing in common are told as two texts, without delay', () => {
  const [before, after] = ['a', 'b'].map((letter) => `${letter} `.repeat(20_000)) as [string, string]
  expect(compareWords(before, after, 'en').map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
