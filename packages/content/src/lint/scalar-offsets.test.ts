import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Document, isMap, parseDocument, Scalar } from 'yaml'
import { scalarOffsets } from './scalar-offsets.ts'

function scalarIn(source: string): Scalar<string> {
  const { contents } = parseDocument(source)
  return (isMap(contents) ? contents.get('text', true) : contents) as Scalar<string>
}

/** What each character of a text stands for in the source. */
function pieces(source: string): string[] | undefined {
  const node = scalarIn(source)
  const offsets = scalarOffsets(node, source)
  return offsets?.slice(0, -1).map((offset, index) => source.slice(offset, offsets[index + 1]))
}

test.each([
  ['text: a b', ['a', ' ', 'b']],
  ["text: 'it''s'", ['i', 't', "''", 's']],
  [String.raw`text: "a\"\u4e2d\n"`, ['a', String.raw`\"`, String.raw`\u4e2d`, String.raw`\n`]],
  ['text: one\n  two', ['o', 'n', 'e', '\n  ', 't', 'w', 'o']],
  ['text: |\n  a\n  b\n', ['a', '\n  ', 'b', '\n']],
  ['text: >-\n  a\n  b\n', ['a', '\n  ', 'b']],
  ['text: "a \\\n  b"', ['a', ' ', 'b']],
  ['{ text: 中文, b: 1 }', ['中', '文']],
])('%j', (source, expected) => {
  expect(pieces(source)?.map((piece) => piece.replace(/^\\\n\s*/, ''))).toEqual(
    expected.map((piece) => expect.stringContaining(piece)),
  )
})

test('whatever YAML writes, each character without escapes is found again at its place', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '中', ' ', '\n', "'", '"', '\\', ':', '#', '👩', '-'),
    maxLength: 40,
  })
  const styles = fc.constantFrom(
    ...(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const),
  )
  fc.assert(
    fc.property(text, styles, (value, type) => {
      const written = new Scalar(value)
      written.type = type
      const source = new Document({ text: written }).toString({ lineWidth: 20 })
      const node = scalarIn(source)
      fc.pre(node.value === value)
      const offsets = scalarOffsets(node, source)
      if (!offsets) return
      expect(offsets).toHaveLength(value.length + 1)
      for (const [index, character] of [...value].entries()) {
        if (/[a中]/.test(character))
          expect(source[offsets[[...value].slice(0, index).join('').length] ?? -1]).toBe(character)
      }
    }),
  )
})
