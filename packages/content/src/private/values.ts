import { readDataSet } from '../data-set.ts'
import { ContentError, type Place } from '../diagnostics.ts'
import type { DataPath } from '../yaml-file.ts'
import { fold } from './fold.ts'
import { detailTraces, remarkTraces, type Trace } from './traces.ts'

/** Something that no public output may show: where it is written, and what it is. Never the value itself. */
export interface PrivateValue extends Place {
  /** The way to it in its file: `phone`, `address.en`, `highlights.2.note`. */
  name: string
}

/** The private values of a data folder, to look for in texts. */
export interface PrivateValues {
  /** Those that a text shows: as they are written, in another format, or in part. */
  shownIn(text: string): PrivateValue[]
  /** How many there are to look for. */
  count: number
  /** Those that are not looked for: too short to be told from chance, or a note that says what is public anyway. */
  passedOver: PrivateValue[]
}

interface Scalar extends PrivateValue {
  value: string
}

/**
 * Reads what the public must never see: `private.yaml`, and every note in every other file.
 *
 * @throws ContentError where a file is not valid, `private.yaml` too: nobody can tell what to look for then
 * @example
 * const secrets = await privateValues(dataFolder())
 * secrets.shownIn(html).map(({ file, line, name }) => `${name} of ${file}:${line}`) // ['phone of private.yaml:2']
 */
export async function privateValues(folder: string): Promise<PrivateValues> {
  const { files, caseStudies, problems } = await readDataSet(folder, 'private')
  if (problems.some(({ severity }) => severity === 'error')) throw new ContentError(problems, folder)

  const scalars = files.flatMap((file) =>
    [...scalarsIn(file.value)].map(([path, value]): Scalar => {
      const { line, column } = file.at(path, { rule: 'private-value', message: '', hint: '' })
      return { file: file.name, line, column, name: path.join('.'), value }
    }),
  )
  const isDetail = ({ file }: Scalar) => file === PRIVATE_FILE
  const isRemark = (one: Scalar) => !isDetail(one) && /(^|\.)note$/.test(one.name)
  const open = scalars.filter((one) => !isDetail(one) && !isRemark(one)).map(({ value }) => value)
  const published = [...open, ...caseStudies.map(({ source }) => source)].map((text) => fold(text).bare).join(' ')

  const secrets = [
    ...scalars.filter(isDetail).map((one) => ({ one, traces: detailTraces(one.value) })),
    ...scalars.filter(isRemark).map((one) => ({ one, traces: remarkTraces(one.value, published) })),
  ].map(({ one: { value: _, ...place }, traces }) => ({ place, traces }))
  const sought = secrets.filter(({ traces }) => traces.length > 0)
  return {
    shownIn(text) {
      const folded = fold(text)
      const isShown = (shows: Trace) => shows(folded)
      return sought.filter(({ traces }) => traces.some(isShown)).map(({ place }) => place)
    },
    count: sought.length,
    passedOver: secrets.filter((secret) => !sought.includes(secret)).map(({ place }) => place),
  }
}

const PRIVATE_FILE = 'private.yaml'

function* scalarsIn(value: unknown, path: DataPath = []): Generator<[path: DataPath, value: string]> {
  if (typeof value === 'object' && value !== null) {
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
    for (const [key, child] of entries) yield* scalarsIn(child, [...path, key])
  } else if (value !== null && value !== undefined) yield [path, String(value)]
}
