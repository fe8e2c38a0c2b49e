import { nodesOf, parseCaseStudy } from '../case-study.ts'
import { type InlineNode, parseInline } from '../inline.ts'
import { parseYamlFile } from '../yaml-file.ts'
import type { LintedFile } from './lint.ts'
import type { Fault } from './rule.ts'
import type { SourceText } from './source-texts.ts'

/** Mending one thing can show another: a space beside a bracket that has just become full-width. */
const maxRounds = 5

/**
 * How much of a file may be read again to find the bad edits among the good, in characters. A file of facts has a few bad
 * ones; what is not found with so much reading is left to the owner.
 */
const maxReading = 1_000_000

interface Edit {
  /** Which text of the file it is for. */
  index: number
  start: number
  end: number
  replacement: string
}

/**
 * The source of a file with everything mended that can be, at the places of the faults: comments, order and quotation
 * marks stay. An edit that would change more than its own text is not made.
 */
export function mendFile(file: LintedFile): string {
  let { source } = file
  let reading = maxReading
  for (let round = 0; round < maxRounds; round += 1) {
    const texts = file.textsIn(source)
    const edits = texts.flatMap((text, index) => (text.isEditable ? editsOf(index, file.faultsOf(text)) : []))
    const judge = judgeOf(file, source, texts)
    const safe = safeEdits([], edits, (list) => {
      reading -= source.length
      return reading > 0 && judge(list)
    })
    if (safe.length === 0) break
    source = applyAll(source, texts, safe)
  }
  return source
}

/** What can be mended in a text, from first to last, without what overlaps. */
function editsOf(index: number, faults: readonly Fault[]): Edit[] {
  const edits: Edit[] = []
  for (const { start, end, replacement } of faults.toSorted((a, b) => a.start - b.start)) {
    if (replacement === undefined || start < (edits.at(-1)?.end ?? 0)) continue
    edits.push({ index, start, end, replacement })
  }
  return edits
}

/** Says of some edits whether together they change their own texts and nothing else. */
function judgeOf(file: LintedFile, source: string, texts: readonly SourceText[]): (edits: readonly Edit[]) => boolean {
  const structure = structureOf(file.name, source)
  return (edits) => {
    const after = applyAll(source, texts, edits)
    const now = file.textsIn(after)
    if (now.length !== texts.length || structureOf(file.name, after) !== structure) return false
    const byText = groupByText(edits)
    return texts.every(({ value }, index) => {
      const own = byText.get(index) ?? []
      return (
        now[index]?.value ===
        splice(
          value,
          own.map((edit) => [edit.start, edit.end, edit.replacement]),
        )
      )
    })
  }
}

/** The safe edits with those of the next ones that are safe beside them. A bad one among many is found by halving. */
function safeEdits(
  safe: readonly Edit[],
  next: readonly Edit[],
  isSafe: (edits: readonly Edit[]) => boolean,
): readonly Edit[] {
  if (next.length === 0) return safe
  const all = [...safe, ...next]
  if (isSafe(all)) return all
  if (next.length === 1) return safe
  const half = Math.ceil(next.length / 2)
  return safeEdits(safeEdits(safe, next.slice(0, half), isSafe), next.slice(half), isSafe)
}

function groupByText(edits: readonly Edit[]): Map<number, Edit[]> {
  const groups = new Map<number, Edit[]>()
  for (const edit of edits) groups.set(edit.index, [...(groups.get(edit.index) ?? []), edit])
  return groups
}

function applyAll(source: string, texts: readonly SourceText[], edits: readonly Edit[]): string {
  const inSource = edits.flatMap(({ index, start, end, replacement }): [number, number, string][] => {
    const text = texts[index]
    return text ? [[text.offsetOf(start), text.offsetOf(end), text.write(replacement)]] : []
  })
  return splice(
    source,
    inSource.toSorted(([a], [b]) => a - b),
  )
}

/** A text with some of its ranges replaced, which are given in order. */
function splice(text: string, edits: readonly [start: number, end: number, replacement: string][]): string {
  let result = ''
  let done = 0
  for (const [start, end, replacement] of edits) {
    result += text.slice(done, start) + replacement
    done = end
  }
  return result + text.slice(done)
}

/** Everything of a file but its words: what an edit must leave alone. */
function structureOf(name: string, source: string): string {
  if (name.endsWith('.yaml')) {
    const { value, problems } = parseYamlFile(name, source)
    return problems.length === 0 ? yamlStructure(value) : ''
  }
  const tree = parseCaseStudy({ name, source })
  return 'children' in tree ? [...nodesOf(tree)].map(({ type }) => type).join(' ') : ''
}

function yamlStructure(value: unknown): string {
  if (typeof value === 'string') return parseInline(value).nodes.map(inlineStructure).join(' ')
  if (typeof value !== 'object' || value === null) return String(value)
  const children = Object.entries(value).map(([key, child]) => `${key}(${yamlStructure(child)})`)
  return children.join(' ')
}

function inlineStructure(node: InlineNode): string {
  if (node.type === 'link') return `${node.url}(${node.children.map(inlineStructure).join(' ')})`
  return 'children' in node ? `${node.type}(${node.children.map(inlineStructure).join(' ')})` : node.type
}
