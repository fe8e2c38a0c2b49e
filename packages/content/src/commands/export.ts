import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { defineCommand } from 'citty'
import writeFileAtomic from 'write-file-atomic'
import { compose } from '../compose.ts'
import type { Content, DeepReadonly } from '../content.ts'
import { formatLosses } from '../exchange/export-report.ts'
import { exporters } from '../exchange/export-resume.ts'
import { loadContent } from '../load.ts'
import { type Locale, locales } from '../locale.ts'
import { languageName } from '../parity/language-names.ts'
import { resolvePath } from '../resolve-path.ts'
import { didYouMean } from '../suggest.ts'

const formats = Object.keys(exporters)

/** Writes the facts in another format, and says on standard error what the format cannot hold. */
export const exportCommand = defineCommand({
  meta: { name: 'diglot-content export', description: 'Write the facts of DIGLOT_DATA in another format' },
  args: {
    format: { type: 'positional', required: true, description: formats.join(', ') },
    lang: { type: 'enum', options: [...locales], description: 'language (default: the first one of the facts)' },
    edition: { type: 'string', description: 'what an edition shows (default: everything)' },
    width: { type: 'string', description: 'break the lines of plain text to so many columns (default: not at all)' },
    out: { type: 'string', description: 'file to write (default: standard output)' },
  },
  async run({ args }) {
    const write = Object.hasOwn(exporters, args.format) ? exporters[args.format] : undefined
    if (!write) throw new Error(`There is no format "${args.format}". ${didYouMean(args.format, formats)}`)
    if (args.format === 'docx' && !args.out)
      throw new Error('A DOCX is no text for a terminal. Name a file with --out.')
    if (args.out && statSync(args.out, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${args.out} is a folder. Name a file in it with --out.`)
    }
    const width = widthOf(args.width)
    const content = await loadContent()
    const locale = (args.lang as Locale | undefined) ?? content.locales[0]
    if (!content.locales.includes(locale)) {
      throw new Error(
        `The facts are not written in ${languageName(locale)}. Use --lang ${content.locales.join(' or ')}.`,
      )
    }
    const shown = args.edition ? editionOf(content, args.edition, locale) : undefined
    const { data, notes = [] } = await write({ content, locale, shown, width })
    if (args.out) {
      await mkdir(dirname(resolvePath(args.out)), { recursive: true })
      await writeFileAtomic(resolvePath(args.out), data as Buffer)
    } else process.stdout.write(data)
    if (notes.length > 0) console.error(formatLosses(notes))
  },
})

function widthOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,4}$/.test(value) || Number(value) < 20) throw new Error(`--width is "${value}". Use a number from 20 on.`)
  return Number(value)
}

function editionOf(content: DeepReadonly<Content>, id: string, locale: Locale) {
  const edition = content.editions.find((one) => one.id === id)
  const known = content.editions.map((one) => one.id)
  if (!edition) throw new Error(`There is no edition "${id}". ${didYouMean(id, known)}`)
  const { edition: _, ...shown } = compose(content, edition, locale)
  return shown
}
