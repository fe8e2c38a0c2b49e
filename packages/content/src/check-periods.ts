import type { DataSet } from './data-set.ts'
import type { Diagnostic } from './diagnostics.ts'
import { isBefore, parseYearMonth } from './period.ts'
import { valuesIn } from './values-at.ts'

const periodPlaces = {
  'experience.yaml': ['roles.*.period'],
  'background.yaml': ['*.*.period'],
  'project.yaml': ['period'],
}

/** Periods run forward, and have begun. */
export function checkPeriods({ files, present }: DataSet): Diagnostic[] {
  return [...valuesIn(files, periodPlaces)].flatMap(([file, path, period]) => {
    if (typeof period !== 'object' || period === null) return []
    const { start: from, end: to } = period as { start?: unknown; end?: unknown }
    const [start, end] = [from, to].map((point) => parseYearMonth(String(point)))
    const problems: Diagnostic[] = []
    if (start && isBefore(present, start)) {
      const message = `The period starts in the future (${from}).`
      problems.push(
        file.at([...path, 'start'], { rule: 'future-start', message, hint: 'Correct it, or leave it out.' }),
      )
    }
    if (start && end && isBefore(end, start)) {
      const message = `The period ends (${to}) before it starts (${from}).`
      problems.push(file.at([...path, 'end'], { rule: 'period-order', message, hint: 'Correct one of the two.' }))
    }
    return problems
  })
}
