/** A case study says the same in every language: as many parts, the same code, the same citations and figures. */
import { locales } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import { expect, test } from 'vitest'
import { type Block, caseStudySource, readBlocks } from './support/case-study.ts'

const content = await loadContent()

const studies = await Promise.all(
  content.projects
    .filter(({ caseStudy }) => caseStudy)
    .map(async ({ id, references }) => {
      const known = references.map((work) => work.id)
      const texts = await Promise.all(
        locales.map(async (locale) => readBlocks((await caseStudySource(id, locale)) ?? '', known)),
      )
      return [id, { texts, known }] as const
    }),
)

const of = (kind: Block['kind'], blocks: Block[]) => blocks.filter((block) => block.kind === kind)

/** The whole of a text in parts, one for each heading. */
function parts(blocks: Block[]): Block[][] {
  const starts = [...blocks.keys()].filter((index) => blocks[index]?.kind === 'heading')
  return starts.map((start, index) => blocks.slice(start, starts[index + 1]))
}

/**
 * The numbers of a text that are written in digits, as plain numbers: `1.3万` and `13,000` are one number. A number of
 * one digit is as often written as a word (“三”, “three”), so it is left out.
 */
function numbers(blocks: Block[]): string[] {
  const text = blocks
    .filter(({ kind }) => kind !== 'code')
    .map((block) => block.text.replace(/\[\d+\]/g, ''))
    .join('\n')
  const found = [...text.matchAll(/(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s*(万|亿)?/g)].map(([, digits = '', unit]) => {
    const factor = unit === '万' ? 10_000 : unit === '亿' ? 100_000_000 : 1
    return String(Math.round(Number(digits.replaceAll(',', '')) * factor * 1000) / 1000)
  })
  return [...new Set(found)].filter((number) => number.length > 1).sort()
}

test.each(studies)('%s has the same shape in every language', (_, { texts }) => {
  const shape = (blocks: Block[]) =>
    blocks.filter(({ kind }) => kind !== 'paragraph').map(({ kind, level }) => (level ? `${kind} ${level}` : kind))
  for (const text of texts) expect(shape(text)).toEqual(shape(texts[0] ?? []))
})

test.each(studies)('%s has the same code in every language', (_, { texts }) => {
  for (const text of texts)
    expect(of('code', text).map((block) => block.text)).toEqual(of('code', texts[0] ?? []).map((block) => block.text))
})

test.each(studies)(
  '%s cites the same works in the same order in every language, and each of its references',
  (_, { texts, known }) => {
    const cited = texts.map((text) => text.flatMap(({ refs }) => refs))
    for (const refs of cited) expect(refs).toEqual(cited[0])
    expect(
      known.filter((id) => !cited[0]?.includes(id)),
      'references that nothing cites',
    ).toEqual([])
  },
)

test.each(studies)('%s has the same numbers in every language, part by part', (_, { texts }) => {
  const [first = []] = texts
  for (const text of texts) expect(parts(text).map(numbers)).toEqual(parts(first).map(numbers))
})
