import { maxLength, parseInline } from '../inline.ts'
import type { DataPath } from '../yaml-file.ts'
import { type Cleaned, cleanLine, cleanMonth, cleanUrl, literal } from './clean.ts'
import { type Remark, shorten } from './report.ts'

/** No career has more of anything, and a file that does is not to hold up the machine. */
const maxItems = 500

const tooLong = 'It is longer than a text may be.'
const noPlace = 'Diglot has no field for it.'

/**
 * Reads a résumé of another format, and keeps count of what it has read: {@link Reader.rest} names everything else.
 *
 * @example
 * const reader = new Reader({ name: 'Ada', shoes: 38 })
 * reader.name('name') // 'Ada'
 * reader.rest() // [{ kind: 'lost', path: ['shoes'], value: '38', … }]
 */
export class Reader {
  readonly path: DataPath
  readonly value: unknown
  readonly #root: { notes: Remark[]; taken: Set<string>; value: unknown }

  constructor(value: unknown, parent?: { reader: Reader; key?: string | number }) {
    this.value = value
    const key = parent?.key === undefined ? [] : [parent.key]
    this.path = parent ? [...parent.reader.path, ...key] : []
    this.#root = parent ? parent.reader.#root : { notes: [], taken: new Set(), value }
  }

  /** The value of a key, to be read further; a missing one is empty. */
  at(key: string | number): Reader {
    const { value } = this
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    return new Reader(isThere ? Reflect.get(value, key) : undefined, { reader: this, key })
  }

  /** The first of some keys that has a value: formats rename their fields. */
  oneOf(...keys: string[]): Reader {
    return keys.map((key) => this.at(key)).find(({ isEmpty }) => !isEmpty) ?? this.at(keys[0] ?? '')
  }

  get isEmpty(): boolean {
    return this.value === undefined || this.value === null || this.value === ''
  }

  /** The members of a list, as many as anybody could want; of anything else, none. */
  items(): Reader[] {
    if (!Array.isArray(this.value)) return []
    const items = this.value.map((_, index) => this.at(index))
    for (const item of items.slice(maxItems)) item.reject(`A list may have ${maxItems} entries.`)
    return items.slice(0, maxItems)
  }

  keys(): string[] {
    const { value } = this
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  }

  /** What is made of each member of a list; what gives nothing is left out. */
  entries<T>(read: (item: Reader) => T | undefined): T[] {
    return this.items().flatMap((item) => read(item) ?? [])
  }

  /** A part of this value, or what it says in another form: notes on it are on this value. */
  as(value: string): Reader {
    return new Reader(value, { reader: this })
  }

  /** The value as it is written, to be read no further by anybody. */
  raw(): string | undefined {
    if (typeof this.value !== 'string' && typeof this.value !== 'number') return undefined
    const text = String(this.value)
    if (text.trim() === '') return undefined
    this.#root.taken.add(this.path.join('\0'))
    return text
  }

  /** A name, in which no mark means anything. */
  name(): string | undefined {
    return this.#clean(cleanLine, tooLong)
  }

  /** Prose that shows exactly what the source says. */
  text(): string | undefined {
    const line = this.name()
    return line === undefined ? undefined : this.#literal(line)
  }

  /** Prose whose Markdown counts. Where a link may not be followed, the marks are shown as they are written. */
  markdown(): string | undefined {
    const line = this.name()
    if (line === undefined || parseInline(line).problems.length === 0) return line
    this.note('changed', 'Its Markdown holds what the facts cannot, and is shown as it is written.')
    return this.#literal(line)
  }

  /** A value of a fixed form. */
  matching(form: RegExp, refusal: string): string | undefined {
    return this.#clean((raw) => (form.test(raw.trim()) ? { text: raw.trim() } : undefined), refusal)
  }

  url(): string | undefined {
    return this.#clean(cleanUrl, 'It is no web address that starts with https:// or http://.')
  }

  month(): string | undefined {
    return this.#clean(cleanMonth, 'It is no date that can be read.')
  }

  /** The names in a list. */
  names(): string[] {
    return this.items().flatMap((item) => item.name() ?? [])
  }

  /** Several texts as one, where they are not too long together. */
  joined(texts: (string | undefined)[], separator = ' '): string | undefined {
    const text = texts.filter(Boolean).join(separator)
    if (text.length > maxLength) return this.reject(tooLong)
    return text || undefined
  }

  texts(): string[] {
    return this.items().flatMap((item) => item.text() ?? [])
  }

  /** Says what became of this value. */
  note(kind: Remark['kind'], reason: string): void {
    this.#root.taken.add(this.path.join('\0'))
    this.#root.notes.push({ kind, path: this.path, value: shorten(this.value), reason })
  }

  /** Passes over this value, and everything in it, without a word. */
  skip(): void {
    for (const { path } of leaves(this.value, this.path)) this.#root.taken.add(path.join('\0'))
  }

  /** Leaves out this value, and everything in it, for one reason. */
  reject(reason: string): undefined {
    if (leaves(this.value, this.path).length === 0) return
    this.skip()
    this.#root.notes.push({ kind: 'lost', path: this.path, value: shorten(this.value), reason })
  }

  /** What was noted, and everything that nobody has read, in the order of the source. */
  rest(reason = noPlace): Remark[] {
    const { notes, taken } = this.#root
    const unread = leaves(this.value, this.path).filter(({ path }) => !taken.has(path.join('\0')))
    const left = unread.map(({ path, value }) => ({
      kind: 'lost' as const,
      path,
      value: shorten(value),
      reason,
    }))
    return [...notes, ...left]
  }

  #literal(line: string): string | undefined {
    const prose = literal(line)
    if (prose.length <= maxLength) return prose
    return this.reject(tooLong)
  }

  #clean(clean: (raw: string) => Cleaned | undefined, refusal: string): string | undefined {
    const raw = this.raw()
    if (raw === undefined) return undefined
    const cleaned = clean(raw)
    if (!cleaned) this.note('lost', refusal)
    else if (cleaned.reason) this.note('changed', cleaned.reason)
    return cleaned?.text || undefined
  }
}

function leaves(value: unknown, path: DataPath): { path: DataPath; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]))
  }
  const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  return isEmpty ? [] : [{ path, value }]
}
