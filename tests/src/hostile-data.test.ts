/** Data from somebody who wants to do harm is refused in words or taken as the text that it is, soon and in little memory. */
import { beforeAll, expect, test } from 'vitest'
import type { Outcome } from './hostile/child.ts'
import { corpus } from './hostile/corpus.ts'
import { tryAll } from './hostile/trial.ts'

let outcomes: Map<number, Outcome>

beforeAll(async () => {
  outcomes = await tryAll(corpus.keys())
  const all = [...outcomes.values()]
  const slowest = all.toSorted((a, b) => b.seconds - a.seconds)[0]
  const name = slowest && corpus[slowest.index]?.name
  const megabytes = Math.max(...all.map((outcome) => outcome.megabytes))
  console.log(
    `${all.length} data sets; the slowest, “${name}”, took ${slowest?.seconds.toFixed(2)} s of a processor; ${megabytes.toFixed(0)} MB`,
  )
}, 300_000)

/** What is wrong with what became of the data sets, in a sentence for each. */
const complaints = (judge: (outcome: Outcome, expected: RegExp | 'neutral') => string | undefined | false) =>
  corpus.flatMap(({ name, outcome: expected }, index) => {
    const outcome = outcomes.get(index)
    const complaint = outcome && judge(outcome, expected)
    return complaint ? `${name}: ${complaint}` : []
  })

test('there are more than three hundred, each with a name of its own', () => {
  expect(corpus.length).toBeGreaterThan(300)
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
})

test('none ends the process, takes all of its memory or hangs', () => {
  expect(corpus.filter((_, index) => !outcomes.has(index)).map(({ name }) => name)).toEqual([])
})

test('each is refused with the right words, or taken', () => {
  const problems = complaints(({ message }, expected) =>
    expected === 'neutral' ? message.slice(0, 200) : !expected.test(message) && (message.slice(0, 200) || 'taken'),
  )
  expect(problems).toEqual([])
})

test('what is said is a list of places in files, and never a stack trace', () => {
  const problems = complaints(({ message, isContentError }) => {
    if (!isContentError || /^ +at .*:\d+/m.test(message)) return message.slice(0, 500)
    return message !== '' && !/^[\s\S]+?:\d+:\d+ \S/.test(message) && message.slice(0, 200)
  })
  expect(problems).toEqual([])
})

test('none takes more than 300 MB, nor a processor long', () => {
  // A second is the aim. A machine that is busy with other things is several times as slow.
  const problems = complaints(
    ({ seconds, megabytes }) =>
      (seconds > 5 || megabytes > 300) && `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
  )
  expect(problems).toEqual([])
})
