import type { IRunOptions, Paragraph } from 'docx'
import { type InlineNode, parseInline } from '../inline.ts'
import { localeInfo } from '../locale.ts'
import { headings } from './headings.ts'
import type { Block, Outline, Row } from './outline.ts'

/** Faces that Word has where it runs; a reader without them takes its own of the same kind. */
const fonts = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' }
/** Half points. */
const size = { text: 21, name: 40, section: 26, entry: 23, labels: 19 }

/**
 * A document for Word: headings, lists and links are real ones, so that a reader who edits it, or a program that parses
 * it, finds the structure and not just large letters.
 */
export async function toDocx({ locale, name, headline, contacts, sections }: Outline): Promise<Uint8Array> {
  const { Document, ExternalHyperlink, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } = await import('docx')
  const { colon } = headings[locale]
  const { tag } = localeInfo[locale]
  const language = { value: tag, eastAsia: localeInfo.zh.tag }
  const run = { font: fonts, size: size.text, language }
  const heading = (pt: number, before: number, outlineLevel?: number) => ({
    run: { ...run, size: pt, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 60 }, keepNext: true, ...(outlineLevel !== undefined && { outlineLevel }) },
  })
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(name)] }),
    ...(headline ? [new Paragraph({ style: 'Subtitle', children: runs(headline) })] : []),
    ...(contacts.length > 0 ? [new Paragraph({ children: contacts.flatMap(contactRuns) })] : []),
    ...sections.flatMap(({ title, blocks }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
      ...blocks.flatMap(paragraphs),
    ]),
  ]
  const file = new Document({
    title: name,
    creator: name,
    description: headline ?? name,
    styles: {
      default: {
        document: { run, paragraph: { spacing: { after: 80, line: 288 } } },
        title: heading(size.name, 0),
        heading1: heading(size.section, 280, 0),
        heading2: heading(size.entry, 200, 1),
      },
      paragraphStyles: [
        {
          id: 'Subtitle',
          name: 'Subtitle',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { size: size.entry },
        },
        {
          id: 'Labels',
          name: 'Labels',
          basedOn: 'Normal',
          next: 'Normal',
          run: { size: size.labels, color: '555555' },
          paragraph: { keepNext: true },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 340, hanging: 220 } } },
            },
          ],
        },
      ],
    },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(file))

  function paragraphs(block: Block): Paragraph[] {
    if (block.kind === 'paragraph') return [new Paragraph({ children: runs(block.text) })]
    if (block.kind === 'row') return [new Paragraph({ children: rowRuns(block) })]
    const { title, url, labels, text, bullets, rows } = block
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        children: [url ? link(url, [new TextRun({ text: title, style: 'Hyperlink' })]) : new TextRun(title)],
      }),
      ...(labels.length > 0 ? [new Paragraph({ style: 'Labels', children: runs(labels.join(' · ')) })] : []),
      ...(text ? [new Paragraph({ children: runs(text) })] : []),
      ...bullets.map(
        (bullet) => new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: runs(bullet) }),
      ),
      ...rows.map((row) => new Paragraph({ children: rowRuns(row) })),
    ]
  }

  function contactRuns({ label, text, url }: Outline['contacts'][number], index: number) {
    const before = `${index > 0 ? '   ' : ''}${label ? `${label}${colon}` : ''}`
    const value = url ? link(url, [new TextRun({ text, style: 'Hyperlink' })]) : new TextRun(text)
    return before ? [new TextRun(before), value] : [value]
  }

  function rowRuns({ label, text }: Row) {
    const bold = runs(label, { bold: true })
    return text ? [...bold, new TextRun({ text: colon, bold: true }), ...runs(text)] : bold
  }

  function runs(text: string, marks: IRunOptions = {}) {
    const convert = (
      node: InlineNode,
      marks: IRunOptions,
    ): (InstanceType<typeof TextRun> | ReturnType<typeof link>)[] => {
      if (node.type === 'text') return [new TextRun({ ...marks, text: node.value })]
      if (node.type === 'code')
        return [new TextRun({ ...marks, text: node.value, font: { ascii: 'Consolas', hAnsi: 'Consolas' } })]
      if (node.type === 'link')
        return [
          link(
            node.url,
            node.children.flatMap((child) => convert(child, { ...marks, style: 'Hyperlink' })),
          ),
        ]
      const mark = node.type === 'strong' ? { bold: true } : { italics: true }
      return node.children.flatMap((child) => convert(child, { ...marks, ...mark }))
    }
    return parseInline(text).nodes.flatMap((node) => convert(node, marks))
  }

  function link(url: string, children: ConstructorParameters<typeof ExternalHyperlink>[0]['children']) {
    return new ExternalHyperlink({ link: url, children })
  }
}
