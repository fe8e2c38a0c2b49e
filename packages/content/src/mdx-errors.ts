import { type Diagnostic, diagnosticAt } from './diagnostics.ts'

/** What the parser of MDX throws: a VFileMessage, of which this much is looked at. */
export interface MdxError extends Error {
  reason: string
  ruleId: string
  line?: number | undefined
  column?: number | undefined
}

type Sentences = [message: string, hint: string]

const plainSigns = 'To show the sign itself, write \\< or \\{ for it.'

/** The mistakes that owners make, in their words rather than the parser's. */
const mistakes: Record<string, Sentences> = {
  acorn: ['Braces hold code in MDX, and this is none.', plainSigns],
  'unexpected-closing-slash': ['This tag closes what was never opened.', 'Remove it, or open the tag before.'],
  'unexpected-eof': ['The file ends inside a tag or inside braces.', `Close them. ${plainSigns}`],
  'unexpected-character': ['A tag begins here, and this sign cannot stand in it.', `Correct the tag. ${plainSigns}`],
  'unexpected-lazy': ['The tag goes on in a line that is not part of its block.', 'Write it on one line.'],
}

/** Says in our words, and at the right place, what the parser of MDX found wrong. */
export function explainMdxError(file: string, { reason, ruleId, line, column }: MdxError): Diagnostic {
  // Where a tag is never closed, only the sentence says where it was opened: "… `<Ref>` (3:1-3:6)".
  const opened = /`(<[^`]*>)` \((\d+):(\d+)/.exec(reason)
  const closing = /^Unexpected closing tag `([^`]*)`/.exec(reason)?.[1]
  const isUnclosed = ruleId === 'end-tag-mismatch' && closing === undefined
  const [message, hint] = sentences()
  const place = isUnclosed && opened ? { line: Number(opened[2]), column: Number(opened[3]) } : { line, column }
  return diagnosticAt({ file, line: place.line ?? 1, column: place.column ?? 1 }, { rule: 'mdx-syntax', message, hint })

  function sentences(): Sentences {
    const tag = opened?.[1] ?? 'the tag'
    const end = tag.replace('<', '</')
    if (closing)
      return [`${closing} closes what it does not open.`, `Write ${end}: ${tag} of line ${opened?.[2]} is open.`]
    if (isUnclosed) {
      const hint = `Write ${end} where it ends, on a line of its own if the tag is.`
      return [`${tag} is never closed, or not in the block in which it was opened.`, hint]
    }
    if (reason.includes('import/exports')) {
      return ['A line that begins with import or export is code in MDX.', 'Begin it with another word.']
    }
    if (reason.includes('comment in MDX')) return ['MDX has no comments of HTML.', 'Write {/* … */} for it.']
    if (reason.includes('link in MDX')) return ['MDX has no links in angle brackets.', 'Write [text](address) for it.']
    return mistakes[ruleId] ?? [`${reason.replace(/\.$/, '')}.`, 'Correct the line.']
  }
}
