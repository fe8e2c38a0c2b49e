import type { PageProblem } from '../pagination.ts'
import { textBlocks } from './blocks.ts'
import { entryOf } from './conserve.ts'
import { typeRemarks } from './han-type.ts'
import { type Line, linesOf } from './line-boxes.ts'

/** Source: CLREQ 3.1.4.1, prohibition rules for line start, strict; GB/T 15834-2011 5.1. */
const NOT_FIRST =
  /^[、。，．：；！？）」』】〕》〉〗］｝”’·•‧・—―～〜–…‥⋯ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょァィゥェォッャュョ%‰℃)\]},.:;!?]/u
/** Source: CLREQ 3.1.4.1, prohibition rules for line end. */
const NOT_LAST = /[（「『【〔《〈〖［｛“‘([{]$/u
/** What a number in figures is multiplied by. */
const MULTIPLIER = /^[万亿]/u
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu

/** Where `once` is given, no other page need say it again. */
type LineRemark = PageProblem & { once?: string }

/**
 * Reads the lines of a finished page as they were rendered, and names each that breaks a rule of Chinese setting: a mark
 * at a line's start or end where it may not stand, a number without its 万, a last line of one or two characters, marks or
 * letters set too wide or too close, Han that is slanted or faked bold. Only boxes that hold Han are looked at.
 */
export function lineRemarks(sheet: Element): LineRemark[] {
  const remarks: LineRemark[] = []
  const styles = new Set<string>()
  for (const [block, nodes] of textBlocks(sheet.querySelector('.pagedjs_area') ?? sheet)) {
    const lines = linesOf(nodes)
    for (const message of ofLines(block, lines)) remarks.push({ message, ...entryOf(block) })
    for (const remark of typeRemarks(nodes, styles)) remarks.push({ ...remark, ...entryOf(block) })
  }
  return remarks
}

function* ofLines(block: Element, lines: readonly Line[]): Generator<string> {
  const { splitFrom, splitTo } = (block as HTMLElement).dataset
  for (const [at, line] of lines.entries()) {
    const text = plain(line.text)
    const before = lines[at - 1]
    const [mark] = NOT_FIRST.exec(text) ?? []
    if (mark && (before ? !before.forced : splitFrom))
      yield `a line begins with “${mark}”: “${plain(before?.text ?? '').slice(-6)}｜${text.slice(0, 12)}”. Set line-break: strict, or reword the passage.`
    if (MULTIPLIER.test(text) && before && !before.forced && /\d$/.test(plain(before.text)))
      yield `a number is parted from its ${text[0]}: “${plain(before.text).slice(-6)}｜${text.slice(0, 12)}”. Reword the passage.`
    const [open] = NOT_LAST.exec(text) ?? []
    if (open && !line.forced && (at < lines.length - 1 || splitTo))
      yield `a line ends with “${open}”: “${text.slice(-12)}”. Set line-break: strict, or reword the passage.`
  }
  const last = lines.at(-1)
  const before = lines.at(-2)
  if (!last || splitTo || (before ? before.forced : !splitFrom)) return
  const text = plain(last.text)
  if (/^(\p{P}*\p{Script=Han}){1,2}\p{P}*$/u.test(text))
    yield `a paragraph ends with a line of “${text}” alone, after “${plain(before?.text ?? '').slice(-8)}”. Make it a few characters longer or shorter.`
}

function plain(text: string): string {
  return text.replace(INVISIBLE, '').trim()
}
