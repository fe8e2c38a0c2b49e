import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import { type Diagnostic, diagnosticAt, type Finding } from './diagnostics.ts'
import {
  bomb,
  conflictsIn,
  duplicateKey,
  explainAll,
  forbiddenKey,
  hidesNothing,
  insideItself,
  isOpenQuote,
  type Mistake,
  noAnchor,
  openQuote,
  tooDeep,
  tooManySigns,
} from './yaml-mistakes.ts'

/** The way to a value inside a file: `['highlights', 2, 'text', 'en']`. */
export type DataPath = readonly (string | number)[]

/** A parsed YAML file that can say where each of its values stands. */
export interface YamlFile {
  /** Path relative to the data folder. */
  name: string
  source: string
  /** `undefined` where the file cannot be understood. */
  value: unknown
  /** What YAML itself finds wrong: syntax, duplicate keys, aliases without an anchor. */
  problems: Diagnostic[]
  /** A diagnostic at a value, or at the nearest parent that exists. */
  at(path: DataPath, finding: Finding): Diagnostic
  /** A diagnostic at a key of the mapping that `path` leads to. */
  atKey(path: DataPath, key: string, finding: Finding): Diagnostic
}

/** Anchors may be used this often before a file is taken for a bomb. */
const maxAliasCount = 100

/** A file of facts has hundreds of signs; the parser takes time and memory for each. */
const maxSigns = 20_000

/** Where a list, a mapping, a pair or a text in quotation marks can begin or end. */
const signsOfYaml = /[[\]{},]|[-:?](?=\s)|(?<![\p{L}\p{N}\\])"/gu

