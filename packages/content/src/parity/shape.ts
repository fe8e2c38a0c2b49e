import type { Diagnostic, Finding } from '../diagnostics.ts'
import type { Locale } from '../locale.ts'
import type { Block } from './blocks.ts'

/** A case study in one language, cut into blocks. */
export interface WrittenStudy {
  locale: Locale
  name: string
  blocks: Block[]
  at(offset: number, finding: Finding): Diagnostic
}

/** A heading with what follows it, up to the next one. */
interface Section {
  /** The heading; a section before the first heading has none. */
  heading: Block | undefined
  blocks: Block[]
}

/**
 * Says where the languages of a case study are built differently: other headings, or other blocks under one of them.
 * What stands side by side in two languages must have the same shape.
 */
export function compareShapes(written: readonly WrittenStudy[]): Diagnostic[] {
  const [first, ...others] = written
  return first ? others.flatMap((other) => compareTwo(first, other)) : []
}

function compareTwo(one: WrittenStudy, other: WrittenStudy): Diagnostic[] {
  const [left, right] = [sectionsOf(one.blocks), sectionsOf(other.blocks)]
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const [here, there] = [left[index], right[index]]
    if (here && there && here.heading?.kind === there.heading?.kind) continue
    // Behind a heading that one of the two lacks, all others are out of step: the first says it.
    return [missingHeading(one, other, here, there)]
  }
  return left.flatMap((section, index) => compareSection(one, other, section, right[index] as Section))
}

function missingHeading(one: WrittenStudy, other: WrittenStudy, here?: Section, there?: Section): Diagnostic {
  const rule = 'case-study-headings'
  const [study, section, opposite, counterpart] = there ? [other, there, one, here] : [one, here, other, there]
  const found = counterpart?.heading ? `has ${describe(counterpart.heading)}` : 'has no heading'
  const message = `Here stands ${describe(section?.heading)}, and ${opposite.name} ${found} in its place.`
  const hint = 'Use the same headings, on the same levels and in the same order, in each language.'
  return study.at(section?.heading?.offset ?? 0, { rule, message, hint })
}

function compareSection(one: WrittenStudy, other: WrittenStudy, left: Section, right: Section): Diagnostic[] {
  const length = Math.max(left.blocks.length, right.blocks.length)
  for (let index = 0; index < length; index += 1) {
    const [here, there] = [left.blocks[index], right.blocks[index]]
    if (here && there && here.kind === there.kind) continue
    const [study, block, opposite, counterpart] = there ? [other, there, one, here] : [one, here, other, there]
    const place = right.heading ? `under ${describe(right.heading)}` : 'at the beginning'
    const found = counterpart ? `a ${counterpart.kind}` : 'nothing'
    const message = `The ${block?.kind} ${place} has ${found} as its counterpart in ${opposite.name}.`
    const hint = 'Build the section alike in each language, paragraph by paragraph.'
    return [study.at(block?.offset ?? 0, { rule: 'case-study-shape', message, hint })]
  }
  return []
}

function describe(heading: Block | undefined): string {
  return heading ? `the ${heading.kind} “${heading.text}”` : 'text without a heading'
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ heading: undefined, blocks: [] }]
  for (const block of blocks) {
    if (block.kind.startsWith('heading')) sections.push({ heading: block, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
}
