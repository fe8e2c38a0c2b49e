import { expect, test } from 'vitest'
import en from '../locales/en.json' with { type: 'json' }
import zh from '../locales/zh.json' with { type: 'json' }
import { sayStep } from './draw.ts'
import { columnsOf, explainers } from './index.ts'

const names = Object.keys(explainers) as (keyof typeof explainers)[]

/** A reader who tries everything: each act with each of some keys, over and over. */
function everything(name: (typeof names)[number]) {
  const { story, acts } = explainers[name]
  const frames = [...story.frames]
  let run = story
  for (let turn = 0; turn < 40; turn++) {
    for (const act of acts) {
      run = run.next(act, (turn * 13) % 90)
      frames.push(...run.frames)
      run = run.next(act, (turn * 16 + 2) % 90)
      frames.push(...run.frames)
    }
    // Only what is put in, for a while, so that it becomes full.
    for (let key = 0; turn === 20 && key < 40; key++) {
      run = run.next(acts[0] ?? '', key)
      frames.push(...run.frames)
    }
  }
  return frames
}

test.each(names)('each step of %s fills its strip, and has its words in each language', (name) => {
  const frames = everything(name)
  for (const frame of frames) {
    expect(frame.cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(columnsOf(explainers[name]))
    for (const { explainer } of [zh, en])
      expect(sayStep(frame, explainer.says[name])).toMatch(/^(?!.*undefined)[^{}]+$/)
  }
  const said = new Set([...frames.map(({ says }) => says), 'note'])
  expect([...said].sort(), 'sentences that are said').toEqual(Object.keys(en.explainer.says[name]).sort())
})

test.each(names)('what a reader may do with %s has its words in each language', (name) => {
  for (const { explainer } of [zh, en]) expect(Object.keys(explainer.acts[name])).toEqual(explainers[name].acts)
})

test('the stories tell what the case studies say', () => {
  const told = names.map((name) => [name, explainers[name].story.frames.map(({ says }) => says).join(' ')])
  expect(Object.fromEntries(told)).toEqual({
    hopscotch: 'home far hop hop put',
    haystack: 'written written again read deleted compacted',
  })
})