/** Parses YAML 1.2 and keeps the positions. Never throws: what is wrong is in `problems`. */
export function parseYamlFile(name: string, source: string): YamlFile {
  const lineCounter = new LineCounter()
  // The core schema, whatever a %YAML directive or a tag asks for: only texts, numbers, lists and mappings come out.
  // The library compares each key of a mapping with every other; keysOf() does it in one pass.
  const options = { schema: 'core', resolveKnownTags: false, stringKeys: true, uniqueKeys: false } as const
  const signs = source.match(signsOfYaml)?.length ?? 0
  const document = withoutTraces(() =>
    parseDocument(signs > maxSigns ? '' : source, { ...options, prettyErrors: false, lineCounter }),
  )
  const pairs = new WeakMap<YAMLMap, Map<unknown, Pair>>()
  const problems: Diagnostic[] = []
  const value = read()
  return { name, source, value, problems, at, atKey }

  function read(): unknown {
    if (signs > maxSigns) {
      problems.push(diagnostic(0, tooManySigns(signs, maxSigns)))
      return undefined
    }
    const conflicts = conflictsIn(source)
    if (conflicts.length > 0) {
      problems.push(...worthSaying(conflicts))
      return undefined
    }
    const errors = [...document.errors, ...document.warnings]
    const isTooDeep = errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')
    const quotes = errors.filter(isOpenQuote).map((): Mistake => [lastQuote(), openQuote])
    const others = errors.filter((error) => !isOpenQuote(error))
    const mistakes = [...quotes, ...explainAll(others, source)]
    try {
      const found = isTooDeep ? [[0, tooDeep] as const] : [...mistakes, ...misusedNames()]
      problems.push(...worthSaying(found))
      const isReadable = found.every(([, finding]) => hidesNothing.has(finding))
      return isReadable ? document.toJS({ maxAliasCount }) : undefined
    } catch (error) {
      // The library throws a ReferenceError for a bomb; a RangeError is the end of the stack.
      const isBomb = error instanceof ReferenceError
      if (!isBomb && !(error instanceof RangeError)) throw error
      problems.push(diagnostic(0, isBomb ? bomb : tooDeep))
      return undefined
    }
  }

  /** Where the last text in quotation marks begins; one that is never closed goes on to the end of the file. */
  function lastQuote(): number {
    let start = 0
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (type?.startsWith('QUOTE_')) start = range?.[0] ?? start
      },
    })
    return start
  }

  /** One mistake often breaks several rules of one line: the first says it best. */
  function worthSaying(found: readonly Mistake[]): Diagnostic[] {
    const inOrder = found.toSorted(([a], [b]) => a - b).map(([offset, finding]) => diagnostic(offset, finding))
    return [...new Map(inOrder.toReversed().map((problem) => [problem.line, problem])).values()].toReversed()
  }

  /**
   * Keys that stand twice; aliases without an anchor before them; and `__proto__`, which JavaScript's objects cannot
   * hold safely.
   */
  function misusedNames(): Mistake[] {
    const found: Mistake[] = []
    const anchors = new Set<string>()
    visit(document, {
      Value: (_, node) => {
        if (node.anchor) anchors.add(node.anchor)
        if (isMap(node)) found.push(...misusedKeys(node))
      },
      Alias: (_, { source, range }, parents) => {
        const isInside = parents.some((parent) => isCollection(parent) && parent.anchor === source)
        if (isInside) found.push([range?.[0] ?? 0, insideItself])
        if (isInside || anchors.has(source)) return undefined
        found.push([range?.[0] ?? 0, noAnchor])
        // A text was meant, and the rest of the file is read as if it stood here.
        const text = new Scalar(`*${source}`)
        if (range) text.range = range
        return text
      },
    })
    return found
  }

  function misusedKeys(map: YAMLMap): Mistake[] {
    const first = pairsOf(map)
    return map.items.flatMap((pair): Mistake[] => {
      if (!isScalar(pair.key)) return []
      const [start = 0] = pair.key.range ?? []
      if (pair.key.value === '__proto__') return [[start, forbiddenKey]]
      return first.get(pair.key.value) === pair ? [] : [[start, duplicateKey]]
    })
  }

  /** The pairs of a mapping by their key; of a key that stands twice, the first. */
  function pairsOf(map: YAMLMap): Map<unknown, Pair> {
    const known = pairs.get(map)
    if (known) return known
    const byKey = new Map<unknown, Pair>()
    for (const pair of map.items) if (isScalar(pair.key) && !byKey.has(pair.key.value)) byKey.set(pair.key.value, pair)
    pairs.set(map, byKey)
    return byKey
  }

  function at(path: DataPath, finding: Finding): Diagnostic {
    return diagnosticAtNode(nearest(path), finding)
  }

  function atKey(path: DataPath, key: string, finding: Finding): Diagnostic {
    const parent = nearest(path)
    const pair = isMap(parent) ? pairsOf(parent).get(key) : undefined
    return diagnosticAtNode(isNode(pair?.key) ? pair.key : parent, finding)
  }

  /** The node at a path; where the path breaks off, the last node that is there. */
  function nearest(path: DataPath): Node | undefined {
    let node: Node | null = document.contents
    for (const key of path) {
      const child: unknown = isMap(node) ? pairsOf(node).get(key)?.value : isSeq(node) ? node.get(key, true) : undefined
      if (!isNode(child)) break
      node = child
    }
    return node ?? undefined
  }

  /** A value that stands on one line is meant as a whole. */
  function diagnosticAtNode(node: Node | undefined, finding: Finding): Diagnostic {
    const [start = 0, end = 0] = node?.range ?? []
    const problem = diagnostic(start, finding)
    const { line, col } = lineCounter.linePos(end)
    return isScalar(node) && line === problem.line && end > start ? { ...problem, endColumn: col } : problem
  }

  function diagnostic(offset: number, finding: Finding): Diagnostic {
    const { line, col } = lineCounter.linePos(offset)
    return diagnosticAt({ file: name, line: Math.max(line, 1), column: Math.max(col, 1) }, finding)
  }
}

/** The parser makes an error of each mistake, and most of its time is spent on where in its code that was. */
function withoutTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
